import CCurl
import Locking

/// One request on its way: what was asked, and what has come so far.
///
/// Everything but `isCancelled` belongs to the engine's thread from the moment the engine has it, which is
/// what makes sending it there safe; `complete` is called once, there.
final class Transfer: @unchecked Sendable {
  let request: HTTPRequest
  /// Takes the body of the answer, where it is not to be held here.
  let sink: (any HTTPSink)?
  let userAgent: String
  let authorities: String?
  let onEvent: @Sendable (HTTPEvent) -> Void
  let complete: @Sendable (HTTPOutcome) -> Void
  let isCancelled = Lock(false)

  /// Where the request goes, after the redirects so far.
  private(set) var address: String
  /// Scheme, host and port of the present hop.
  private(set) var origin: String
  private(set) var hops = 0
  var headerList: Curl.List?
  let errorText: UnsafeMutableBufferPointer<CChar>

  /// How long the hops before this one took. Waiting for a place is no time of the server's.
  private var elapsed = Duration.zero
  private var hopStart: Duration?
  private var timings = HTTPTimings()

  /// What curl knows the present hop by.
  var handle: Curl.Handle?
  var way = Way.unknown
  /// The engine's count, for the sockets that are opened for this transfer.
  var sockets: SocketCount?
  /// Whether the address that was asked for lies in the user's own network.
  var beganInside = false
  /// Whether the present hop goes through a proxy.
  var usesProxy = false
  /// Where the present hop may not go.
  var refusedAddress: String?

  var headers = HTTPHeaders()
  /// What the body is for, once the headers are whole.
  var use = BodyUse.unknown
  var body: [UInt8] = []
  var wireBytes = 0
  /// What curl read of the body, before it cut it to the announced length.
  var observedBytes = 0
  var inflater: Inflater?
  /// Why we ourselves stopped the transfer. Curl then only knows that a callback refused the bytes.
  var verdict: Verdict?
  var speed: SpeedWindow
  private var reported = (bytes: 0, at: Duration.zero)

  /// What the body of an answer is for.
  enum BodyUse {
    case unknown
    case answer
    /// The service's own words about its refusal.
    case sentence
    case nothing
  }

  enum Verdict {
    case failed(HTTPError)
    /// Enough has come; the rest is of no interest.
    case enough
  }

  init(
    _ request: HTTPRequest, to sink: (any HTTPSink)?, userAgent: String, authorities: String?,
    onEvent: @escaping @Sendable (HTTPEvent) -> Void,
    complete: @escaping @Sendable (HTTPOutcome) -> Void
  ) {
    self.request = request
    self.sink = sink
    self.userAgent = userAgent
    self.authorities = authorities
    self.onEvent = onEvent
    self.complete = complete
    address = request.url
    origin = Self.origin(of: request.url)
    speed = SpeedWindow(length: request.limits.speedWindow, start: .zero)
    errorText = .allocate(capacity: Int(CURL_ERROR_SIZE))
    errorText.initialize(repeating: 0)
  }

  deinit {
    errorText.deallocate()
  }

  /// Begins the first hop or the next, with nothing received, at `now`.
  func begin(at now: Duration) {
    headers = HTTPHeaders()
    use = .unknown
    body = []
    wireBytes = 0
    observedBytes = 0
    inflater = nil
    verdict = nil
    speed = SpeedWindow(length: request.limits.speedWindow, start: now)
    hopStart = now
    (way, usesProxy, refusedAddress) = (.unknown, false, nil)
    reported = (0, now)
    errorText.update(repeating: 0)
  }

  /// Goes on to another address, where it has to begin anew.
  func redirect(to address: String, at now: Duration) {
    self.address = address
    origin = Self.origin(of: address)
    hops += 1
    elapsed += now - (hopStart ?? now)
    hopStart = nil
  }

  /// Tells how much has come, at most every 40 ms, and when to be asked again if something is left to tell.
  func report(at now: Duration) -> Duration? {
    guard use == .answer, wireBytes > reported.bytes else { return nil }
    let next = reported.at + .milliseconds(40)
    guard now >= next || reported.bytes == 0 else { return next }
    reported = (wireBytes, now)
    onEvent(.received(bytes: wireBytes, bytesPerSecond: speed.mean(at: now)))
    return nil
  }

  /// Reads off `handle` how long everything took, before it is gone.
  func measure(_ handle: Curl.Handle, curl: Curl) {
    if hops == 0 { timings.noteServer(handle, isSecure: isSecure, curl: curl) }
    timings.noteAnswer(handle, after: elapsed, curl: curl)
    timings.serverDate = headers["Date"].flatMap(HTTPDate.seconds)
  }

  /// Tells how it ended, at `now`.
  func end(_ result: Result<HTTPResponse, HTTPError>, at now: Duration) {
    timings.total = elapsed + now - (hopStart ?? now)
    complete(HTTPOutcome(result: result, timings: timings, partial: partial(after: result.failure)))
  }

  /// Scheme, host and port of `address`.
  private static func origin(of address: String) -> String {
    address.split(separator: "/", maxSplits: 2).prefix(2).joined(separator: "//").lowercased()
  }

  /// The version of HTTP that the present hop's server speaks, once it has answered.
  var version: HTTPVersion? {
    timings.version
  }

  /// Whether the present hop goes over TLS.
  var isSecure: Bool {
    address.lowercased().hasPrefix("https:")
  }
}

extension Result {
  fileprivate var failure: Failure? {
    if case .failure(let error) = self { error } else { nil }
  }
}
