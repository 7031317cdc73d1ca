import Testing

@testable import Mirrors

/// What holds whatever happens, over random courses of events that their seeds repeat.
@Suite struct HealthBookPropertyTests {
  /// A course of events over a pool of one to eight mirrors.
  private struct Course {
    var pool: TestPool
    var now = Duration.seconds(1_000_000)
    private var random: SeededGenerator

    init(seed: UInt64) {
      random = SeededGenerator(seed: seed)
      let count = Int.random(in: 1...8, using: &random)
      var groups: [Int: String] = [:]
      for mirror in 0..<count where Int.random(in: 0..<3, using: &random) == 0 { groups[mirror] = "shared" }
      pool = TestPool(count, groups: groups)
    }

    /// Lets one thing happen. Notes alone leave out what is no note: plans, and beginnings.
    mutating func step(notesAlone: Bool = false) {
      now += .milliseconds([10, 500, 5000, 60_000, 900_000].randomElement(using: &random) ?? 0)
      let mirror = Int.random(in: pool.origins.indices, using: &random)
      switch Int.random(in: 0..<10, using: &random) {
      case 0...1 where !notesAlone: pool.begin(mirror, isRetry: Bool.random(using: &random), at: now)
      case 2 where !notesAlone: _ = pool.plan(Bool.random(using: &random) ? .typed : .background, at: now)
      case 3...4: pool.succeed(mirror, firstByte: .milliseconds(Int.random(in: 1...3000, using: &random)), at: now)
      case 5: pool.abandon(mirror, after: .milliseconds(Int.random(in: 1...3000, using: &random)), at: now)
      default:
        let pause = [nil, Duration.seconds(5), .seconds(1_000_000_000)].randomElement(using: &random) ?? nil
        pool.fail(mirror, Fault.Code.allCases.randomElement(using: &random) ?? .reset, retryAfter: pause, at: now)
      }
    }
  }

  private static let seeds = Array(UInt64(1)...100)

  @Test(arguments: seeds)
  func `Somebody can be asked unless all want to be left alone`(_ seed: UInt64) {
    var course = Course(seed: seed)
    for step in 1...200 {
      course.step()
      for purpose in [Purpose.typed, .background] {
        var pool = course.pool
        let plan = pool.plan(purpose, at: course.now)
        guard plan.order.isEmpty else { continue }
        let wantAll = pool.origins.indices.allSatisfy { pool.wantsToBeLeftAlone($0, at: course.now) }
        #expect(wantAll, "step \(step), \(purpose): \(plan.excluded)")
      }
    }
  }

  @Test(arguments: seeds)
  func `A typed plan has everybody once but those who want to be left alone or lied`(_ seed: UInt64) {
    var course = Course(seed: seed)
    for _ in 1...200 {
      course.step()
      var pool = course.pool
      let plan = pool.plan(.typed, at: course.now)
      #expect((plan.order + plan.leftAlone).sorted() == Array(pool.origins.indices))
      for exclusion in plan.excluded {
        switch exclusion.reason {
        case .busy, .refusing, .distrusted: break
        case .resting, .budget: Issue.record("left alone: \(exclusion)")
        }
      }
    }
  }

  @Test(arguments: seeds)
  func `Whoever wants to be left alone is, in every plan`(_ seed: UInt64) {
    var course = Course(seed: seed)
    for _ in 1...200 {
      course.step()
      for purpose in [Purpose.typed, .background] {
        var pool = course.pool
        let plan = pool.plan(purpose, at: course.now)
        let isKept = plan.order.allSatisfy { !pool.wantsToBeLeftAlone($0, at: course.now) }
        #expect(isKept, "\(purpose)")
      }
    }
  }

  @Test(arguments: seeds)
  func `Nothing keeps anybody away for longer than the policy allows`(_ seed: UInt64) {
    var course = Course(seed: seed)
    for _ in 1...200 {
      course.step()
      for mirror in course.pool.origins.indices {
        let left = (course.pool.obstacle(mirror, at: course.now)?.until).map { $0 - course.now } ?? .zero
        let longest: Duration =
          switch course.pool.obstacle(mirror, at: course.now) {
          case .resting: .seconds(15 * 60) * 1.2
          case .busy: .seconds(3600)
          case .refusing: .seconds(600)
          case .distrusted: .seconds(7 * 86_400)
          case .budget, nil: .zero
          }
        #expect(left <= longest)
      }
    }
  }

  @Test(arguments: seeds)
  func `At most half of a pool rests at a time`(_ seed: UInt64) {
    var course = Course(seed: seed)
    for _ in 1...200 {
      course.step()
      let resting = course.pool.origins.indices.count { course.pool.track($0).breaker != .closed }
      #expect(resting <= course.pool.origins.count / 2)
    }
  }

  @Test(arguments: seeds)
  func `The journal noted again on the same beginning gives the same book`(_ seed: UInt64) {
    var course = Course(seed: seed)
    let beginning = course.pool.book
    for _ in 1...200 { course.step(notesAlone: true) }

    var again = course.pool.book
    _ = again.rebase(onto: beginning)

    #expect(again.origins == course.pool.book.origins)
    #expect(again.localFault == course.pool.book.localFault)
    #expect(again.favourites == course.pool.book.favourites)
  }

  @Test(arguments: seeds)
  func `A mirror that is well from now on is asked first within an hour in the background`(_ seed: UInt64) {
    var course = Course(seed: seed)
    for _ in 1...200 { course.step() }
    var pool = course.pool
    let well = pool.origins.indices.filter { pool.mayComeBack($0) }
    guard let survivor = well.first else { return }

    // All others fail for good.
    var isAsked = false
    for minute in 0..<120 where !isAsked {
      let now = course.now + .seconds(minute * 60)
      for place in pool.plan(.background, at: now).order where !isAsked {
        pool.begin(place, at: now)
        isAsked = place == survivor
        if !isAsked { pool.fail(place, at: now) }
      }
    }
    #expect(isAsked)
  }
}

extension TestPool {
  /// Whether a service asked for a pause, or refuses.
  fileprivate func wantsToBeLeftAlone(_ mirror: Int, at now: Duration) -> Bool {
    switch obstacle(mirror, at: now) {
    case .busy, .refusing: true
    case .resting, .distrusted, .budget, nil: false
    }
  }

  /// Whether nothing but time stands against it.
  fileprivate func mayComeBack(_ mirror: Int) -> Bool {
    book.origins[origins[mirror]]?.distrustedUntil == nil
  }
}
