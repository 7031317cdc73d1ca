internal import Anime
internal import ArgumentParser
internal import Library

/// `danmaku offset ID [SOURCE] [SECONDS]`
struct DanmakuOffset: Command {
  static let configuration = CommandConfiguration(
    commandName: "offset", abstract: "Print or set by how much a show's comments are moved.",
    discussion: """
      An offset belongs to a show and a source, is remembered, and goes wherever your list goes; `undo` takes it back. \
      Earlier is a minus: `danmaku offset -- bangumi:400602 bilibili -12.4`.
      """)
  static let schema = "danmaku-offset"
  static let lists = ["offsets"]

  @Argument(help: .showID, completion: .shows)
  var id: String
  @Argument(help: "The source, such as bilibili; without one all offsets are printed.")
  var source: String?
  @Argument(help: "By how many seconds its comments come later; 0 forgets the offset.")
  var seconds: Double?
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if let source { _ = try DanmakuSource(reading: source) }
    if let seconds { try Self.validate(seconds: seconds) }
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
    if let source, let seconds {
      let entry = library.snapshot().entry(for: show)
      try library.edit(show, [entry.moving(source, by: Int((seconds * 1000).rounded()))])
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

  private static func json(_ offset: (key: String, value: Int)) -> JSON {
    .object([("source", .string(offset.key)), ("seconds", .decimal(Double(offset.value) / 1000))])
  }

  /// `+12.4 s`
  static func text(_ milliseconds: Int) -> String {
    "\(milliseconds < 0 ? "−" : "+")\(Double(milliseconds.magnitude) / 1000) s"
  }
}
