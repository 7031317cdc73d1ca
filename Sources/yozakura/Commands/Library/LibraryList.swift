internal import Anime
internal import App
internal import ArgumentParser
internal import Library

/// `library list [ID]`
struct LibraryList: Command {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Print the episodes that are in your folders, as the last scan found them.",
    discussion: "With a show only its own. The confidence is that of `identify`: below 70 a show is a guess.")
  static let schema = "library-list"
  static let lists = ["episodes"]

  @Argument(help: .showID, completion: .shows)
  var id: String?
  @OptionGroup var limits: LimitOptions
  @OptionGroup var global: GlobalOptions

  func answer(_ session: Session) throws -> Answer {
    guard let index = session.localIndex.read() else { throw Failure.notScanned(session) }
    let snapshot = try session.library.snapshot()
    let wanted = try id.map { try session.show($0, in: snapshot) }
    let found = wanted.map(index.episodes) ?? index.episodes.sorted(by: LocalEpisodeRows.byShow(snapshot))
    let rows = LocalEpisodeRows(
      session: session, snapshot: snapshot, episodes: Array(found.prefix(limits.limit ?? .max)))
    let failure = wanted != nil && found.isEmpty ? Failure.notFound("No episode of it is in your folders.") : nil
    return Answer(fields: { [("episodes", .array(rows.json))] }, failure: failure, say: rows.say)
  }
}

extension Failure {
  /// That nobody looked for episodes yet.
  static func notScanned(_ session: Session) -> Failure {
    guard !session.loaded.values.libraryFolders.isEmpty else { return .noFolders(session) }
    return .notFound("Nobody looked yet what is in your folders: `yozakura library scan` does.")
  }
}
