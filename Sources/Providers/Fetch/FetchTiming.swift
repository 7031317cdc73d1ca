public import HTTP
public import Mirrors

/// How long a fetch waits for what. Tests hand in shorter times.
///
/// With everything down it all ends within 6 s, because a person is told after 5 s that nobody sends anything.
public struct FetchTiming: Sendable {
  /// The bounds of a mirror's answer.
  public var file = HTTPLimits.catalogue
  /// The bounds of a version source's answer.
  public var document = HTTPLimits.document
  /// The race of the mirrors.
  public var race = RaceTiming()
  /// The poll of the version sources.
  public var poll = VersionPollTiming()
  /// How long a person waits while nobody sends anything.
  public var deadline = FetchPolicyTiming().deadline
  /// Between two reports of progress.
  public var progress = Duration.milliseconds(100)

  /// The usual times.
  public init() {}

  /// The same, as the policy has it.
  var policy: FetchPolicyTiming { FetchPolicyTiming(race: race, poll: poll, deadline: deadline) }
}
