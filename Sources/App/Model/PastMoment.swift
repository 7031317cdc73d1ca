public import Anime

/// A moment that is looked back at, and the commit that answers for it.
public struct PastMoment: Hashable, Sendable {
  /// The moment that was asked for; of a bare date the last of that day, so that "today" is that day.
  public var asked: Instant
  /// The sequence number of the commit that answers; 0 is the starter catalogue.
  public var sequence: Int
  /// When that commit was made; nil for the starter.
  public var observed: Instant?
  /// Whether the content of the very last commit before the moment was given up, and an earlier one answers.
  public var isStandIn: Bool

  /// The moment `asked`, answered by the commit `sequence`.
  public init(asked: Instant, sequence: Int, observed: Instant?, isStandIn: Bool = false) {
    self.asked = asked
    self.sequence = sequence
    self.observed = observed
    self.isStandIn = isStandIn
  }
}
