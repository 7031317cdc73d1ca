/// How a request ended, how long everything took, and what is left of it where it broke off.
public struct HTTPOutcome: Sendable {
  /// The answer, or why there is none.
  public let result: Result<HTTPResponse, HTTPError>
  /// How long everything took.
  public let timings: HTTPTimings
  /// What a later request may go on from; nil where it has to begin anew.
  public let partial: HTTPPartial?
}
