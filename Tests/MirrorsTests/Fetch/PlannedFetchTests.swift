import Testing

@testable import Mirrors

@Suite struct PlannedFetchTests {
  private let now = Duration.seconds(1_000_000)
  private let fast = TestFetch.Behaviour.answers(after: .milliseconds(50))

  private func failed(_ mirror: Int, _ code: Fault.Code, retryAfter: Duration? = nil) -> Observation {
    Observation(TestFetch.mirror(mirror), .content, .failure(Fault(code, retryAfter: retryAfter)))
  }

  @Test func `The first that answers is enough`() {
    var test = TestFetch([fast, fast, fast])

    let course = test.sync(at: now)

    #expect(course.outcome == .raced(.accepted(0)))
    #expect(course.started == [0])
  }

  @Test func `The hedge goes to another group first`() {
    var test = TestFetch([.silent, fast, fast], groups: [0: "cdn", 1: "cdn"])

    let course = test.sync(at: now)

    #expect(course.started == [0, 2])
    #expect(course.starts.last?.at == .milliseconds(400))
    #expect(course.outcome == .raced(.accepted(2)))
  }

  @Test func `A failure lets the next one start at once`() {
    var test = TestFetch([.fails(.refused), fast])

    #expect(test.sync(at: now).starts.map(\.at) == [.zero, .milliseconds(10)])
  }

  @Test func `Who is left alone is told as that, and not asked`() {
    var test = TestFetch([fast, .fails(.reset)])
    test.book.note(failed(0, .busy, retryAfter: .seconds(60)), at: now)

    let course = test.sync(at: now)

    #expect(course.started == [1])
    #expect(course.failures.map(\.reason) == [.leftAlone(.busy(until: now + .seconds(60))), .failed(.reset)])
  }

  @Test func `Where all are to be left alone it ends at once and asks nobody`() {
    var test = TestFetch([fast, fast], sources: [.tells("0.3.5")])
    for mirror in 0...1 { test.book.note(failed(mirror, .refusing), at: now) }

    let course = test.sync(at: now + .seconds(1))

    #expect(course.outcome == .raced(.failed))
    #expect(course.took == .zero)
    #expect(course.started.isEmpty)
    #expect(course.questions.isEmpty)
  }

  @Test func `With every mirror silent a typed sync ends after five seconds, and says who was late`() {
    var test = TestFetch([.silent, .silent, .trickles])

    let course = test.sync(at: now)

    #expect(course.outcome == .raced(.failed))
    #expect(course.took == .seconds(5))
    #expect(course.started == [0, 1, 2])
    #expect(course.failures.map(\.reason) == [.tooLate, .tooLate, .tooLate])
    #expect(test.book.track(TestFetch.mirror(0), .content).lastFault?.code == .stalled)
    #expect(test.book.track(TestFetch.mirror(2), .content).lastFault?.code == .tooSlow)
  }

  @Test func `Who sends at speed is waited for beyond that`() {
    var test = TestFetch([.answers(after: .seconds(1), lasting: .seconds(20)), .silent])

    let course = test.sync(at: now)

    #expect(course.outcome == .raced(.accepted(0)))
    #expect(course.took == .seconds(21))
  }

  @Test func `A source that tells late costs no second more`() {
    var test = TestFetch([.silent, .silent], sources: [.tells("0.3.5", after: .milliseconds(1500))])

    let course = test.sync(at: now)

    #expect(course.started == [0, 1])
    #expect(course.took == .seconds(5))
  }

  @Test func `With every source silent it ends in time too`() {
    var test = TestFetch([fast], sources: [.silent, .silent])

    let course = test.sync(at: now)

    #expect(course.took == .seconds(5))
    #expect(course.started.isEmpty)
    #expect(test.book.track(TestFetch.source(0), .metadata).lastFault?.code == .stalled)
  }

  @Test func `In the background nobody waits, and who is slow has its time`() {
    var test = TestFetch([.answers(after: .seconds(30)), .fails(.refused)])

    #expect(test.sync(.background, at: now).outcome == .raced(.accepted(0)))
  }

  @Test func `What broke off is gone on with once`() {
    var test = TestFetch([.breaks, fast])

    let course = test.sync(at: now)

    #expect(course.started == [0, 0])
    #expect(course.outcome == .raced(.accepted(0)))
    #expect(test.book.track(TestFetch.mirror(0), .content).failures == 1)
    #expect(test.book.track(TestFetch.mirror(0), .content).successes == 1)
  }

  @Test func `A black hole is not asked first for ever`() {
    var test = TestFetch([fast, .answers(after: .milliseconds(100)), .answers(after: .milliseconds(120))])
    _ = test.sync(at: now)
    // The best of them until today.
    test.mirrors[0] = .silent

    let first = test.sync(at: now + .seconds(3600))
    let second = test.sync(at: now + .seconds(7200))

    #expect(first.started == [0, 1])
    #expect(first.outcome == .raced(.accepted(1)))
    #expect(second.started == [1])
  }

  @Test func `Nothing follows the end`() {
    var (fetch, book) = fetchOfOne()
    _ = fetch.handle(.finished(0, Measure()), book: &book, at: now + .seconds(1))
    #expect(fetch.handle(.accepted(0, nil), book: &book, at: now + .seconds(1)) == [.end(.raced(.accepted(0)))])

    #expect(fetch.handle(.tick, book: &book, at: now + .seconds(10)).isEmpty)
  }

  @Test func `A whole answer is a success only when it was judged`() {
    var (fetch, book) = fetchOfOne()
    _ = fetch.handle(.finished(0, Measure()), book: &book, at: now + .seconds(1))
    #expect(book.journal.isEmpty)

    _ = fetch.handle(.rejected(0, .failed(.lying), Fault(.lying)), book: &book, at: now + .seconds(1))

    #expect(book.track(TestFetch.mirror(0), .content).successes == 0)
    #expect(book.origins[TestFetch.mirror(0)]?.strikes == 1)
  }

  /// A fetch from one mirror that has begun.
  private func fetchOfOne() -> (PlannedFetch<TestReason>, HealthBook) {
    var book = HealthBook(timing: .orderly)
    var random = SeededGenerator(seed: 1)
    var fetch = PlannedFetch<TestReason>(
      provider: "p", mirrors: [.init(TestFetch.mirror(0), needsVersion: false)], sources: [], present: nil,
      for: .typed, book: &book, at: now, random: &random)
    _ = fetch.handle(.begin, book: &book, at: now)
    return (fetch, book)
  }
}

/// What a sync by itself costs those who serve.
@Suite struct FrugalFetchTests {
  private let now = Duration.seconds(1_000_000)
  private let fast = TestFetch.Behaviour.answers(after: .milliseconds(50))

  @Test func `An unchanged hour costs one question and no file`() throws {
    var test = TestFetch([fast, fast], sources: [.tells("0.3.5"), .tells("0.3.5")], present: "0.3.5")
    let unchanged = CatalogueRace<TestReason>.Outcome.unchanged(try #require(Version("0.3.5")))
    // Two are of one opinion once a day.
    #expect(test.sync(.background, at: now).questions.count == 2)

    for hour in 1...23 {
      let course = test.sync(.background, at: now + .seconds(hour * 3600))
      #expect(course.questions.count == 1)
      #expect(course.started.isEmpty)
      #expect(course.outcome == unchanged)
    }
    #expect(test.sync(.background, at: now + .seconds(25 * 3600)).questions.count == 2)
  }

  @Test func `A source that lags leads to the next`() {
    var test = TestFetch([fast], sources: [.tells("0.3.4"), .tells("0.3.6")], present: "0.3.5")
    // The one that lags is known to answer sooner.
    for place in 0...1 {
      let measure = Measure(firstByte: .milliseconds(10 + 500 * place), total: .seconds(1))
      test.book.note(Observation(TestFetch.source(place), .metadata, .success, measure), at: now)
    }

    let course = test.sync(.background, at: now)

    #expect(course.questions == [0, 1])
    #expect(course.outcome == .raced(.accepted(0)))
  }

  @Test func `A newer version is fetched from one mirror`() throws {
    var test = TestFetch([fast, fast], sources: [.tells("0.3.6"), .tells("0.3.6")], present: "0.3.5")

    let course = test.sync(.background, at: now)

    #expect(course.questions.count == 1)
    let mirror = try #require(course.started.first)
    #expect(course.started.count == 1)
    #expect(test.book.origins[TestFetch.mirror(mirror)]?.version == Version("0.3.6"))
  }

  @Test func `A dead source leads to the next`() {
    var test = TestFetch([fast], sources: [.fails, .tells("0.3.6")], present: "0.3.5")

    #expect(test.sync(.background, at: now).outcome == .raced(.accepted(0)))
  }
}
