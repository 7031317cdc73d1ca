internal import ArgumentParser

/// What every command understands, before or after its name.
struct GlobalOptions: ParsableArguments {
  @Flag(help: "Print exactly one JSON object, also on failure.")
  var json = false

  @Flag(help: "Never touch the network.")
  var offline = false

  @Flag(name: .shortAndLong, help: "Say nothing on standard error but failures.")
  var quiet = false
}

/// What the commands that only read understand besides.
struct ReadingOptions: ParsableArguments {
  @Option(
    name: .customLong("as-of"),
    help: .init("Answer as of the end of a day (2026-03-22), an instant (ISO 8601) or a commit.", valueName: "date"))
  var asOf: String?
}

/// What the commands with long lists understand besides.
struct LimitOptions: ParsableArguments {
  @Option(help: .init("Print at most this many.", valueName: "count"))
  var limit: Int?

  func validate() throws { try Self.validate(limit) }

  /// Refuses a limit that leaves nothing.
  static func validate(_ limit: Int?) throws {
    guard let limit, limit < 1 else { return }
    throw ValidationError("--limit wants a whole number from 1.")
  }
}
