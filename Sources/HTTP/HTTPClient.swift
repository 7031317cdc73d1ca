import Locking

/// Asks servers for bytes, counted, capped and timed.
///
///     let client = HTTPClient(userAgent: "yozakura/1.0")
///     let page = try await client.get(HTTPRequest("https://example.org/data.json"))
///
/// libcurl and its thread start with the first request, so that a client costs nothing until then.
/// The proxy variables mean what they always mean; there are no cookies and no passwords.
public final class HTTPClient: Sendable {
  private let userAgent: String
  private let authorities: String?
  private let engine = Lock<TransferEngine?>(nil)

  /// A client that calls itself `userAgent`.
  ///
  /// `certificateAuthorities` is a PEM file to trust instead of the system's.
  public init(userAgent: String, certificateAuthorities: String? = nil) {
    self.userAgent = userAgent
    authorities = certificateAuthorities
  }

  deinit {
    engine.withLock { $0?.close(waiting: false) }
  }

  /// Ends every transfer as cancelled, and returns when the thread has ended.
  ///
  /// To be called before the process exits: OpenSSL takes itself down then, and a transfer still under way
  /// would fall over what is gone. A later request starts anew.
  public func close() {
    let running = engine.withLock { engine in
      defer { engine = nil }
      return engine
    }
    running?.close(waiting: true)
  }

  /// The whole answer to `request`; everything that is not whole and usable is thrown.
  ///
  /// `onEvent` is called on the client's thread and must return at once. Cancelling the task ends the
  /// transfer at once.
  public func get(
    _ request: HTTPRequest, onEvent: @escaping @Sendable (HTTPEvent) -> Void = { _ in }
  ) async throws(HTTPError) -> HTTPResponse {
    try await fetch(request, onEvent: onEvent).result.get()
  }

  /// Like ``get(_:onEvent:)``, and tells besides how long everything took, and what is left of an answer that
  /// broke off.
  public func fetch(
    _ request: HTTPRequest, onEvent: @escaping @Sendable (HTTPEvent) -> Void = { _ in }
  ) async -> HTTPOutcome {
    await outcome(of: request, to: nil, onEvent: onEvent)
  }

  /// Like ``fetch(_:onEvent:)``, but the body goes to `sink` as it comes and is never held in memory.
  ///
  /// No compression is asked for, so that a download which broke off can be gone on with: its partial holds no bytes,
  /// and the next sink begins behind them. When this returns, `sink` has finished.
  public func download(
    _ request: HTTPRequest, to sink: any HTTPSink, onEvent: @escaping @Sendable (HTTPEvent) -> Void = { _ in }
  ) async -> HTTPOutcome {
    let outcome = await outcome(of: request, to: sink, onEvent: onEvent)
    await sink.finish()
    return outcome
  }

  private func outcome(
    of request: HTTPRequest, to sink: (any HTTPSink)?, onEvent: @escaping @Sendable (HTTPEvent) -> Void
  ) async -> HTTPOutcome {
    do throws(HTTPError) {
      try check(request, hasSink: sink != nil)
      let outcome = await outcome(of: request, to: sink, from: try started(), onEvent: onEvent)
      guard case .failure(.hostUnknown(let host)) = outcome.result, await NameServers.areSilent(about: host) else {
        return outcome
      }
      return HTTPOutcome(result: .failure(.nameTimeout(host)), timings: outcome.timings, partial: outcome.partial)
    } catch {
      return HTTPOutcome(result: .failure(error), timings: HTTPTimings(), partial: request.resuming)
    }
  }

  private func outcome(
    of request: HTTPRequest, to sink: (any HTTPSink)?, from engine: TransferEngine,
    onEvent: @escaping @Sendable (HTTPEvent) -> Void
  ) async -> HTTPOutcome {
    let cancelled = Lock<Transfer?>(nil)
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let transfer = Transfer(
          request, to: sink, userAgent: userAgent, authorities: authorities, onEvent: onEvent
        ) { continuation.resume(returning: $0) }
        cancelled.withLock { $0 = transfer }
        // The task may have been cancelled before there was a transfer to tell.
        if Task.isCancelled { transfer.isCancelled.withLock { $0 = true } }
        engine.add(transfer)
      }
    } onCancel: {
      cancelled.withLock { $0?.isCancelled.withLock { $0 = true } }
      engine.noteCancelled()
    }
  }

  private func started() throws(HTTPError) -> TransferEngine {
    try engine.withLock { (engine) throws(HTTPError) in
      if let engine { return engine }
      let new = try TransferEngine()
      engine = new
      return new
    }
  }

  private func check(_ request: HTTPRequest, hasSink: Bool) throws(HTTPError) {
    precondition(request.body == nil || request.resuming == nil, "what is sent cannot be gone on from")
    precondition(
      hasSink || request.resuming.map { $0.count == $0.body.count } ?? true, "a sink has what is to be gone on from")
    let isPlain = { (text: String) in text.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F } }
    guard request.url.utf8.count <= 8 << 10, isPlain(request.url),
      ["http", "https"].contains(try Curl.shared.get().resolve(request.url)?.scheme)
    else { throw .badAddress(request.url) }
    for header in request.headers {
      let isOneLine = header.value.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
      precondition(isPlain(header.name) && isOneLine, "a header would break out of its line: \(header.name)")
    }
  }
}
