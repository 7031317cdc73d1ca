internal import Anime
internal import App

/// What a look through the user's folders brought, for people and as JSON.
struct LocalScanSheet {
  let outcome: LocalScan.Outcome
  let folders: [String]
  let words: LocalFileStrings

  private var episodes: [LocalEpisode] { outcome.index.episodes }
  private var unmatched: [LocalEpisode] { episodes.filter { !$0.isLikely } }

  /// So many files without a show are listed for people.
  private static let listed = 20

  /// What could not be looked into.
  var failure: Failure? {
    guard let first = outcome.troubles.first else { return nil }
    var failure = Failure(.failed, first.sentence)
    failure.details = outcome.troubles.dropFirst().map(\.sentence)
    return failure
  }

  /// The fields of JSON.
  var fields: [JSON.Field] {
    [
      ("folders", .array(folders.map { .string($0) })), ("files", .number(episodes.count)),
      ("shows", .number(Set(episodes.filter(\.isLikely).compactMap(\.show)).count)),
      ("added", .number(outcome.added)), ("changed", .number(outcome.changed)), ("removed", .number(outcome.removed)),
      ("unopened", .number(outcome.unopened)),
      ("unmatched", .array(unmatched.map { .string($0.file.path) })),
      (
        "problems",
        .array(
          outcome.troubles.map { .object([("path", .string($0.path)), ("message", .string($0.sentence))]) })
      ),
    ]
  }

  /// Counts first, then the files of which nobody knows the show.
  func say(to page: inout Page) {
    let shows = Set(episodes.filter(\.isLikely).compactMap(\.show)).count
    page.line(
      Page.Piece(words.found(episodes.count, shows), .strong),
      Page.Piece("  " + words.changes(outcome.added, outcome.changed, outcome.removed), .faint))
    if outcome.unopened > 0, MediaProbe.isPossible { page.line(Page.Piece(words.unopened(outcome.unopened), .faint)) }
    guard !unmatched.isEmpty else { return }
    page.line()
    page.line(Page.Piece(words.unmatched, .faint))
    for episode in unmatched.prefix(Self.listed) { page.line(Page.Piece("  \(episode.file.path)")) }
    if unmatched.count > Self.listed { page.line(Page.Piece("  +\(unmatched.count - Self.listed)", .faint)) }
  }
}
