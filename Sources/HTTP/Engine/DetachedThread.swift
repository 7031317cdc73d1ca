import Glibc

/// A thread for what blocks and ends by itself.
///
/// Swift's pool has one thread for each core, and a blocked one keeps everybody else waiting.
public enum DetachedThread {
  private final class Work {
    let body: @Sendable () -> Void

    init(_ body: @escaping @Sendable () -> Void) {
      self.body = body
    }
  }

  /// Runs `body` on a thread of its own.
  public static func start(_ body: @escaping @Sendable () -> Void) {
    var thread = pthread_t()
    let result = pthread_create(
      &thread, nil,
      { context in
        if let context { Unmanaged<Work>.fromOpaque(context).takeRetainedValue().body() }
        return nil
      }, Unmanaged.passRetained(Work(body)).toOpaque())
    precondition(result == 0, "the system refuses a thread: \(result)")
    pthread_detach(thread)
  }
}
