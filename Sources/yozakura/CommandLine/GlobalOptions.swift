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
  @Option(name: .customLong("as-of"), help: .init("Answer as of a past date.", valueName: "date", visibility: .hidden))
  var asOf: String?

  func validate() throws {
    guard asOf == nil else {
      throw ValidationError("--as-of is not there yet: this version answers from the present only.")
    }
  }
}

/// What the commands with long lists understand besides.
struct LimitOptions: ParsableArguments {
  @Option(help: .init("Print at most this many.", valueName: "count"))
  var limit: Int?

  func validate() throws {
    guard let limit, limit < 1 else { return }
    throw ValidationError("--limit wants a whole number from 1.")
  }
}
