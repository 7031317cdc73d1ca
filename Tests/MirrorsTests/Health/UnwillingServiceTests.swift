import Testing

@testable import Mirrors

@Suite struct BusyTests {
  private var pool = TestPool(2)

  @Test(arguments: [Purpose.typed, .background])
  mutating func `A pause that is asked for is kept, whoever wants to sync`(_ purpose: Purpose) {
    pool.fail(0, .busy, retryAfter: .seconds(120), at: .seconds(10))

    #expect(pool.plan(purpose, at: .seconds(129)).reason(0) == .busy(until: .seconds(130)))
    #expect(pool.plan(purpose, at: .seconds(130)).order.contains(0))
  }

  @Test mutating func `A pause of thirty years lasts an hour`() {
    pool.fail(0, .busy, retryAfter: .seconds(1_000_000_000), at: .seconds(10))

    #expect(pool.obstacle(0, at: .seconds(11)) == .busy(until: .seconds(3610)))
  }

  @Test(arguments: [0, -1, -1_000_000_000])
  mutating func `A pause of nothing lasts a second`(_ seconds: Int) {
    pool.fail(0, .busy, retryAfter: .seconds(seconds), at: .seconds(10))

    #expect(pool.obstacle(0, at: .seconds(10)) == .busy(until: .seconds(11)))
  }

  @Test mutating func `Who names no pause gets one between two and four seconds, not always the same`() {
    var pauses: Set<Duration> = []
    for second in 1...20 {
      let now = Duration.seconds(second * 100)
      pool.fail(0, .busy, at: now)
      guard case .busy(let until)? = pool.obstacle(0, at: now) else {
        Issue.record("no pause")
        return
      }
      pauses.insert(until - now)
      #expect(until - now >= .seconds(2) && until - now <= .seconds(4))
    }
    #expect(pauses.count > 10)
  }

  @Test mutating func `Both may ask for a pause, and then nobody is asked`() {
    pool.fail(0, .busy, retryAfter: .seconds(60), at: .seconds(10))
    pool.fail(1, .busy, retryAfter: .seconds(90), at: .seconds(10))

    let plan = pool.plan(.typed, at: .seconds(11))

    #expect(plan.order.isEmpty)
    #expect(plan.earliestReturn == .seconds(70))
    #expect(pool.book.localFault == nil)
  }

  @Test mutating func `A success ends a pause`() {
    pool.fail(0, .busy, retryAfter: .seconds(60), at: .seconds(10))
    pool.succeed(0, at: .seconds(11))

    #expect(pool.obstacle(0, at: .seconds(12)) == nil)
  }

  @Test mutating func `A pause is kept though the clock of this machine is wrong`() {
    pool.book.note(localCause: .wrongClock, at: .seconds(9))
    pool.fail(0, .busy, retryAfter: .seconds(60), at: .seconds(10))

    #expect(pool.obstacle(0, at: .seconds(11)) == .busy(until: .seconds(70)))
  }

  @Test(arguments: [LocalFault.Cause.portal, .tampering])
  mutating func `Nobody is left alone for what another says in its place`(_ cause: LocalFault.Cause) {
    pool.book.note(localCause: cause, at: .seconds(9))
    pool.fail(0, .refusing, at: .seconds(10))

    #expect(pool.obstacle(0, at: .seconds(11)) == nil)
  }
}

@Suite struct RefusalTests {
  private var pool = TestPool(2)

  @Test(arguments: [Purpose.typed, .background])
  mutating func `A refusal is remembered for ten minutes, in the service's words`(_ purpose: Purpose) {
    pool.fail(0, .refusing, sentence: "Use the archive.", at: .seconds(10))

    #expect(
      pool.plan(purpose, at: .seconds(609)).reason(0)
        == .refusing(until: .seconds(610), sentence: "Use the archive."))
    #expect(pool.plan(purpose, at: .seconds(610)).order.contains(0))
  }

  @Test mutating func `Where all refuse nobody is asked`() {
    for mirror in 0...1 { pool.fail(mirror, .refusing, at: .seconds(10)) }

    #expect(pool.plan(.typed, at: .seconds(11)).order.isEmpty)
    #expect(pool.plan(.background, at: .seconds(11)).order.isEmpty)
    #expect(pool.book.localFault == nil)
  }

  @Test mutating func `A refusal is one of files or of versions, not of both`() {
    pool.fail(0, .refusing, at: .seconds(10))

    #expect(pool.book.obstacle(to: pool.origins[0], .metadata, at: .seconds(11)) == nil)
  }
}

@Suite struct DistrustTests {
  private var pool = TestPool(3)

  init() {
    for mirror in 0...2 { pool.succeed(mirror, at: .seconds(1)) }
  }

  @Test mutating func `A proven lie is not forgiven for a day, and costs both kinds of traffic`() {
    pool.fail(0, .lying, at: .seconds(100))

    for traffic in Traffic.allCases {
      let day = Duration.seconds(100 + 86_400)
      #expect(pool.book.obstacle(to: pool.origins[0], traffic, at: day - .seconds(1)) == .distrusted(until: day))
      #expect(pool.book.obstacle(to: pool.origins[0], traffic, at: day) == nil)
    }
  }

  @Test mutating func `The second lie costs a week`() {
    pool.fail(0, .lying, at: .seconds(100))
    pool.fail(0, .lying, at: .seconds(100_000))

    #expect(pool.obstacle(0, at: .seconds(100_001)) == .distrusted(until: .seconds(100_000 + 7 * 86_400)))
    #expect(pool.book.origins[pool.origins[0]]?.strikes == 2)
  }

  @Test(arguments: [Purpose.typed, .background])
  mutating func `A liar is asked by nobody while others are well`(_ purpose: Purpose) {
    pool.fail(0, .lying, at: .seconds(100))

    #expect(pool.plan(purpose, at: .seconds(200)).leftAlone == [0])
  }

  @Test mutating func `An answer that is right ends no distrust`() {
    pool.fail(0, .lying, at: .seconds(100))
    pool.succeed(0, at: .seconds(200))

    #expect(pool.obstacle(0, at: .seconds(201)) == .distrusted(until: .seconds(86_500)))
  }
}
