internal import Anime
internal import ArgumentParser
internal import Library

/// `danmaku show ID [EPISODE]`
struct DanmakuShow: Command {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print which comments of a show are kept.")
  static let schema = "danmaku-show"
  static let lists = ["danmaku"]

  @Argument(help: .showID, completion: .shows)
  var id: String
  @Argument(help: "The episode; else all of them.")
  var episode: Int?
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var global: GlobalOptions

  func answer(_ session: Session) throws -> Answer {
    let snapshot = try session.snapshot(reading)
    let show = try session.show(id, in: snapshot)
    let kept = try session.danmaku(of: show, episode: episode)
    if let episode, kept.isEmpty { throw Failure.notFound("No comments of episode \(episode) are kept.") }
    let offsets = snapshot.entry(for: show).offsets
    return Answer(
      fields: {
        [("show", snapshot.json(show)), ("danmaku", .array(kept.map { Self.json($0, offsets) }))] + session.pastFields
      },
      hint: session.pastHint,
      say: { page in
        let rows = kept.map { Self.pieces($0, offsets) }
        if rows.isEmpty {
          page.line(Page.Piece("No comments are kept.", .faint))
        } else {
          page.table(rows, flexible: 4)
        }
      })
  }

  private static func json(_ stored: StoredDanmaku, _ offsets: [String: Int]) -> JSON {
    .object([
      ("episode", .number(stored.key.episode)), ("source", .string(stored.key.source.description)),
      ("comments", .number(stored.count)), ("received", .string(stored.received.iso8601)),
      ("origin", .string(stored.origin)), ("own", .bool(stored.isUsers)),
      ("offset", .decimal(Double(offsets[stored.key.source.description] ?? 0) / 1000)),
    ])
  }

  private static func pieces(_ stored: StoredDanmaku, _ offsets: [String: Int]) -> [Page.Piece] {
    [
      Page.Piece("\(stored.key.episode)", .strong), Page.Piece(Count.grouped(stored.count)),
      Page.Piece(stored.key.source.description),
      Page.Piece(offsets[stored.key.source.description].map(DanmakuOffset.text) ?? "", .new),
      Page.Piece(stored.origin, .faint), Page.Piece(stored.received.iso8601, .faint),
    ]
  }
}

extension Session {
  /// The comments that are kept of a show, now or at the moment that is looked back at.
  func danmaku(of show: ShowID, episode: Int?) throws -> [StoredDanmaku] {
    // Before the first commit nothing was kept.
    if let past, past.commit == nil { return [] }
    return try library.danmaku(of: show, in: past?.commit).filter { episode == nil || $0.key.episode == episode }
  }

  /// Refuses an episode that the show cannot have.
  func check(episode: Int, of show: ShowID, in snapshot: Snapshot) throws(Failure) {
    guard DanmakuKey.episodes.contains(episode) else {
      throw .usage("An episode is a whole number from 1 to \(DanmakuKey.episodes.upperBound).")
    }
    guard let count = snapshot.catalogue.show(show)?.episodeCount, episode > count else { return }
    throw .notFound("There is no episode \(episode): the show has \(Count.of(count, "episode")).")
  }
}

extension DanmakuSource {
  /// Reads what the command line says.
  init(reading text: String) throws {
    guard let source = DanmakuSource(text) else {
      throw ValidationError(
        "“\(text)” is no name for a source: a letter or digit, then letters, digits, `-`, `_` and `.`, at most 32.")
    }
    self = source
  }
}
