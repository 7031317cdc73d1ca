/// When a request got how far, counted from its start; also of one that failed.
///
///     |── nameLookup ──| … |── connect ──| … |── firstByte ──| … |── total
///
/// Where redirects were followed, the lookup, the connection and the address are those of the server that was
/// asked: it is what a choice among servers is about. The first byte and the version are the final answer's.
public struct HTTPTimings: Equatable, Sendable {
  /// Until the name had an address; nil where it never had one.
  public var nameLookup: Duration?
  /// Until the connection stood, TLS included; nil where it never did.
  public var connect: Duration?
  /// Until the first byte of the answer; nil where none came.
  public var firstByte: Duration?
  /// Until the end.
  public var total = Duration.zero
  /// Whether an earlier request's connection was used, so that ``connect`` measures nothing.
  public var isReused = false
  /// The numeric address of the server; nil where none was tried.
  public var hostAddress: String?
  /// The version that was spoken.
  public var version: HTTPVersion?
  /// What the server takes for now, in seconds since 1970; nil where it does not say.
  public var serverDate: Int?

  /// Timings of a request that never began.
  public init() {}
}

/// A version of HTTP.
public enum HTTPVersion: String, Sendable {
  /// HTTP/1.0
  case http1_0 = "1.0"
  /// HTTP/1.1
  case http1_1 = "1.1"
  /// HTTP/2
  case http2 = "2"
  /// HTTP/3
  case http3 = "3"
}
