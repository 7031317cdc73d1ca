internal import Anime
internal import Danmaku
internal import Library
internal import Playback

/// What was watched in a window, for people and as JSON.
struct PlaySheet {
  let outcome: WindowViewing.Outcome
  let snapshot: Snapshot

  /// Times are milliseconds of the media; `watched` are the titles of what counts as watched now.
  var fields: [JSON.Field] {
    let target = outcome.target
    return [
      ("title", .string(target.title)), ("file", .string(orNull: target.path)), ("address", .string(orNull: address)),
      ("show", target.show.map(snapshot.json) ?? .null), ("episode", .number(orNull: target.episodes?.lowerBound)),
      ("position", .number(outcome.position)), ("duration", .number(orNull: outcome.duration)),
      ("seconds", .number(outcome.seconds)), ("watched", .array(outcome.watched.map { .string($0.title) })),
      ("comments", .number(outcome.comments)), ("commentSource", .string(orNull: source)),
    ]
  }

  private var address: String? {
    if case .address(let address) = outcome.target.source { address } else { nil }
  }

  private var source: String? { outcome.commentSource.isEmpty ? nil : outcome.commentSource }

  /// Where it was left, and whether it counts as watched.
  func say(to page: inout Page) {
    let duration = outcome.duration.map { " / \(MediaTime.text($0))" } ?? ""
    page.line(
      Page.Piece(outcome.target.title, .strong), Page.Piece("  \(MediaTime.text(outcome.position))\(duration)", .faint),
      Page.Piece(outcome.watched.contains(outcome.target) ? "  ✓" : "", .good))
  }
}
