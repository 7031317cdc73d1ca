/// What one client holds, how long it was behind, and whether the promises were kept to it.
///
/// It knows the truth about the world, which the client does not.
struct FreshnessWatch {
  private let client: Int
  private let world: World
  private let timing: PolicyTiming
  /// When somebody sits there and the client's own network is well.
  private let isAble: Timeline<Bool>
  /// The release that the client holds.
  private(set) var release = 0
  /// Since when its syncs fail; nil where the last one did not.
  private var failingSince: Duration?
  /// Until when the client promised a mirror to leave it alone, or may not believe it, by the mirror's place.
  private var promises: [Int: Duration] = [:]
  private var strikes: [Int: Int] = [:]

  init(client: Int, world: World, timing: PolicyTiming, isAble: Timeline<Bool>) {
    self.client = client
    self.world = world
    self.timing = timing
    self.isAble = isAble
  }

  /// Takes in how a sync ended.
  mutating func note(_ sync: SimulatedSync, _ result: SimulatedSync.Result, at now: Duration, tally: inout Tally) {
    for (place, fault, moment) in sync.faults { note(fault, of: place, at: moment) }
    let newest = world.newestRelease(at: sync.began)
    let isFresh = result.isAnswered && max(release, result.release ?? 0) >= newest
    tally.countSync(isAnswered: result.isAnswered, isFresh: isFresh)
    if let got = result.release, got > release { hold(got, at: now, tally: &tally) }
    guard result.isAnswered else {
      failingSince = failingSince ?? now
      return
    }
    endFailing(at: now, tally: &tally)
    failingSince = nil
  }

  /// Takes in whom a sync may ask: nobody is wrong where somebody honest is there to be asked.
  func noteCandidates(of fetch: SimulatedSync.Fetch, at now: Duration, tally: inout Tally) {
    guard fetch.mirrorPlan.order.isEmpty || (fetch.sourcePlan.order.isEmpty && !world.tellers.isEmpty) else { return }
    let isThere = world.wholeMirrors.contains { place in
      world.mirrors[place].timeline.value(at: now) == .up && promises[place].map { $0 <= now } ?? true
    }
    if isThere { tally.break(.candidates, by: client, at: now) }
  }

  /// Counts what is open when the simulation ends.
  func finish(at end: Duration, tally: inout Tally) {
    endFailing(at: end, tally: &tally)
    countLost(until: end, tally: &tally)
  }

  /// What the client is told, and how long it has to keep to it.
  private mutating func note(_ fault: Fault, of place: Int, at moment: Duration) {
    let health = timing.health
    let pause: Duration
    switch fault.code {
    case .busy: pause = min(fault.retryAfter ?? health.busyFor * 2, health.busyAtMost)
    case .refusing: pause = health.refusedFor
    case .lying:
      strikes[place, default: 0] += 1
      pause = strikes[place] == 1 ? health.distrustFor : health.distrustAgainFor
    default: return
    }
    promises[place] = max(promises[place] ?? .zero, moment + pause)
  }
}

// MARK: - Being behind

extension FreshnessWatch {
  private mutating func hold(_ new: Int, at now: Duration, tally: inout Tally) {
    countLost(until: now, tally: &tally)
    for place in (release + 1)...new { tally.delays.append((now - world.releases[place]).seconds) }
    release = new
  }

  /// Counts the time for which the client has been behind by more than its interval explains.
  private func countLost(until now: Duration, tally: inout Tally) {
    guard release + 1 < world.releases.count else { return }
    tally.lost += max(0, (now - world.releases[release + 1] - timing.grace).seconds)
  }

  /// The failing is over, or the simulation is: was it longer than it may be?
  private func endFailing(at now: Duration, tally: inout Tally) {
    guard let start = failingSince else { return }
    for blackout in world.blackouts(endingIn: start..<now) where blackout.length >= timing.promises.outage {
      tally.waits.append(
        Tally.Wait(
          seconds: (now - blackout.upperBound).seconds, isAttended: isAble.value(at: blackout.upperBound)))
    }
    guard let wait = promisedWait(in: start..<now) else { return }
    tally.promisedWaits.append(wait.length.seconds)
    let limit = timing.promises.freshWithin
    if wait.length > limit { tally.break(.fresh, by: client, at: wait.lowerBound + limit) }
  }

  /// The longest span for which somebody sat there while one and the same settled mirror was up.
  private func promisedWait(in failing: Range<Duration>) -> Range<Duration>? {
    var longest: Range<Duration>?
    for able in isAble.spans(overlapping: failing) where able.value {
      let span = able.range.clamped(to: failing)
      for place in world.wholeMirrors {
        for up in world.mirrors[place].timeline.spans(overlapping: span) where up.value == .up {
          let settled = max(up.range.lowerBound + timing.promises.settledAfter, promises[place] ?? .zero)
          let start = max(span.lowerBound, settled)
          let end = min(span.upperBound, up.range.upperBound)
          if start < end, end - start > longest?.length ?? .zero { longest = start..<end }
        }
      }
    }
    return longest
  }
}

extension Range<Duration> {
  /// How long it is.
  var length: Duration { upperBound - lowerBound }
}
