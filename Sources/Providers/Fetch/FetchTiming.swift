public import HTTP
public import Mirrors

/// How long a fetch waits for what. Tests hand in shorter times.
///
/// With everything down it all ends within 6 s: the last start is 0.8 s after the first, then come 5 s
/// of silence, or 4 s without a connection.
public struct FetchTiming: Sendable {
  /// The bounds of a mirror's answer.
  public var file = HTTPLimits.catalogue
  /// The bounds of a version source's answer.
  public var document = HTTPLimits.document
  /// The race of the mirrors.
  public var race = RaceTiming()
  /// The poll of the version sources.
  public var poll = VersionPollTiming()
  /// Between two reports of progress.
  public var progress = Duration.milliseconds(100)

  /// The usual times.
  public init() {}
}
