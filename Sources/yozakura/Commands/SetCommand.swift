internal import Anime
internal import ArgumentParser
internal import Library

/// `set ID [--status S] [--progress N] [--score X] [--note TEXT]`
struct SetCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "Say where a show stands in your watchlist.",
    discussion: "Several things at once are one change: one `undo` takes them back.")

  @Argument(help: .showID, completion: .shows)
  var id: String
  @Option(
    help: .init(
      "\(WatchStatus.allCases.map(\.rawValue).joined(separator: ", ")), or none to take it off.", valueName: "status"),
    completion: .list(WatchStatus.allCases.map(\.rawValue) + ["none"]),
    transform: StatusChange.init(reading:))
  var status: StatusChange?
  @Option(help: .init("How many episodes you have watched.", valueName: "count"))
  var progress: Int?
  @Option(
    help: .init("0 to 10 with one decimal, or none to take it off.", valueName: "score"),
    transform: ScoreChange.init(reading:))
  var score: ScoreChange?
  @Option(help: .init("Your own words; empty takes them off.", valueName: "text"))
  var note: String?
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    guard !changes.isEmpty else { throw ValidationError("Say what to set: --status, --progress, --score or --note.") }
    if let progress, !ListEntry.progressRange.contains(progress) {
      throw ValidationError("--progress wants a whole number from 0.")
    }
    if let note, note.unicodeScalars.count > Sanitiser.maximumLength {
      throw ValidationError("--note holds at most \(Sanitiser.maximumLength) characters.")
    }
  }

  func answer(_ session: Session) throws -> Answer {
    let id = try session.show(id, in: session.library.snapshot())
    try session.library.edit(id, changes)
    let snapshot = try session.library.snapshot()
    return Answer(
      fields: { [("show", snapshot.json(id))] },
      say: { ShowRows(session: session, snapshot: snapshot).say([id], to: &$0) })
  }

  private var changes: [Change] {
    [
      status.map { .status($0.value) }, progress.map { .progress($0) }, score.map { .score($0.value) },
      note.map { .note(Sanitiser.clean($0)) },
    ].compactMap(\.self)
  }
}

/// What `--status` says: a status, or none.
struct StatusChange {
  var value: WatchStatus?

  init(reading text: String) throws {
    value = WatchStatus(rawValue: text)
    guard value == nil, text != "none" else { return }
    let words = WatchStatus.allCases.map(\.rawValue) + ["none"]
    throw ValidationError(
      "“\(text)” is no status.\(words.suggestion(for: text)) There are: \(words.joined(separator: ", ")).")
  }
}

/// What `--score` says: a score, or none.
struct ScoreChange {
  var value: Int?

  init(reading text: String) throws {
    guard text != "none" else { return }
    value = Score.read(text)
    guard value != nil else { throw ValidationError("“\(text)” is no score: 0 to 10 with one decimal, or none.") }
  }
}
