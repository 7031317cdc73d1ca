internal import CSystem
internal import Glibc
internal import Locking

/// Work that Ctrl-C ends in an orderly way.
enum Interruptible {
  /// Runs `work` to its end and returns what it gives, or throws what it throws.
  ///
  /// Ctrl-C cancels its task and waits for it, so that nothing is left half done; a second Ctrl-C ends the
  /// program at once, which the capsule survives too.
  static func run<Value: Sendable>(_ work: @escaping @Sendable () async throws -> Value) throws -> Value {
    let outcome = Lock<Result<Value, any Error>?>(nil)
    let done = eventfd(0, Int32(EFD_CLOEXEC))
    let interrupted = Interrupt.watch()
    defer {
      Interrupt.prepare()
      close(done)
    }
    let task = Task {
      do {
        let value = try await work()
        outcome.withLock { $0 = .success(value) }
      } catch {
        outcome.withLock { $0 = .failure(error) }
      }
      eventfd_write(done, 1)
    }
    var waiting = [
      pollfd(fd: done, events: Int16(POLLIN), revents: 0), pollfd(fd: interrupted, events: Int16(POLLIN), revents: 0),
    ]
    var wasInterrupted = false
    while outcome.withLock({ $0 == nil }) {
      poll(&waiting, 2, -1)
      guard !wasInterrupted, waiting[1].revents != 0 else { continue }
      wasInterrupted = true
      task.cancel()
      Interrupt.prepare()
      waiting[1].fd = -1
    }
    if wasInterrupted { throw Failure(.interrupted, "Interrupted; what was here is whole.", status: .interrupted) }
    guard let result = outcome.withLock({ $0 }) else { preconditionFailure("the work ended without an outcome") }
    return try result.get()
  }
}
