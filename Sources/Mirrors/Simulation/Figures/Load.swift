/// The requests that reach the mirrors, in those of the simulated clients: each stands for as many as its client.
struct Load {
  /// What decides how many requests come.
  enum Season: Int, CaseIterable {
    /// An outage, or the hour after it; or the first interval, when nobody knows anything yet.
    case disturbed
    /// Nothing.
    case quiet
    /// A release that came out: for one interval every client fetches a file besides.
    case release
  }

  private let minute: Duration
  private let span: Duration
  private let outages: [Range<Duration>]
  private let seasons: Timeline<Season>
  /// The requests of each season.
  private var requests = Array(repeating: 0, count: Season.allCases.count)
  /// The first outage whose first minute afterwards is not over yet.
  private var next = 0
  /// The load on each mirror.
  private(set) var mirrors: [MirrorLoad]
  /// The requests of each minute.
  private(set) var minutes: [Int]
  /// The requests in the first minute after each outage.
  private(set) var firstMinutes: [Int]

  init(_ world: World, _ timing: PolicyTiming) {
    minute = timing.promises.minute
    outages = world.outages(timing.promises)
    span = world.scenario.span
    seasons = Self.seasons(world, outages, timing)
    mirrors = world.scenario.mirrors.map { MirrorLoad(capacity: $0.capacity) }
    minutes = Array(repeating: 0, count: Int(world.scenario.span / minute) + 1)
    firstMinutes = Array(repeating: 0, count: outages.count)
  }

  /// A request that stands for `weight` of them reaches the mirror at `place`; false where that is more than it bears.
  mutating func begin(_ place: Int, weight: Double, at now: Duration) -> Bool {
    let number = min(Int(now / minute), minutes.count - 1)
    minutes[number] += 1
    requests[seasons.value(at: now).rawValue] += 1
    countRecoveries(at: now)
    mirrors[place].count(inMinute: number)
    return mirrors[place].admit(weight, minute: minute, at: now)
  }

  /// A request of the mirror at `place` is over.
  mutating func end(_ place: Int, bytes: Int) {
    mirrors[place].bytes += bytes
  }

  /// The requests of a minute of these seasons; nil where there was none.
  func perMinute(_ meant: Set<Season>) -> Double? {
    let spans = seasons.spans(overlapping: .zero..<span).filter { meant.contains($0.value) }
    let length = spans.reduce(Duration.zero) { $0 + $1.range.clamped(to: .zero..<span).length }
    let count = meant.reduce(0) { $0 + requests[$1.rawValue] }
    return length > .zero ? Double(count) / (length / minute) : nil
  }

  /// The most requests of one minute in `range`.
  func peak(in range: Range<Duration>) -> Int {
    let first = min(Int(range.lowerBound / minute), minutes.count - 1)
    let last = min(Int(range.upperBound / minute), minutes.count - 1)
    return minutes[first...last].max() ?? 0
  }

  private mutating func countRecoveries(at now: Duration) {
    while next < outages.count, outages[next].upperBound + minute <= now { next += 1 }
    var number = next
    while number < outages.count, outages[number].upperBound <= now {
      firstMinutes[number] += 1
      number += 1
    }
  }

  private static func seasons(
    _ world: World, _ outages: [Range<Duration>], _ timing: PolicyTiming
  ) -> Timeline<Season> {
    let interval = timing.schedule.interval * 1.2
    let rushes = world.releases.dropFirst().map { $0..<$0 + interval }
    let disturbances = [.zero..<interval] + outages.map { $0.lowerBound..<$0.upperBound + timing.promises.calmAfter }
    return timeline(of: rushes).merged(with: timeline(of: disturbances)) { isRelease, isDisturbed in
      isDisturbed ? .disturbed : isRelease ? .release : .quiet
    }
  }

  /// When one of `ranges` holds.
  private static func timeline(of ranges: [Range<Duration>]) -> Timeline<Bool> {
    ranges.reduce(Timeline(false)) { timeline, range in
      var one = Timeline(false)
      one.append(true, from: range.lowerBound)
      one.append(false, from: range.upperBound)
      return timeline.merged(with: one) { $0 || $1 }
    }
  }
}
