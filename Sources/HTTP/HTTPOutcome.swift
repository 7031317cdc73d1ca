/// How a request ended, and how long everything took.
public struct HTTPOutcome: Sendable {
  /// The answer, or why there is none.
  public let result: Result<HTTPResponse, HTTPError>
  /// How long everything took.
  public let timings: HTTPTimings
}
