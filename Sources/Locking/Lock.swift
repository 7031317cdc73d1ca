import Glibc

/// A value that one thread at a time can reach.
///
/// Over a pthread mutex, because ThreadSanitizer reports false races with
/// `Synchronization.Mutex`: it does not see that type's futex calls.
///
///     let count = Lock(0)
///     count.withLock { $0 += 1 }
public final class Lock<Value>: @unchecked Sendable {
  // Safe to send: `value` is only touched between lock and unlock of `mutex`,
  // and what crosses in or out is Sendable by the signatures below.
  private let mutex: UnsafeMutablePointer<pthread_mutex_t>
  private var value: Value

  /// Makes a lock around `value`.
  public init(_ value: sending Value) {
    self.value = value
    mutex = .allocate(capacity: 1)
    pthread_mutex_init(mutex, nil)
  }

  deinit {
    pthread_mutex_destroy(mutex)
    mutex.deallocate()
  }

  /// Runs `body` with the value, alone.
  public func withLock<Result: Sendable, Failure: Error>(
    _ body: (inout Value) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return try body(&value)
  }
}
