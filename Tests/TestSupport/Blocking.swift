import Foundation
public import Testing

/// Runs tests that wait for programs and terminals on threads of their own.
///
/// Swift's pool has one thread for each core: two such tests on two cores would keep the timers of every other test
/// waiting, and what should happen after a second would happen after a minute.
public struct Blocking: SuiteTrait, TestTrait, TestScoping {
  /// For the tests of a suite, and of the suites in it.
  public let isRecursive = true

  fileprivate let threads: BlockingThreads

  /// Has `function` run on one of the threads.
  public func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @concurrent @Sendable () async throws -> Void
  ) async throws {
    try await withTaskExecutorPreference(threads) { try await function() }
  }
}

extension Trait where Self == Blocking {
  /// For tests that block the thread they run on.
  public static var blocking: Self { Blocking(threads: .shared) }

  /// For suites in which one film plays after the other: they take turns from the beginning, for the rest would be over
  /// long before the last film of the longest suite.
  public static var playing: Self { Blocking(threads: .playing) }
}

/// A few threads that may be blocked.
///
/// Unchecked, for the compiler does not see that `jobs` is touched only under the lock of `condition`.
fileprivate final class BlockingThreads: TaskExecutor, @unchecked Sendable {
  /// The job that came last goes first: what a test waited for goes on at once, not behind every test that has yet to
  /// begin, which would leave minutes between two lines of one test.
  static let shared = BlockingThreads(count: 4, lastGoesFirst: true)
  /// In turn: behind a job there is at most one of each other suite.
  static let playing = BlockingThreads(count: 4, lastGoesFirst: false)

  private let condition = NSCondition()
  private var jobs: [UnownedJob] = []
  private let lastGoesFirst: Bool

  init(count: Int, lastGoesFirst: Bool) {
    self.lastGoesFirst = lastGoesFirst
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
        return lastGoesFirst ? jobs.removeLast() : jobs.removeFirst()
      }
      job.runSynchronously(on: asUnownedTaskExecutor())
    }
  }
}
