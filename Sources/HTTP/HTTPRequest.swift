/// One request: what, how much of it, and what to do about redirects. A GET, or with a body a POST.
public struct HTTPRequest: Sendable {
  /// Which redirects are followed.
  public enum Redirects: Sendable {
    /// All that are allowed.
    case follow
    /// All that are allowed, but an address that satisfies the condition is itself the answer.
    case followUnless(@Sendable (_ address: String) -> Bool)
  }

  /// The address.
  public var url: String
  /// Headers besides our own.
  public var headers: [(name: String, value: String)]
  /// The bounds of the answer.
  public var limits: HTTPLimits
  /// Which redirects are followed.
  public var redirects: Redirects
  /// What is sent; a request that sends something is a POST, and follows no redirect: what it asked for may have been
  /// done already.
  public var body: [UInt8]?
  /// Whether somebody waits for the answer.
  public var priority: HTTPPriority
  /// What an earlier request has left. Only the rest is asked for, and the answer holds both, joined; a server
  /// whose file has changed sends the whole.
  public var resuming: HTTPPartial?

  /// A GET of `url`.
  public init(
    _ url: String, headers: [(name: String, value: String)] = [], limits: HTTPLimits = .catalogue,
    redirects: Redirects = .follow, priority: HTTPPriority = .interactive, resuming: HTTPPartial? = nil
  ) {
    self.url = url
    self.headers = headers
    self.limits = limits
    self.redirects = redirects
    self.priority = priority
    self.resuming = resuming
  }
}

/// The bounds of one answer. There is no total deadline: a slow honest server may take its time.
public struct HTTPLimits: Equatable, Sendable {
  /// Until the connection stands, name lookup and TLS included.
  public var connectTimeout = Duration.seconds(4)
  /// The mean speed over this trailing time…
  public var speedWindow = Duration.seconds(5)
  /// …must not be lower than this many bytes a second, from the start on.
  public var speedFloor = 1024
  /// All header lines of one answer.
  public var headerBytes = 64 << 10
  /// The body, as received and as unpacked.
  public var bodyBytes: Int
  /// How many redirects are followed.
  public var redirects = 3

  /// The usual bounds, for a body of at most `bodyBytes`.
  public init(bodyBytes: Int) {
    self.bodyBytes = bodyBytes
  }

  /// For a whole catalogue: 64 MiB.
  public static let catalogue = HTTPLimits(bodyBytes: 64 << 20)
  /// For a small document, such as the name of a version: 1 MiB.
  public static let document = HTTPLimits(bodyBytes: 1 << 20)
}
