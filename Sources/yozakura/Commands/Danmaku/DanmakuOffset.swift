internal import Anime
internal import ArgumentParser
internal import Library

/// `danmaku offset ID [SOURCE] [SECONDS]`
struct DanmakuOffset: Command {
  static let configuration = CommandConfiguration(
    commandName: "offset", abstract: "Print or set by how much a show's comments are moved.",
    usage: "yozakura danmaku offset <id> [<source>] [<seconds>] [--json] [--offline] [--quiet]",
    discussion: """
      An offset belongs to a show and a source, is remembered, and goes wherever your list goes; `undo` takes it back. \
      Earlier is a minus: `danmaku offset bangumi:400602 bilibili -12.4`.
      """)
  static let schema = "danmaku-offset"
  static let lists = ["offsets"]

  @Argument(help: .showID, completion: .shows)
  var id: String
  @Argument(help: "The source, such as bilibili; without one all offsets are printed.")
  var source: String?
  /// A list, since the parser takes `-12.4` for an option of ours anywhere else.
  @Argument(
    parsing: .allUnrecognized,
    help: .init(
      "By how many seconds its comments come later, or (with a minus) earlier; 0 forgets the offset.",
      valueName: "seconds"))
  var numbers: [String] = []
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if let source { _ = try DanmakuSource(reading: source) }
    if let seconds = try seconds { try Self.validate(seconds: seconds) }
  }

  /// The one number that was given.
  private var seconds: Double? {
    get throws {
      guard let first = numbers.first else { return nil }
      if let stranger = numbers.first(where: { $0.hasPrefix("-") && Double($0) == nil }) {
        throw ValidationError("Unknown option '\(stranger)'")
      }
      guard numbers.count == 1, let seconds = Double(first) else {
        throw ValidationError("“\(numbers.joined(separator: " "))” is no number of seconds.")
      }
      return seconds
    }
  }

  /// Refuses what nobody can mean.
  static func validate(seconds: Double) throws {
    let limit = Double(ListEntry.offsetRange.upperBound) / 1000
    guard seconds.magnitude <= limit else {
      throw ValidationError("An offset is at most a day, \(Int(limit)) seconds.")
    }
  }

  func answer(_ session: Session) throws -> Answer {
    let library = try session.library
    let show = try session.show(id, in: library.snapshot())
    if let source { try check(source, of: show, session) }
    if let source, let seconds = try seconds {
      try library.edit(show) { [$0.moving(source, by: Int((seconds * 1000).rounded()))] }
    }
    let offsets = library.snapshot().entry(for: show).offsets.filter { source == nil || $0.key == source }
    let sorted = offsets.sorted { $0.key < $1.key }
    return Answer(
      fields: { [("show", library.snapshot().json(show)), ("offsets", .array(sorted.map(Self.json)))] },
      say: { page in
        if sorted.isEmpty { page.line(Page.Piece("No comments of it are moved.", .faint)) }
        page.table(sorted.map { [Page.Piece($0.key), Page.Piece(Self.text($0.value), .new)] }, flexible: 0)
      })
  }

  /// Refuses a source of which nothing is kept, unless an offset of it is remembered, which can be forgotten.
  private func check(_ source: String, of show: ShowID, _ session: Session) throws {
    guard try session.library.snapshot().entry(for: show).offsets[source] == nil else { return }
    let kept = Set(try session.danmaku(of: show, episode: nil).map(\.key.source.description)).sorted()
    guard !kept.contains(source) else { return }
    throw Failure.notFound("No comments of it are kept as `\(source)`.\(kept.suggestion(for: source))")
  }

  private static func json(_ offset: (key: String, value: Int)) -> JSON {
    .object([("source", .string(offset.key)), ("seconds", .decimal(Double(offset.value) / 1000))])
  }

  /// `+12.4 s`
  static func text(_ milliseconds: Int) -> String {
    "\(milliseconds < 0 ? "−" : "+")\(Double(milliseconds.magnitude) / 1000) s"
  }
}
