@testable import Mirrors

/// Mirrors that serve the same file and the book about them; a line of a test is an event.
///
///     var pool = TestPool(3)
///     pool.fail(0, at: .seconds(1))
///     #expect(pool.plan(.background, at: .seconds(2)).order == [1, 2, 0])
struct TestPool {
  var book: HealthBook
  let pool: HealthBook.Pool
  let origins: [Origin]
  private var random = SeededGenerator(seed: 7)

  /// `count` mirrors; those whose place has a name in `groups` share their fate with all of that name.
  init(
    _ count: Int, groups: [Int: String] = [:], traffic: Traffic = .content, timing: HealthTiming = .orderly
  ) {
    book = HealthBook(timing: timing)
    pool = HealthBook.Pool("p", traffic)
    origins = (0..<count).compactMap { Origin("https://m\($0).test") }
    book.enroll(pool, origins.enumerated().map { ($1, groups[$0]) })
  }

  mutating func fail(
    _ mirror: Int, _ code: Fault.Code = .refused, retryAfter: Duration? = nil, sentence: String? = nil,
    at now: Duration
  ) {
    let fault = Fault(code, retryAfter: retryAfter, sentence: sentence)
    book.note(Observation(origins[mirror], pool.traffic, .failure(fault)), at: now)
  }

  /// Fails `mirror` so often that its breaker opens, where it may.
  mutating func open(_ mirror: Int, at now: Duration) {
    for _ in 1...3 { fail(mirror, at: now) }
  }

  mutating func succeed(
    _ mirror: Int, firstByte: Duration? = .milliseconds(100), total: Duration = .milliseconds(200), bytes: Int = 0,
    at now: Duration
  ) {
    let measure = Measure(firstByte: firstByte, total: total, bytes: bytes)
    book.note(Observation(origins[mirror], pool.traffic, .success, measure), at: now)
  }

  mutating func abandon(_ mirror: Int, after total: Duration, at now: Duration) {
    book.note(Observation(origins[mirror], pool.traffic, .abandoned, Measure(total: total)), at: now)
  }

  mutating func begin(_ mirror: Int, isRetry: Bool = false, at now: Duration) {
    book.begin(origins[mirror], pool.traffic, isRetry: isRetry, at: now)
  }

  mutating func plan(_ purpose: Purpose, pinned: Int? = nil, at now: Duration) -> Plan {
    let candidates = origins.enumerated().map { Candidate($1, isPinned: $0 == pinned) }
    return book.plan(pool, candidates, for: purpose, at: now, random: &random)
  }

  func track(_ mirror: Int) -> Track { book.track(origins[mirror], pool.traffic) }

  func obstacle(_ mirror: Int, at now: Duration) -> Plan.Reason? {
    book.obstacle(to: origins[mirror], pool.traffic, at: now)
  }

  /// When the breaker of `mirror` is due; nil where it is not open.
  func restsUntil(_ mirror: Int) -> Duration? {
    if case .open(let until) = track(mirror).breaker { until } else { nil }
  }
}

extension HealthTiming {
  /// The usual numbers, in a world where the order of the configuration decides among equals.
  static var orderly: HealthTiming {
    var timing = HealthTiming()
    timing.drawsLots = false
    return timing
  }
}

extension Plan {
  /// The places of those who are left alone.
  var leftAlone: [Int] { excluded.map(\.candidate).sorted() }

  /// Why the candidate at `place` is left alone.
  func reason(_ place: Int) -> Reason? {
    excluded.first { $0.candidate == place }?.reason
  }
}
