import Testing

@testable import Mirrors

@Suite struct BreakerTests {
  private var pool = TestPool(4)

  @Test mutating func `Two failures leave a breaker closed, the third opens it`() {
    for second in 1...2 { pool.fail(0, at: .seconds(second)) }
    #expect(pool.track(0).breaker == .closed)

    pool.fail(0, at: .seconds(3))

    #expect(pool.track(0).failuresInRow == 3)
    #expect(pool.restsUntil(0) != nil)
  }

  @Test mutating func `A success begins the row of failures anew`() {
    for second in 1...2 { pool.fail(0, at: .seconds(second)) }
    pool.succeed(0, at: .seconds(3))
    for second in 4...5 { pool.fail(0, at: .seconds(second)) }

    #expect(pool.track(0).breaker == .closed)
  }

  @Test(arguments: Fault.Code.allCases.filter { ![.missing, .busy, .refusing, .lying].contains($0) })
  mutating func `Every illness opens it`(_ code: Fault.Code) {
    for second in 1...3 { pool.fail(0, code, at: .seconds(second)) }

    #expect(pool.restsUntil(0) != nil)
  }

  @Test(arguments: [.missing, .busy, .refusing, .lying] as [Fault.Code])
  mutating func `What is no illness opens none, however often it is told`(_ code: Fault.Code) {
    for second in 1...20 { pool.fail(0, code, at: .seconds(second * 100)) }

    #expect(pool.track(0).breaker == .closed)
    #expect(pool.track(0).failuresInRow == 0)
  }

  @Test mutating func `Whom another outran was not ill`() {
    for second in 1...20 { pool.abandon(0, after: .seconds(5), at: .seconds(second * 10)) }

    #expect(pool.track(0).breaker == .closed)
    #expect(pool.track(0).failures == 0)
    #expect(pool.track(0).firstByte.value == 5)
  }

  @Test mutating func `Whom another outran at once is not measured`() {
    pool.abandon(0, after: .milliseconds(20), at: .seconds(1))

    #expect(pool.track(0).firstByte.value == nil)
  }

  @Test mutating func `Each opening lasts longer, a fifth more or less, and at most a quarter of an hour`() throws {
    var now = Duration.seconds(10)
    pool.open(0, at: now)
    for opening in 1...40 {
      let rest = try #require(pool.restsUntil(0)) - now
      let usual = min(Duration.seconds(30 * opening), .seconds(900))
      #expect(rest >= usual * 0.8 && rest <= usual * 1.2, "opening \(opening)")
      now += rest
      pool.begin(0, at: now)
      pool.fail(0, at: now)
    }
  }

  @Test mutating func `It is open until its moment, and may be asked from then on`() throws {
    pool.open(0, at: .seconds(10))
    let until = try #require(pool.restsUntil(0))

    let before = pool.plan(.background, at: until - .milliseconds(1))
    #expect(before.leftAlone == [0])
    #expect(before.reason(0) == .resting(until: until))
    #expect(pool.plan(.background, at: until).leftAlone.isEmpty)
  }

  @Test mutating func `A probe that goes well closes it`() throws {
    pool.open(0, at: .seconds(10))
    pool.begin(0, at: .seconds(60))
    #expect(pool.track(0).breaker == .probing(since: .seconds(60)))

    pool.succeed(0, at: .seconds(61))

    #expect(pool.track(0).breaker == .closed)
    #expect(pool.track(0).failuresInRow == 0)
    #expect(pool.track(0).openings == 1)
  }

  @Test mutating func `A probe that fails opens it for longer`() {
    pool.open(0, at: .seconds(10))
    pool.begin(0, at: .seconds(60))
    pool.fail(0, at: .seconds(61))

    #expect(pool.track(0).openings == 2)
    #expect((pool.restsUntil(0) ?? .zero) >= .seconds(61 + 48))
  }

  @Test(arguments: [.missing, .busy, .refusing] as [Fault.Code])
  mutating func `A probe that meets somebody unwilling closes it, for that one is well`(_ code: Fault.Code) {
    pool.open(0, at: .seconds(10))
    pool.begin(0, at: .seconds(60))
    pool.fail(0, code, at: .seconds(61))

    #expect(pool.track(0).breaker == .closed)
  }

  @Test mutating func `While a probe is under way nobody else asks in the background`() {
    pool.open(0, at: .seconds(10))
    pool.begin(0, at: .seconds(60))

    #expect(pool.plan(.background, at: .seconds(61)).reason(0) == .resting(until: .seconds(120)))
  }

  @Test mutating func `An abandoned probe is made again after a while, and is no failure`() {
    pool.open(0, at: .seconds(10))
    pool.begin(0, at: .seconds(60))
    pool.abandon(0, after: .seconds(1), at: .seconds(61))

    #expect(pool.restsUntil(0) == .seconds(91))
    #expect(pool.track(0).openings == 1)
  }

  @Test mutating func `A probe that nobody reports on is given up and made again first`() {
    // Those who were never asked would be asked first for that.
    for mirror in 1...3 { pool.succeed(mirror, at: .seconds(1)) }
    pool.open(0, at: .seconds(10))
    pool.begin(0, at: .seconds(60))

    #expect(pool.plan(.background, at: .seconds(119)).leftAlone == [0])
    #expect(pool.plan(.background, at: .seconds(120)).order.first == 0)
  }

  @Test mutating func `A breaker that is due is probed first, the best beside it`() throws {
    for mirror in 1...3 { pool.succeed(mirror, at: .seconds(1)) }
    pool.open(0, at: .seconds(20))

    #expect(pool.plan(.background, at: .seconds(100)).order == [0, 1, 2, 3])
    #expect(pool.plan(.typed, at: .seconds(100)).order == [1, 2, 3, 0])
  }

  @Test mutating func `A typed plan has a resting mirror last`() {
    for mirror in 1...3 { pool.succeed(mirror, at: .seconds(1)) }
    pool.open(0, at: .seconds(20))

    let plan = pool.plan(.typed, at: .seconds(21))

    #expect(plan.order == [1, 2, 3, 0])
    #expect(plan.excluded.isEmpty)
  }

  @Test mutating func `Ten good minutes forgive an opening`() throws {
    pool.open(0, at: .seconds(10))
    pool.open(0, at: .seconds(100))
    let openings = pool.track(0).openings
    pool.succeed(0, at: .seconds(200))
    #expect(pool.track(0).openings == openings)

    pool.succeed(0, at: .seconds(200 + 599))
    #expect(pool.track(0).openings == openings - 1)
    pool.succeed(0, at: .seconds(200 + 1199))
    #expect(pool.track(0).openings == openings - 2)
  }

  @Test mutating func `Openings are forgiven however often a mirror is asked`() {
    pool.open(0, at: .seconds(10))
    #expect(pool.track(0).openings == 1)

    for minute in 1...12 { pool.succeed(0, at: .seconds(10 + minute * 60)) }

    #expect(pool.track(0).openings == 0)
  }

  @Test mutating func `Probes make no mirror seldom tested when it is idle`() {
    for mirror in 1...3 { pool.succeed(mirror, at: .seconds(1)) }
    for opening in 1...5 {
      let now = Duration.seconds(opening * 2000)
      pool.open(0, at: now)
      #expect(pool.plan(.background, at: now + .seconds(1500)).order.first == 0)
      pool.begin(0, at: now + .seconds(1500))
      pool.succeed(0, at: now + .seconds(1501))
    }

    #expect(pool.book.origins[pool.origins[0]]?.retests == 0)
  }

  @Test mutating func `The two kinds of traffic have breakers of their own`() {
    pool.open(0, at: .seconds(10))

    #expect(pool.book.obstacle(to: pool.origins[0], .metadata, at: .seconds(11)) == nil)
  }
}
