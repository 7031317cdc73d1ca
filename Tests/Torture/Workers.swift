import Glibc
import Locking

/// Work on several threads: each takes the next number until there is none.
enum Workers {
  private final class Job: Sendable {
    let next = Lock(0)
    let body: @Sendable (Int) -> Bool

    init(_ body: @escaping @Sendable (Int) -> Bool) {
      self.body = body
    }

    func run() {
      while body(next.withLock { next in (next, next += 1).0 }) {}
    }
  }

  /// Calls `body` with 0, 1, 2 … on `count` threads, until it says that there is no more.
  static func run(_ count: Int, _ body: @escaping @Sendable (Int) -> Bool) {
    let job = Job(body)
    let threads = (1..<max(1, count)).compactMap { _ -> pthread_t? in
      var thread = pthread_t()
      let status = pthread_create(
        &thread, nil,
        { pointer in
          // Balanced by the retain for this thread, below.
          Unmanaged<Job>.fromOpaque(pointer!).takeRetainedValue().run()
          return nil
        }, Unmanaged.passRetained(job).toOpaque())
      return status == 0 ? thread : nil
    }
    job.run()
    for thread in threads { pthread_join(thread, nil) }
  }

  /// Calls `body` with each number below `total`.
  static func each(_ total: Int, on count: Int, _ body: @escaping @Sendable (Int) -> Void) {
    run(count) { number in
      guard number < total else { return false }
      body(number)
      return true
    }
  }
}
