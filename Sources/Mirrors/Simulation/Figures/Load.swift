/// The requests that reach the mirrors, in those of the simulated clients: each stands for as many as its client.
struct Load {
  private let minute: Duration
  private let outages: [Range<Duration>]
  /// When neither an outage nor a recovery from one decides how many requests come.
  private let calm: Timeline<Bool>
  /// The first outage whose first minute afterwards is not over yet.
  private var next = 0
  /// The load on each mirror.
  private(set) var mirrors: [MirrorLoad]
  /// The requests of each minute.
  private(set) var minutes: [Int]
  /// The requests in the first minute after each outage.
  private(set) var firstMinutes: [Int]
  /// The requests in calm times.
  private(set) var calmRequests = 0

  init(_ world: World, _ timing: PolicyTiming) {
    minute = timing.promises.minute
    outages = world.outages(timing.promises)
    calm = Self.calm(world, outages, timing)
    mirrors = world.scenario.mirrors.map { MirrorLoad(capacity: $0.capacity) }
    minutes = Array(repeating: 0, count: Int(world.scenario.span / minute) + 1)
    firstMinutes = Array(repeating: 0, count: outages.count)
  }

  /// A request that stands for `weight` of them reaches the mirror at `place`; false where that is more than it bears.
  mutating func begin(_ place: Int, weight: Double, at now: Duration) -> Bool {
    let number = min(Int(now / minute), minutes.count - 1)
    minutes[number] += 1
    if calm.value(at: now) { calmRequests += 1 }
    countRecoveries(at: now)
    mirrors[place].count(inMinute: number)
    return mirrors[place].admit(weight, minute: minute, at: now)
  }

  /// A request of the mirror at `place` is over.
  mutating func end(_ place: Int, bytes: Int) {
    mirrors[place].bytes += bytes
  }

  /// The requests of a calm minute; nil where there was none.
  var normal: Double? {
    let spans = calm.spans(overlapping: .zero..<minute * minutes.count).filter(\.value)
    let length = spans.reduce(Duration.zero) { $0 + $1.range.clamped(to: .zero..<minute * minutes.count).length }
    return length > .zero ? Double(calmRequests) / (length / minute) : nil
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

  /// A client's first interval is no calm time either: nobody knows anything yet.
  private static func calm(_ world: World, _ outages: [Range<Duration>], _ timing: PolicyTiming) -> Timeline<Bool> {
    var calm = Timeline(false)
    calm.append(true, from: timing.schedule.interval * 1.2)
    return outages.reduce(calm) { calm, outage in
      var disturbed = Timeline(false)
      disturbed.append(true, from: outage.lowerBound)
      disturbed.append(false, from: outage.upperBound + timing.promises.calmAfter)
      return calm.merged(with: disturbed) { $0 && !$1 }
    }
  }
}

/// The requests that reach one mirror, and whether it bears them.
struct MirrorLoad {
  /// The requests a minute that it bears; nil for any number.
  private let capacity: Double?
  /// How many more it bears now: a bucket that holds a minute's worth.
  private var allowance: Double
  private var allowanceAt = Duration.zero
  private var minute = 0
  private var requestsOfMinute = 0
  /// The requests so far.
  private(set) var requests = 0
  /// The most of them in one minute.
  private(set) var peak = 0
  /// How many had to be turned away.
  private(set) var turnedAway = 0
  /// The bytes that were sent.
  var bytes = 0

  init(capacity: Double?) {
    self.capacity = capacity
    allowance = capacity ?? 0
  }

  mutating func count(inMinute number: Int) {
    requestsOfMinute = number == minute ? requestsOfMinute + 1 : 1
    minute = number
    requests += 1
    peak = max(peak, requestsOfMinute)
  }

  mutating func admit(_ weight: Double, minute: Duration, at now: Duration) -> Bool {
    guard let capacity else { return true }
    allowance = min(capacity, allowance + capacity * ((now - allowanceAt) / minute))
    allowanceAt = now
    guard allowance >= weight else {
      turnedAway += 1
      return false
    }
    allowance -= weight
    return true
  }
}
