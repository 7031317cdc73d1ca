/// Why a request has no answer that can be used: the facts, without a sentence about them.
public enum HTTPError: Error, Hashable, Sendable {
  /// The address is no `http` or `https` URL.
  case badAddress(String)
  /// No name server knows the host, or none answered.
  case hostUnknown(String)
  /// Nothing listens there.
  case refused(String)
  /// There is no way to the host.
  case unreachable(String)
  /// No connection within the limit.
  case connectTimeout
  /// The connection broke after `received` bytes of the body.
  case reset(received: Int)
  /// The server's identity was not proven, or the handshake failed; in OpenSSL's words.
  case tls(String)
  /// Slower than the floor over the whole window.
  case stalled(bytesPerSecond: Int)
  /// The body ended early. `expected` is nil where no length was announced.
  case truncated(expected: Int?, actual: Int)
  /// The server sent more than the `expected` bytes that it had announced.
  case tooLong(expected: Int)
  /// The body is larger than we take.
  case tooLarge(limit: Int)
  /// A small body that unpacks to more than we take.
  case bomb(limit: Int)
  /// More bytes of headers than we take.
  case tooManyHeaders(limit: Int)
  /// More redirects than we follow.
  case tooManyRedirects(limit: Int)
  /// A redirect from https to http, or to something else than http and https.
  case forbiddenRedirect(to: String)
  /// A compression that we did not ask for, or broken compressed bytes.
  case badEncoding(String)
  /// The server does not speak HTTP.
  case malformed(String)
  /// Any answer but 200, with what the service says about it.
  case status(Int, sentence: String?)
  /// The task that asked was cancelled.
  case cancelled
  /// libcurl cannot be loaded; in the dynamic loader's words.
  case libraryMissing(String)
}
