public import Anime

/// What one commit did to one show.
public struct ShowVersion: Hashable, Sendable {
  /// The sequence number of the commit.
  public var sequence: Int
  /// When it was made.
  public var time: Instant
  /// Who gave the facts.
  public var provider: String
  /// What happened.
  public var event: Event

  /// What the commit `sequence` did.
  public init(sequence: Int, time: Instant, provider: String, event: Event) {
    self.sequence = sequence
    self.time = time
    self.provider = provider
    self.event = event
  }

  /// What can happen to a show.
  public enum Event: Hashable, Sendable {
    /// It came, or went.
    case added, removed
    /// Some of its facts changed.
    case changed([FieldChange])
  }

  /// One fact, before and after; instants are in ISO 8601 and a type is its raw value, so that each language can word
  /// them.
  public typealias FieldChange = ShowFieldChange

  /// The facts of a show that can change.
  public typealias Field = ShowField
}
