import Foundation
public import Testing

/// Runs tests that wait for programs and terminals on threads of their own.
///
/// Swift's pool has one thread for each core: two such tests on two cores would keep the timers of every other test
/// waiting, and what should happen after a second would happen after a minute.
public struct Blocking: SuiteTrait, TestTrait, TestScoping {
  /// For the tests of a suite, and of the suites in it.
  public let isRecursive = true

  /// Has `function` run on one of the threads.
  public func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @concurrent @Sendable () async throws -> Void
  ) async throws {
    try await withTaskExecutorPreference(BlockingThreads.shared) { try await function() }
  }
}

extension Trait where Self == Blocking {
  /// For tests that block the thread they run on.
  public static var blocking: Self { Blocking() }
}

/// A few threads that may be blocked.
///
/// The job that came last goes first: what a test waited for goes on at once, not behind every test that has yet to
/// begin, which would leave minutes between two lines of one test.
private final class BlockingThreads: TaskExecutor, @unchecked Sendable {
  static let shared = BlockingThreads(count: 4)

  // `jobs` is touched only under the lock of `condition`.
  private let condition = NSCondition()
  private var jobs: [UnownedJob] = []

  init(count: Int) {
    for _ in 0..<count { Thread.detachNewThread { self.run() } }
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    condition.withLock {
      jobs.append(job)
      condition.signal()
    }
  }

  private func run() {
    while true {
      let job = condition.withLock {
        while jobs.isEmpty { condition.wait() }
        return jobs.removeLast()
      }
      job.runSynchronously(on: asUnownedTaskExecutor())
    }
  }
}
