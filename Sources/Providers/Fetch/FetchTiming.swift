public import HTTP

/// How long a fetch waits for what. Tests hand in shorter ones.
///
/// With everything down it all ends within 6 s: a start at 0.9 s at the latest, then 5 s of silence.
public struct FetchTiming: Sendable {
  /// The bounds of a mirror's answer.
  public var file = HTTPLimits.catalogue
  /// The bounds of a version source's answer.
  public var document = HTTPLimits.document

  /// The usual times.
  public init() {}
}
