import Testing

@testable import Mirrors

/// A book that is taken up again: by the next run, or beside other processes.
@Suite struct RememberedHealthTests {
  private var pool = TestPool(3)
  private let now = Duration.seconds(1_000_000)

  /// The book as a later run takes it up, whose clock shows `now`.
  private func reopened(_ book: HealthBook, at now: Duration) -> HealthBook {
    HealthBook(
      timing: book.timing, origins: book.origins, favourites: book.favourites, localFault: book.localFault, at: now)
  }

  @Test mutating func `Wishes of services outlive a run`() {
    pool.fail(0, .busy, retryAfter: .seconds(60), at: now)
    pool.fail(1, .refusing, sentence: "No.", at: now)
    pool.fail(2, .lying, at: now)

    let book = reopened(pool.book, at: now + .seconds(1))

    for mirror in 0...2 {
      let origin = pool.origins[mirror]
      #expect(
        book.obstacle(to: origin, .content, at: now + .seconds(1)) == pool.obstacle(mirror, at: now + .seconds(1)))
    }
  }

  @Test mutating func `Moments of a clock that was years ahead are brought back`() {
    let ahead = now + .seconds(1_000_000_000)
    pool.succeed(0, at: ahead)
    pool.open(0, at: ahead)
    pool.fail(1, .busy, retryAfter: .seconds(60), at: ahead + .seconds(20))
    pool.fail(1, .refusing, at: ahead + .seconds(20))
    pool.fail(2, .lying, at: ahead + .seconds(40))

    let book = reopened(pool.book, at: now)

    for mirror in 0...2 {
      let track = book.track(pool.origins[mirror], .content)
      for moment in [track.lastAsked, track.lastSuccess, track.lastFailure] { #expect(moment ?? now <= now) }
      #expect(track.tokensAt <= now)
    }
    let untils = pool.origins.compactMap { book.obstacle(to: $0, .content, at: now)?.until }
    #expect(untils == [now + .seconds(1080), now + .seconds(600), now + .seconds(7 * 86_400)])
  }

  @Test mutating func `A clock that was behind makes nothing last longer`() {
    pool.fail(0, .busy, retryAfter: .seconds(60), at: .seconds(1))

    #expect(reopened(pool.book, at: now).obstacle(to: pool.origins[0], .content, at: now) == nil)
  }

  @Test mutating func `The probe of a process that is gone is due`() {
    pool.open(0, at: now)
    pool.begin(0, at: now + .seconds(60))

    let book = reopened(pool.book, at: now + .seconds(61))

    #expect(book.track(pool.origins[0], .content).breaker == .open(until: now + .seconds(61)))
  }

  @Test mutating func `A fault on this side that begins in the future is forgotten, and its next try comes soon`() {
    for mirror in 0...2 { pool.fail(mirror, .unreachable, at: now) }
    #expect(reopened(pool.book, at: now - .seconds(1)).localFault == nil)
    #expect(reopened(pool.book, at: now).localFault == pool.book.localFault)

    let fault = LocalFault(cause: .noRoute, since: .zero, tries: .max, nextTry: now + .seconds(1_000_000))
    var book = HealthBook(origins: [:], favourites: [:], localFault: fault, at: now)

    #expect(book.localFault?.nextTry == now + .seconds(60))
    for origin in pool.origins {
      book.note(Observation(origin, .content, .failure(Fault(.unreachable))), at: now + .seconds(61))
    }
    #expect(book.localFault?.nextTry == now + .seconds(121))
  }

  @Test func `Numbers that nobody can have counted do no harm`() throws {
    var track = Track(tokens: 1e300)
    (track.successes, track.failures, track.failuresInRow, track.openings) = (.max, .max, .max, .max)
    track.latencies = [.max, .min]
    var health = OriginHealth(group: "g")
    health.tracks = [.content: track, .metadata: track]
    (health.strikes, health.retests) = (.max, .min)
    let origin = pool.origins[0]

    var book = HealthBook(origins: [origin: health], favourites: [:], localFault: nil, at: now)
    book.enroll(pool.pool, pool.origins.map { ($0, nil) })
    var random = SeededGenerator(seed: 1)
    for code in [Fault.Code.refused, .lying, .busy] {
      for _ in 1...4 { book.note(Observation(origin, .content, .failure(Fault(code))), at: now) }
    }
    let plan = book.plan(pool.pool, pool.origins.map { Candidate($0) }, for: .typed, at: now, random: &random)

    #expect(plan.order == [1, 2] || plan.order == [2, 1])
    #expect(book.track(origin, .content).failures < 1000)
  }

  @Test mutating func `What two processes learnt at once is all in the file`() {
    var (first, second) = (pool, pool)
    first.succeed(0, at: now)
    second.fail(1, .refusing, sentence: "No.", at: now)

    let learnt = second.book.rebase(onto: first.book)

    #expect(learnt.count == 1)
    #expect(second.track(0).successes == 1)
    #expect(second.obstacle(1, at: now) == .refusing(until: now + .seconds(600), sentence: "No."))
    #expect(second.book.journal.isEmpty)
    #expect(second.book.rebase(onto: second.book).isEmpty)
  }

  @Test mutating func `A fault on this side is one for the file too`() {
    let stored = pool.book
    for mirror in 0...2 { pool.fail(mirror, .unreachable, at: now) }

    _ = pool.book.rebase(onto: stored)

    #expect(pool.book.localFault?.cause == .noRoute)
    #expect(pool.track(0).failuresInRow == 0)
  }

  @Test mutating func `That one mirror told the truth is known after a save`() {
    pool.succeed(2, at: now)
    _ = pool.book.rebase(onto: pool.book)
    pool.fail(0, .lying, at: now + .seconds(1))
    _ = pool.book.rebase(onto: pool.book)
    pool.fail(1, .lying, at: now + .seconds(2))

    #expect(pool.book.localFault == nil)
    #expect(pool.obstacle(1, at: now + .seconds(3)) != nil)
  }

  @Test mutating func `The journal of one who never takes it does not grow for ever`() {
    for second in 1...10_000 { pool.succeed(0, at: .seconds(second)) }

    #expect(pool.book.journal.count <= 4096)
    #expect(pool.book.journal.last?.at == .seconds(10_000))
    #expect(pool.book.takeJournal().count > 2000)
    #expect(pool.book.journal.isEmpty)
  }

  @Test mutating func `Whoever wants to come back is told when there is a chance`() {
    #expect(pool.book.nextChance(for: "p", at: now) == now + .seconds(15))

    for mirror in 0...2 { pool.fail(mirror, .busy, retryAfter: .seconds(60 * (mirror + 1)), at: now) }
    #expect(pool.book.nextChance(for: "p", at: now) == now + .seconds(60))

    #expect(pool.book.nextChance(for: "unknown", at: now) == now + .seconds(15))
  }
}
