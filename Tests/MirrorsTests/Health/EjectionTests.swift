import Testing

@testable import Mirrors

@Suite struct EjectionTests {
  @Test(arguments: [(1, 0), (2, 1), (3, 1), (4, 2), (5, 2), (6, 3), (7, 3), (8, 4)])
  func `At most half of a pool rests at the same time, and never the last`(_ size: Int, _ cap: Int) {
    var pool = TestPool(size)
    // Far enough from each other to be no single event.
    for mirror in pool.origins.indices { pool.open(mirror, at: .seconds(100 + 11 * mirror)) }

    #expect(pool.origins.indices.count { pool.track($0).breaker != .closed } == cap)
  }

  @Test func `The only mirror that there is never rests`() {
    var pool = TestPool(1)
    for second in 1...100 { pool.fail(0, at: .seconds(second)) }

    #expect(pool.track(0).breaker == .closed)
    #expect(pool.plan(.background, at: .seconds(101)).order == [0])
  }

  @Test(arguments: [Fault.Code.busy, .refusing, .lying])
  func `Nobody rests while all others are to be left alone`(_ code: Fault.Code) {
    var pool = TestPool(3)
    pool.fail(1, code, retryAfter: .seconds(600), at: .seconds(10))
    pool.fail(2, code, retryAfter: .seconds(600), at: .seconds(100))

    pool.open(0, at: .seconds(200))

    #expect(pool.track(0).failuresInRow == 3)
    #expect(pool.track(0).breaker == .closed)
  }

  @Test func `A mirror of two providers rests only where both have others`() {
    var pool = TestPool(4)
    pool.book.enroll(HealthBook.Pool("other", .content), [(pool.origins[0], nil)])

    pool.open(0, at: .seconds(10))
    #expect(pool.track(0).breaker == .closed)

    pool.open(1, at: .seconds(100))
    #expect(pool.track(1).breaker != .closed)
  }

  @Test func `Who was kept from resting does so once another is back`() throws {
    var pool = TestPool(3)
    pool.open(0, at: .seconds(10))
    pool.open(1, at: .seconds(100))
    #expect(pool.track(1).breaker == .closed)

    pool.begin(0, at: .seconds(200))
    pool.succeed(0, at: .seconds(200))
    pool.fail(1, at: .seconds(300))

    #expect(pool.track(1).breaker != .closed)
  }
}

@Suite struct PanicTests {
  private var pool = TestPool(4)

  init() {
    pool.open(0, at: .seconds(10))
    pool.open(1, at: .seconds(30))
  }

  @Test mutating func `While half are well, those who rest are left alone`() {
    let plan = pool.plan(.background, at: .seconds(31))

    #expect(!plan.isPanic)
    #expect(plan.leftAlone == [0, 1])
  }

  @Test mutating func `With fewer than half well, breakers decide nothing and hedges are rare`() {
    pool.fail(2, at: .seconds(50))

    let plan = pool.plan(.background, at: .seconds(51))

    #expect(plan.isPanic)
    #expect(plan.order.sorted() == [0, 1, 2, 3])
    #expect(plan.hedge == .milliseconds(1600))
  }

  @Test mutating func `In a panic a liar comes last`() {
    pool.fail(2, .lying, at: .seconds(50))
    #expect(pool.plan(.typed, at: .seconds(51)).order.last == 2)

    pool.succeed(0, at: .seconds(60))
    pool.succeed(1, at: .seconds(60))
    #expect(pool.plan(.typed, at: .seconds(61)).leftAlone == [2])
  }

  @Test(arguments: [Fault.Code.busy, .refusing])
  mutating func `Even in a panic a service that wants to be left alone is`(_ code: Fault.Code) {
    pool.fail(2, code, retryAfter: .seconds(100), at: .seconds(50))

    let plan = pool.plan(.typed, at: .seconds(51))

    #expect(plan.isPanic)
    #expect(plan.leftAlone == [2])
  }

  @Test mutating func `A panic leaves the breakers running`() {
    let until = pool.restsUntil(0)
    pool.fail(2, at: .seconds(50))
    _ = pool.plan(.background, at: .seconds(51))

    #expect(pool.restsUntil(0) == until)
  }
}
