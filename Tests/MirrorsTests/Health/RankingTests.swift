import Testing

@testable import Mirrors

@Suite struct RankingTests {
  private var pool = TestPool(3)

  @Test mutating func `Who answers sooner goes first`() {
    for (mirror, wait) in [(0, 900), (1, 100), (2, 400)] {
      pool.succeed(mirror, firstByte: .milliseconds(wait), at: .seconds(1))
    }

    #expect(pool.plan(.typed, at: .seconds(2)).order == [1, 2, 0])
  }

  @Test mutating func `Who sends faster goes first though it begins later`() {
    let bytes = 2 << 20
    pool.succeed(0, firstByte: .milliseconds(50), total: .seconds(10), bytes: bytes, at: .seconds(1))
    pool.succeed(1, firstByte: .milliseconds(300), total: .seconds(1), bytes: bytes, at: .seconds(1))

    #expect(pool.plan(.typed, at: .seconds(2)).order.first == 1)
  }

  @Test mutating func `Who fails half the time goes after one that is slower and never does`() {
    for second in 1...10 {
      pool.succeed(0, firstByte: .milliseconds(100), at: .seconds(second * 100))
      pool.fail(0, at: .seconds(second * 100 + 50))
      pool.succeed(1, firstByte: .milliseconds(150), at: .seconds(second * 100))
    }

    #expect(pool.plan(.typed, at: .seconds(1100)).order.first == 1)
  }

  @Test mutating func `Each version behind halves what a mirror promises`() throws {
    for mirror in 0...1 { pool.succeed(mirror, at: .seconds(1)) }
    pool.book.note(try #require(Version("0.3.5")), from: pool.origins[0], at: .seconds(1))
    pool.book.note(try #require(Version("0.3.7")), from: pool.origins[1], at: .seconds(1))

    #expect(pool.plan(.typed, at: .seconds(2)).order.first == 1)
    let score = { [pool] in
      pool.book.score(pool.origins[$0], pool.pool, pool.book.newestVersion(in: pool.pool), at: .seconds(2))
    }
    #expect(score(0) * 4 == score(1))
    #expect(pool.book.versionsBehind(pool.origins[0], in: pool.pool) == 2)
  }

  @Test mutating func `A mirror whose version nobody knows is not called late`() throws {
    pool.book.note(try #require(Version("0.3.7")), from: pool.origins[1], at: .seconds(1))

    #expect(pool.book.versionsBehind(pool.origins[0], in: pool.pool) == 0)
  }

  @Test mutating func `An older version than the one that is known is not taken back`() throws {
    let newer = try #require(Version("0.3.7"))
    pool.book.note(newer, from: pool.origins[1], at: .seconds(1))
    pool.book.note(try #require(Version("0.3.2")), from: pool.origins[1], at: .seconds(2))

    #expect(pool.book.origins[pool.origins[1]]?.version == newer)
  }

  @Test mutating func `Whoever went first stays first while nobody is better by a quarter`() {
    var pool = TestPool(3, traffic: .metadata)
    pool.succeed(0, firstByte: .milliseconds(100), at: .seconds(1))
    #expect(pool.plan(.typed, at: .seconds(2)).order.first == 0)

    pool.succeed(1, firstByte: .milliseconds(81), at: .seconds(3))
    #expect(pool.plan(.typed, at: .seconds(4)).order.first == 0)

    pool.succeed(2, firstByte: .milliseconds(70), at: .seconds(5))
    #expect(pool.plan(.typed, at: .seconds(6)).order.first == 2)
  }

  @Test mutating func `Whoever was worse for a moment is not first again at once`() {
    for mirror in 0...1 { pool.succeed(mirror, at: .seconds(1)) }
    #expect(pool.plan(.typed, at: .seconds(2)).order.first == 0)
    pool.open(0, at: .seconds(100))
    #expect(pool.plan(.typed, at: .seconds(101)).order.first == 1)

    pool.succeed(0, at: .seconds(200))

    #expect(pool.plan(.typed, at: .seconds(201)).order.first == 1)
  }

  @Test mutating func `What was measured a day ago chooses nobody`() {
    var pool = TestPool(3, traffic: .metadata)
    pool.succeed(1, firstByte: .milliseconds(1), at: .seconds(1))
    let day = Duration.seconds(1 + 86_400)
    let score = { [pool] in pool.book.score(pool.origins[1], pool.pool, pool.book.newestVersion(in: pool.pool), at: $0)
    }

    #expect(score(day - .seconds(1)) > 100)
    // As good as any of which nothing is known, but for the one success.
    #expect(abs(score(day) - 2.0 / 3) < 1e-9)
  }

  @Test mutating func `A black hole that others always outrun is not asked first for ever`() {
    let (bytes, total) = (4 << 20, Duration.milliseconds(900))
    pool.succeed(0, firstByte: .milliseconds(50), total: total, bytes: bytes, at: .seconds(1))
    pool.succeed(1, firstByte: .milliseconds(100), total: total, bytes: bytes, at: .seconds(1))
    #expect(pool.plan(.typed, at: .seconds(2)).order.first == 0)

    pool.abandon(0, after: .milliseconds(800), at: .seconds(100))

    #expect(pool.plan(.typed, at: .seconds(101)).order.first == 1)
  }

  @Test mutating func `A byte that never came is shown as no latency`() {
    pool.abandon(0, after: .milliseconds(800), at: .seconds(1))

    #expect(pool.book.track(pool.origins[0], pool.pool.traffic).latencies.isEmpty)
  }

  @Test mutating func `The pinned one goes first, however slow`() {
    pool.succeed(0, firstByte: .milliseconds(10), at: .seconds(1))
    pool.succeed(2, firstByte: .seconds(5), at: .seconds(1))

    for purpose in [Purpose.typed, .background] {
      #expect(pool.plan(purpose, pinned: 2, at: .seconds(2)).order.first == 2)
    }
  }

  @Test mutating func `A pinned one that asks for a pause gets it`() {
    pool.fail(2, .busy, retryAfter: .seconds(60), at: .seconds(1))

    #expect(pool.plan(.typed, pinned: 2, at: .seconds(2)).leftAlone == [2])
  }

  @Test func `Among equals each client begins with another`() {
    var firsts: Set<Int> = []
    for seed in 0..<40 {
      var pool = TestPool(3, timing: HealthTiming())
      var random = SeededGenerator(seed: UInt64(seed))
      let candidates = pool.origins.map { Candidate($0) }
      firsts.insert(
        pool.book.plan(pool.pool, candidates, for: .typed, at: .seconds(1), random: &random).order.first ?? -1)
    }

    #expect(firsts == [0, 1, 2])
  }

  @Test mutating func `A typed plan has each mirror once`() {
    pool.open(0, at: .seconds(10))
    pool.begin(1, at: .seconds(50))

    #expect(pool.plan(.typed, at: .seconds(51)).order.sorted() == [0, 1, 2])
  }
}

@Suite struct ExplorationTests {
  private var pool = TestPool(4)

  /// Lets all four answer once, the first soonest.
  private mutating func know(at now: Duration) {
    for mirror in 0...3 { pool.succeed(mirror, firstByte: .milliseconds(100 * (mirror + 1)), at: now) }
  }

  @Test mutating func `Three are tried before one is settled on, in the background alone`() {
    pool.succeed(0, firstByte: .milliseconds(10), at: .seconds(1))

    #expect(pool.plan(.typed, at: .seconds(2)).order.first == 0)
    #expect(pool.plan(.background, at: .seconds(2)).order.first != 0)
  }

  @Test mutating func `With three known, the best goes first`() {
    know(at: .seconds(1))

    for second in 2...20 { #expect(pool.plan(.background, at: .seconds(second)).order == [0, 1, 2, 3]) }
  }

  @Test mutating func `An idle mirror is tried after a day, then after two, and not by somebody who waits`() {
    know(at: .seconds(1))
    let day = 86_400
    for mirror in 0...2 { pool.succeed(mirror, firstByte: .milliseconds(100), at: .seconds(day - 10)) }

    #expect(pool.plan(.background, at: .seconds(day)).order.first == 0)
    #expect(pool.plan(.typed, at: .seconds(day + 1)).order.first == 0)
    #expect(pool.plan(.background, at: .seconds(day + 1)).order.first == 3)

    pool.succeed(3, firstByte: .seconds(1), at: .seconds(day + 1))
    for mirror in 0...2 { pool.succeed(mirror, firstByte: .milliseconds(100), at: .seconds(3 * day)) }
    #expect(pool.plan(.background, at: .seconds(3 * day)).order.first == 0)
    #expect(pool.plan(.background, at: .seconds(3 * day + 1)).order.first == 3)
  }

  @Test mutating func `Nobody is tried before the one that the user pinned`() {
    pool.succeed(0, at: .seconds(1))

    #expect(pool.plan(.background, pinned: 0, at: .seconds(2)).order.first == 0)
  }

  @Test mutating func `A mirror that fails its test is not tested at every sync`() {
    know(at: .seconds(1))
    let start = 86_400
    for mirror in 0...2 { pool.succeed(mirror, firstByte: .milliseconds(100), at: .seconds(start)) }
    var tests = 0
    for hour in 1...24 {
      let now = Duration.seconds(start + hour * 3600)
      let first = pool.plan(.background, at: now).order.first ?? 0
      pool.begin(first, at: now)
      if first == 3 {
        tests += 1
        pool.fail(3, at: now)
      }
      for mirror in 0...2 { pool.succeed(mirror, firstByte: .milliseconds(100), at: now) }
    }

    #expect(tests == 1)
  }
}
