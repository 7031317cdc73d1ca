public import Anime

/// How one show differs between two commits, as one provider tells of it.
public struct ShowDifference: Hashable, Sendable {
  /// The show.
  public var show: ShowID
  /// The provider that tells of it.
  public var provider: String
  /// What was said before; nil where the provider did not list it.
  public var before: Show?
  /// What is said after; nil where the provider no longer lists it.
  public var after: Show?

  /// The facts that differ; none where the show came or went.
  public var changes: [ShowFieldChange] {
    guard let before, let after else { return [] }
    return before.changes(to: after)
  }

  /// A title to show, the later one.
  public var title: String { (after ?? before)?.titles.native ?? show.description }
}

/// One step in the history of a show.
public struct ShowVersion: Hashable, Sendable {
  /// The commit that made it.
  public var commit: CommitSummary
  /// What came, changed or went.
  public var difference: ShowDifference
}
