import Testing

@testable import Mirrors

@Suite struct LocalFaultTests {
  private var pool = TestPool(5)

  @Test mutating func `Four of five failing within ten seconds are a fault on this side`() {
    pool.succeed(4, at: .seconds(100))
    for mirror in 0...3 { pool.fail(mirror, at: .seconds(101 + mirror)) }

    #expect(pool.book.localFault == LocalFault(cause: .everythingFails, since: .seconds(104), nextTry: .seconds(119)))
  }

  @Test func `Three of four are none`() {
    var pool = TestPool(4)
    pool.succeed(3, at: .seconds(100))
    for mirror in 0...2 { pool.fail(mirror, at: .seconds(101)) }

    #expect(pool.book.localFault == nil)
    #expect(pool.track(0).failuresInRow == 1)
  }

  @Test mutating func `Failures further apart than ten seconds are none`() {
    for mirror in 0...4 { pool.fail(mirror, at: .seconds(100 + 11 * mirror)) }

    #expect(pool.book.localFault == nil)
  }

  @Test func `Mirrors that share their fate are one witness`() {
    var pool = TestPool(3, groups: [0: "cdn", 1: "cdn", 2: "cdn"])
    for mirror in 0...2 { pool.fail(mirror, at: .seconds(100)) }

    #expect(pool.book.localFault == nil)
  }

  @Test(arguments: [
    (Fault.Code.unreachable, LocalFault.Cause.noRoute), (.nameUnknown, .noDNS), (.nameTimeout, .noDNS),
    (.clock, .wrongClock), (.page, .portal), (.lying, .tampering), (.refused, .everythingFails),
    (.connectTimeout, .everythingFails), (.reset, .everythingFails), (.stalled, .everythingFails),
  ])
  mutating func `It is named after what all met`(_ code: Fault.Code, _ cause: LocalFault.Cause) {
    for mirror in 0...1 { pool.fail(mirror, code, at: .seconds(100)) }

    #expect(pool.book.localFault?.cause == cause)
  }

  @Test mutating func `Names that are unknown to one server and not told by another are one cause`() {
    pool.fail(0, .nameUnknown, at: .seconds(100))
    pool.fail(1, .nameTimeout, at: .seconds(101))

    #expect(pool.book.localFault?.cause == .noDNS)
  }

  @Test mutating func `Different failures have no name but that everything fails`() {
    pool.fail(0, .unreachable, at: .seconds(100))
    pool.fail(1, .nameUnknown, at: .seconds(101))

    #expect(pool.book.localFault?.cause == .everythingFails)
  }

  @Test(arguments: [Fault.Code.serverError, .missing, .busy, .refusing, .tooBig])
  mutating func `What services say themselves is no fault on this side`(_ code: Fault.Code) {
    for mirror in 0...4 { pool.fail(mirror, code, at: .seconds(100)) }

    #expect(pool.book.localFault == nil)
  }

  @Test mutating func `Two pages are a portal's within half a minute, later they are not`() {
    pool.fail(0, .page, at: .seconds(100))
    pool.fail(1, .page, at: .seconds(131))
    #expect(pool.book.localFault == nil)

    pool.fail(2, .page, at: .seconds(150))
    #expect(pool.book.localFault?.cause == .portal)
  }

  @Test mutating func `Nobody is penalised: what was counted is as before`() {
    pool.succeed(0, at: .seconds(50))
    pool.fail(1, at: .seconds(60))
    let before = pool.origins.indices.map { pool.track($0) }

    for mirror in 0...4 {
      for _ in 1...4 { pool.fail(mirror, .unreachable, at: .seconds(100)) }
    }

    for mirror in 0...4 {
      var after = pool.track(mirror)
      #expect(after.lastFault?.code == .unreachable)
      after.lastAsked = before[mirror].lastAsked
      after.lastFailure = before[mirror].lastFailure
      after.lastFault = before[mirror].lastFault
      #expect(after == before[mirror], "mirror \(mirror)")
    }
  }

  @Test mutating func `A breaker that opened before the others failed is closed again`() {
    pool.open(0, at: .seconds(100))
    #expect(pool.restsUntil(0) != nil)

    pool.fail(1, at: .seconds(105))

    #expect(pool.track(0).breaker == .closed)
    #expect(pool.track(0).openings == 0)
  }

  @Test mutating func `A probe that met it is made again`() {
    pool.open(0, at: .seconds(10))
    pool.begin(0, at: .seconds(100))
    pool.fail(0, at: .seconds(100))
    pool.fail(1, at: .seconds(101))

    #expect(pool.restsUntil(0) == .seconds(101))
    #expect(pool.track(0).openings == 1)
  }

  @Test mutating func `A success ends it`() {
    for mirror in 0...4 { pool.fail(mirror, at: .seconds(100)) }
    pool.succeed(2, at: .seconds(105))

    #expect(pool.book.localFault == nil)
  }

  @Test(arguments: [Fault.Code.busy, .missing, .serverError, .refusing])
  mutating func `A service that speaks ends silence`(_ code: Fault.Code) {
    for mirror in 0...4 { pool.fail(mirror, at: .seconds(100)) }
    #expect(pool.book.localFault != nil)

    pool.fail(2, code, at: .seconds(120))

    #expect(pool.book.localFault == nil)
  }

  @Test mutating func `Who speaks behind a portal does not end it`() {
    for mirror in 0...1 { pool.fail(mirror, .page, at: .seconds(100)) }
    pool.fail(2, .serverError, at: .seconds(101))

    #expect(pool.book.localFault?.cause == .portal)
  }

  @Test mutating func `The pauses between its tries grow to a minute`() throws {
    var now = Duration.seconds(100)
    var pauses: [Duration] = []
    for _ in 1...5 {
      for mirror in 0...4 { pool.fail(mirror, at: now) }
      let fault = try #require(pool.book.localFault)
      pauses.append(fault.nextTry - now)
      now = fault.nextTry
    }

    #expect(pauses == [15, 30, 60, 60, 60].map { .seconds($0) })
    #expect(pool.book.localFault?.since == .seconds(100))
  }

  @Test mutating func `Dead mirrors beside one that answers are blamed in the end`() {
    // Each sync asks the two that are dead before the one that is well.
    for sync in 1...3 {
      let start = Duration.seconds(sync * 1000)
      for mirror in 0...1 { pool.fail(mirror, at: start) }
      pool.succeed(2, at: start + .seconds(1))
    }

    for mirror in 0...1 { #expect(pool.track(mirror).failuresInRow == 3, "mirror \(mirror)") }
    #expect(pool.restsUntil(0) != nil)
  }

  @Test mutating func `Hosts that have only pages left are blamed beside one that answers`() {
    for sync in 1...3 {
      let start = Duration.seconds(sync * 1000)
      for mirror in 0...1 { pool.fail(mirror, .page, at: start) }
      #expect(pool.book.localFault?.cause == .portal)
      pool.succeed(2, at: start + .seconds(1))
    }

    #expect(pool.track(0).failuresInRow == 3)
  }

  @Test mutating func `One answer among many failures blames nobody`() {
    for mirror in 0...3 { pool.fail(mirror, at: .seconds(100)) }
    pool.succeed(4, at: .seconds(101))

    for mirror in 0...3 { #expect(pool.track(mirror).failuresInRow == 0) }
  }

  @Test mutating func `An answer after the network is back blames nobody`() {
    for mirror in 0...1 { pool.fail(mirror, at: .seconds(100)) }
    pool.succeed(2, at: .seconds(111))

    for mirror in 0...1 { #expect(pool.track(mirror).failuresInRow == 0) }
  }

  @Test(arguments: LocalFault.Cause.allCases)
  mutating func `A probe of this machine names the cause, acquits, and ends it`(_ cause: LocalFault.Cause) {
    pool.fail(0, at: .seconds(100))
    pool.book.note(localCause: cause, at: .seconds(101))
    #expect(pool.book.localFault == LocalFault(cause: cause, since: .seconds(101), nextTry: .seconds(116)))
    #expect(pool.track(0).failuresInRow == 0)

    pool.book.note(localCause: nil, at: .seconds(105))
    #expect(pool.book.localFault == nil)
  }
}

@Suite struct TamperingTests {
  private var pool = TestPool(4)

  @Test mutating func `Two unrelated lies within a minute acquit both`() {
    pool.fail(0, .lying, at: .seconds(100))
    pool.fail(1, .lying, at: .seconds(160))

    #expect(pool.book.localFault?.cause == .tampering)
    for mirror in 0...1 {
      #expect(pool.obstacle(mirror, at: .seconds(161)) == nil)
      #expect(pool.book.origins[pool.origins[mirror]]?.strikes == 0)
    }
  }

  @Test mutating func `Two lies further apart are two liars`() {
    pool.fail(0, .lying, at: .seconds(100))
    pool.fail(1, .lying, at: .seconds(161))

    #expect(pool.book.localFault == nil)
    for mirror in 0...1 { #expect(pool.book.origins[pool.origins[mirror]]?.strikes == 1) }
  }

  @Test func `Two of one group are two liars`() {
    var pool = TestPool(3, groups: [0: "cdn", 1: "cdn"])
    pool.fail(0, .lying, at: .seconds(100))
    pool.fail(1, .lying, at: .seconds(101))

    #expect(pool.book.localFault == nil)
  }

  @Test mutating func `Who lied twice before another did is acquitted of both`() {
    pool.fail(0, .lying, at: .seconds(100))
    pool.fail(0, .lying, at: .seconds(120))
    pool.fail(1, .lying, at: .seconds(130))

    #expect(pool.obstacle(0, at: .seconds(131)) == nil)
    #expect(pool.book.origins[pool.origins[0]]?.strikes == 0)
  }
}
