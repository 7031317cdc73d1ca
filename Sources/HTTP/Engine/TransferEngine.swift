import CCurl
import Glibc
import Locking

/// One thread, one curl multi handle, all transfers.
///
///     get ──▶ inbox ──▶ │ take in · perform · collect · cut the slow │ ──▶ complete
///     cancel ─▶ wake ─▶ │            poll, at most 250 ms            │
///
/// Everything but `inbox` and `thread` belongs to the thread, which is what makes the class safe to send.
final class TransferEngine: @unchecked Sendable {
  private struct Inbox {
    var arrivals: [Transfer] = []
    var hasCancelled = false
    var isClosing = false
    var isClosed = false
  }

  private let curl: Curl
  private let multi: Curl.Multi
  private let inbox = Lock(Inbox())
  /// Written once, before anyone has the engine.
  private var thread = pthread_t()
  private let limits = AdmissionLimits()
  private var admission = Admission<Transfer>()
  private var active: [Curl.Handle: Transfer] = [:]
  private let sockets = SocketCount()

  init() throws(HTTPError) {
    curl = try Curl.shared.get()
    guard let multi = curl.multiInit() else { throw .libraryMissing("curl_multi_init") }
    self.multi = multi
    curl.set(multi, CURLMOPT_PIPELINING, Int(CURLPIPE_MULTIPLEX))
    curl.set(multi, CURLMOPT_MAX_HOST_CONNECTIONS, limits.requestsPerOrigin)
    curl.set(multi, CURLMOPT_MAX_TOTAL_CONNECTIONS, limits.requests)
    curl.set(multi, CURLMOPT_MAXCONNECTS, limits.connectionsKept)
    startThread()
  }

  /// A moment of the engine's clock.
  static var now: Duration {
    epoch.duration(to: .now)
  }

  private static let epoch = ContinuousClock.now

  /// Hands a transfer to the thread.
  func add(_ transfer: Transfer) {
    let isTaken = inbox.withLock { inbox in
      if !inbox.isClosed { inbox.arrivals.append(transfer) }
      return !inbox.isClosed
    }
    if isTaken { wake() } else { transfer.end(.failure(.cancelled), at: Self.now) }
  }

  /// Has the thread end what was cancelled.
  func noteCancelled() {
    inbox.withLock { $0.hasCancelled = true }
    wake()
  }

  private func wake() {
    inbox.withLock { if !$0.isClosed { _ = curl.multiWakeUp(multi) } }
  }

  /// Ends the thread, once. Transfers still under way end as cancelled.
  func close(waiting: Bool) {
    inbox.withLock { $0.isClosing = true }
    wake()
    _ = waiting ? pthread_join(thread, nil) : pthread_detach(thread)
  }

  private func startThread() {
    let me = Unmanaged.passRetained(self).toOpaque()
    let result = pthread_create(
      &thread, nil,
      { context in
        guard let context else { return nil }
        let engine = Unmanaged<TransferEngine>.fromOpaque(context).takeRetainedValue()
        engine.run()
        return nil
      }, me)
    precondition(result == 0, "no thread for the network: \(result)")
  }
}

// MARK: - On the thread

extension TransferEngine {
  private func run() {
    // Signals are for the threads that wait for them.
    var signals = sigset_t()
    sigfillset(&signals)
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    while takeIn() {
      perform()
      cut(at: Self.now)
      // Last before the wait: what ended has left its place, and nobody else would wake the thread for it.
      admit()
      let next = nextLook(at: Self.now)
      let wait: Duration = next.map { max(.zero, min($0 - Self.now, .milliseconds(250))) } ?? .seconds(600)
      _ = curl.multiPoll(multi, nil, 0, CInt(wait / .milliseconds(1)) + 1, nil)
    }
    for (handle, transfer) in active {
      release(handle)
      end(transfer, .failure(.cancelled))
    }
    admission.removeAll { _ in true }.forEach { end($0, .failure(.cancelled)) }
    let late = inbox.withLock { inbox in
      inbox.isClosed = true
      defer { inbox.arrivals = [] }
      return inbox.arrivals
    }
    late.forEach { end($0, .failure(.cancelled)) }
    _ = curl.multiCleanup(multi)
  }

  /// Takes in what has arrived; false when the engine is to close.
  private func takeIn() -> Bool {
    let (arrivals, hasCancelled, isClosing) = inbox.withLock { inbox in
      defer { (inbox.arrivals, inbox.hasCancelled) = ([], false) }
      return (inbox.arrivals, inbox.hasCancelled, inbox.isClosing)
    }
    for transfer in arrivals {
      if isClosing || transfer.isCancelled.withLock({ $0 }) {
        end(transfer, .failure(.cancelled))
      } else {
        admission.add(transfer, for: place(of: transfer))
      }
    }
    if hasCancelled {
      admission.removeAll { $0.isCancelled.withLock { $0 } }.forEach { end($0, .failure(.cancelled)) }
    }
    return !isClosing
  }

  private func place(of transfer: Transfer) -> Admission<Transfer>.Place {
    .init(origin: transfer.origin, priority: transfer.request.priority)
  }

  /// Starts what there is a place for.
  private func admit() {
    // Two are the engine's own, for being woken.
    while !admission.isEmpty, let next = admission.next(descriptors: 2 + sockets.open + descriptorsToCome) {
      next.begin(at: Self.now)
      start(next)
    }
  }

  private var descriptorsToCome: Int {
    active.values.reduce(0) { $0 + $1.descriptorsToCome }
  }

  /// Each hop has a handle of its own: a used one keeps its buffer, whose size can then not be set. The
  /// connections belong to the multi handle and are used again all the same.
  private func start(_ transfer: Transfer) {
    guard let handle = curl.easyInit() else { preconditionFailure("curl has no memory for a transfer") }
    let waitsForOthers = admission.multiplexes(transfer.origin)
    transfer.set(handle, curl: curl, sockets: sockets, waitsForOthers: waitsForOthers)
    active[handle] = transfer
    let result = curl.multiAdd(multi, handle)
    precondition(result == CURLM_OK, "curl refuses a transfer: \(result.rawValue)")
  }

  private func perform() {
    var running: CInt = 0
    _ = curl.multiPerform(multi, &running)
    var waiting: CInt = 0
    while let message = curl.multiMessage(multi, &waiting) {
      guard message.pointee.msg == CURLMSG_DONE, let handle = message.pointee.easy_handle,
        let transfer = active[handle]
      else { continue }
      // The message dies with the handle's place in the multi.
      let code = curl_message_result(message)
      let ending = transfer.ending(code, handle: handle, curl: curl)
      release(handle)
      switch ending {
      case .done(let result): end(transfer, result)
      case .redirected(let address):
        transfer.redirect(to: address, at: Self.now)
        admission.add(transfer, for: place(of: transfer), isFirst: true)
      }
    }
  }

  /// Ends what was cancelled or is too slow.
  private func cut(at now: Duration) {
    for (handle, transfer) in active {
      guard let error = reasonToCut(transfer, at: now) else { continue }
      release(handle)
      end(transfer, .failure(error))
    }
  }

  /// Tells progress, and returns when to look again.
  private func nextLook(at now: Duration) -> Duration? {
    active.values.reduce(nil) { next, transfer in
      let moments = [transfer.report(at: now), transfer.speed.nextCheck(after: now), next]
      return moments.compactMap(\.self).min()
    }
  }

  private func reasonToCut(_ transfer: Transfer, at now: Duration) -> HTTPError? {
    if transfer.isCancelled.withLock({ $0 }) { return .cancelled }
    guard transfer.speed.isFull(at: now) else { return nil }
    let speed = transfer.speed.mean(at: now)
    return speed < transfer.request.limits.speedFloor ? .stalled(bytesPerSecond: speed) : nil
  }

  private func release(_ handle: Curl.Handle) {
    if let transfer = active[handle] {
      transfer.measure(handle, curl: curl)
      admission.finish(transfer.origin)
      if let version = transfer.version { admission.note(transfer.origin, multiplexes: version == .http2) }
    }
    _ = curl.multiRemove(multi, handle)
    curl.easyCleanup(handle)
    // Last, because the handle points to the transfer.
    active[handle] = nil
  }

  private func end(_ transfer: Transfer, _ result: Result<HTTPResponse, HTTPError>) {
    curl.listFree(transfer.headerList)
    transfer.headerList = nil
    transfer.end(result, at: Self.now)
  }
}
