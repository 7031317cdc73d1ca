/// A whole and usable answer: 200, 206 to a request that went on from an earlier one, 304 to a conditional request,
/// or a redirect that was asked not to be followed.
public struct HTTPResponse: Sendable {
  /// The status.
  public let status: Int
  /// The address that answered, after redirects.
  public let url: String
  /// The body, unpacked, and whole also where only its rest was asked for; empty where a sink has taken it.
  public let body: [UInt8]
  /// How many bytes of body came over the wire, this time.
  public let wireBytes: Int
  /// Where the redirect that was not followed points.
  public let redirect: String?

  private let headers: HTTPHeaders

  init(status: Int, url: String, body: [UInt8], wireBytes: Int, redirect: String?, headers: HTTPHeaders) {
    self.status = status
    self.url = url
    self.body = body
    self.wireBytes = wireBytes
    self.redirect = redirect
    self.headers = headers
  }

  /// The value of a header, whatever its case.
  public func header(_ name: String) -> String? {
    headers[name]
  }
}

/// What happens during a request, for progress and for choosing among servers.
public enum HTTPEvent: Equatable, Sendable {
  /// The headers of the final answer are here; `length` is what they announce, on the wire.
  case responded(length: Int?)
  /// So much of the body came over the wire, at this mean speed over the trailing window.
  case received(bytes: Int, bytesPerSecond: Int)
}
