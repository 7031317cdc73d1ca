public import Anime

/// What the library knew at a past moment.
public struct PastSnapshot: Sendable {
  /// The moment that was asked for.
  public let moment: Instant
  /// The commit that answers; nil where the starter catalogue does, before the first commit.
  public let commit: CommitSummary?
  /// The commit that would have answered, where a collection gave up what it said and an earlier one stands in.
  public let givenUp: CommitSummary?
  /// The shows, and the list as it was.
  public let snapshot: Snapshot
  /// The list, with who said what.
  public let watchlist: Watchlist
}
