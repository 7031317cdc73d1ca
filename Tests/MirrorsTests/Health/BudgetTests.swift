import Testing

@testable import Mirrors

@Suite struct HedgeTests {
  private var pool = TestPool(2)

  /// Lets the first mirror answer after each of `waits`, in milliseconds.
  private mutating func answer(after waits: [Int]) {
    for wait in waits { pool.succeed(0, firstByte: .milliseconds(wait), at: .seconds(1)) }
  }

  @Test mutating func `With less than five answers it waits the usual time`() {
    answer(after: [100, 100, 100, 100])

    #expect(pool.plan(.typed, at: .seconds(2)).hedge == .milliseconds(400))
  }

  @Test mutating func `It waits as long as nineteen of twenty answers took`() {
    answer(after: Array(101...119) + [1900])

    #expect(pool.plan(.typed, at: .seconds(2)).hedge == .milliseconds(119))
  }

  @Test(arguments: [(1, 50), (49, 50), (51, 51), (1999, 1999), (2001, 2000), (60_000, 2000)])
  mutating func `It stays within its bounds`(_ wait: Int, _ hedge: Int) {
    var pool = TestPool(1)
    for _ in 1...5 { pool.succeed(0, firstByte: .milliseconds(wait), at: .seconds(1)) }

    #expect(pool.plan(.typed, at: .seconds(2)).hedge == .milliseconds(hedge))
  }

  @Test mutating func `Failures have no latency`() {
    answer(after: [100, 100, 100, 100])
    pool.fail(0, at: .seconds(1))

    #expect(pool.track(0).latency(percentile: 95) == 100)
    #expect(pool.plan(.typed, at: .seconds(2)).hedge == .milliseconds(400))
  }

  @Test mutating func `Only the latest answers count`() {
    answer(after: Array(repeating: 1000, count: 40) + Array(repeating: 60, count: 32))

    #expect(pool.track(0).latencies.count == 32)
    #expect(pool.plan(.typed, at: .seconds(2)).hedge == .milliseconds(60))
  }

  @Test func `Without a sample there is no percentile`() {
    #expect(Track().latency(percentile: 95) == nil)
  }
}

@Suite struct BudgetTests {
  private var pool = TestPool(12)

  init() {
    for mirror in pool.origins.indices {
      pool.succeed(mirror, firstByte: .milliseconds(100 + mirror), at: .seconds(1))
    }
  }

  @Test mutating func `A failure costs a token, a success gives a tenth back, a minute a whole one`() {
    pool.fail(0, at: .seconds(1))
    #expect(pool.track(0).tokens == 9)

    pool.succeed(0, at: .seconds(1))
    #expect(abs(pool.track(0).tokens - 9.1) < 1e-9)

    pool.fail(0, at: .seconds(61))
    #expect(abs(pool.track(0).tokens - 9) < 1e-9)
  }

  @Test mutating func `There are never more than ten tokens, and never less than none`() {
    pool.succeed(0, at: .seconds(10_000))
    #expect(pool.track(0).tokens == 10)

    for _ in 1...30 { pool.fail(0, .missing, at: .seconds(10_000)) }
    #expect(pool.track(0).tokens == 0)
  }

  @Test mutating func `With half of its tokens spent a mirror is no longer asked beside another`() {
    var pool = TestPool(4)
    for mirror in 0...3 { pool.succeed(mirror, at: .seconds(1)) }
    for _ in 1...5 { pool.fail(3, .missing, at: .seconds(100)) }

    #expect(pool.plan(.background, at: .seconds(100)).reason(3) == .budget)
    #expect(pool.plan(.typed, at: .seconds(100)).order.contains(3))
    #expect(pool.plan(.background, at: .seconds(161)).order.contains(3))
  }

  @Test mutating func `The first of a plan is no retry and needs no token`() {
    var pool = TestPool(1)
    for _ in 1...20 { pool.fail(0, .missing, at: .seconds(100)) }

    #expect(pool.plan(.background, at: .seconds(100)).order == [0])
  }

  @Test mutating func `All retries together are bounded, and one a second comes back`() {
    let now = Duration.seconds(100)
    for _ in 1...10 { pool.begin(0, isRetry: true, at: now) }

    let plan = pool.plan(.background, at: now)
    #expect(plan.order == [0])
    #expect(plan.excluded.allSatisfy { $0.reason == .budget })
    #expect(plan.earliestReturn == nil)

    #expect(pool.plan(.background, at: now + .seconds(3)).order.count == 4)
    #expect(pool.plan(.background, at: now + .seconds(60)).order.count == 11)
  }

  @Test mutating func `Five requests that are no retries earn one`() {
    let now = Duration.seconds(100)
    for _ in 1...10 { pool.begin(0, isRetry: true, at: now) }
    for _ in 1...5 { pool.begin(0, at: now) }

    #expect(pool.plan(.background, at: now).order.count == 2)
  }

  @Test mutating func `A person who waits is not bound by them`() {
    for _ in 1...30 { pool.begin(0, isRetry: true, at: .seconds(100)) }

    #expect(pool.plan(.typed, at: .seconds(100)).order.count == 12)
  }

  @Test mutating func `A clock that goes back gives and takes nothing`() {
    for _ in 1...10 { pool.begin(0, isRetry: true, at: .seconds(100)) }
    pool.fail(0, .missing, at: .seconds(100))

    #expect(pool.plan(.background, at: .seconds(50)).order.count == 1)
    #expect(pool.track(0).availableTokens(pool.book.timing, at: .seconds(50)) == pool.track(0).tokens)
  }
}
