/// Why a request has no answer that can be used: the facts, without a sentence about them.
public enum HTTPError: Error, Hashable, Sendable {
  /// The address is no `http` or `https` URL.
  case badAddress(String)
  /// The name servers say that there is no such host.
  case hostUnknown(String)
  /// No name server told in time whether there is such a host.
  case nameTimeout(String)
  /// Nothing listens there.
  case refused(String)
  /// There is no way to the host.
  case unreachable(String)
  /// No connection within the limit.
  case connectTimeout
  /// The connection broke after `received` bytes of the body.
  case reset(received: Int)
  /// The server's identity was not proven, or the handshake failed; also in OpenSSL's words.
  case tls(TLSFault, String)
  /// Slower than the floor over the whole window; 0 where nothing came.
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
  /// A redirect into the user's own machine or network, from outside of it; the address that the name has.
  case forbiddenAddress(String)
  /// A compression that we did not ask for, or broken compressed bytes.
  case badEncoding(String)
  /// The server does not speak HTTP.
  case malformed(String)
  /// Any answer but 200, with what the service says about it and how long it asks to be left alone.
  case status(Int, sentence: String?, retryAfter: Duration? = nil)
  /// The sink that was to take the body did not: its disk may be full.
  case sinkRefused
  /// The task that asked was cancelled.
  case cancelled
  /// libcurl cannot be loaded; in the dynamic loader's words.
  case libraryMissing(String)
}
