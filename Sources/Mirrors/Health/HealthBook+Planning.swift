extension HealthBook {
  /// Whom to ask among `candidates` of `pool`, the best first.
  ///
  /// Whoever went first last time does so again while nobody is better by a quarter, so that connections and caches are
  /// used again. In the background one who is due to be tested goes before it, with the best beside it after the hedge.
  public mutating func plan(
    _ pool: Pool, _ candidates: [Candidate], for purpose: Purpose, at now: Duration,
    random: inout some RandomNumberGenerator
  ) -> Plan {
    var sorted = Sorted(candidates.indices.map { ($0, obstacle(to: candidates[$0].origin, pool.traffic, at: now)) })
    let isPanic = sorted.free.count { isWell(candidates[$0].origin, pool.traffic) } * 2 < candidates.count
    sorted.admit(purpose, isPanic: isPanic, at: now)
    let free = ranked(sorted.free, candidates, pool, at: now, random: &random)
    let newest = newestVersion(in: pool)
    let scores = Dictionary(
      uniqueKeysWithValues: sorted.resting.map { ($0, score(candidates[$0].origin, pool, newest, at: now)) })
    let resting = sorted.resting.sorted { scores[$0, default: 0] > scores[$1, default: 0] }
    var plan = Plan(
      order: free + resting + sorted.last, hedge: hedge(free.first.map { candidates[$0].origin }, pool.traffic))
    plan.excluded = sorted.excluded
    plan.isPanic = isPanic && !sorted.resting.isEmpty
    if plan.isPanic { plan.hedge = plan.hedge * 4 }
    if purpose == .background {
      explore(&plan, candidates, pool, at: now, random: &random)
      keepWithinBudget(&plan, candidates, pool, at: now)
    }
    return plan
  }

  /// Why `origin` is not to be asked for `traffic` at `now`; nil where nothing stands against it.
  public func obstacle(to origin: Origin, _ traffic: Traffic, at now: Duration) -> Plan.Reason? {
    guard let health = origins[origin] else { return nil }
    let track = health[traffic]
    if let until = track.refusedUntil, until > now {
      return .refusing(until: until, sentence: track.lastFault?.sentence)
    }
    if let until = track.busyUntil, until > now { return .busy(until: until) }
    if let until = health.distrustedUntil, until > now { return .distrusted(until: until) }
    switch track.breaker {
    case .closed: return nil
    case .open(let until): return .resting(until: until)
    case .probing(let since): return .resting(until: since + timing.probePatience)
    }
  }

  /// Whether `origin` answered when it was last asked, or never was. Whose pause is over may be asked, but a breaker that
  /// keeps a client from all others for its sake would wait for nothing.
  private func isWell(_ origin: Origin, _ traffic: Traffic) -> Bool {
    let track = track(origin, traffic)
    guard let failure = track.lastFailure else { return true }
    return track.lastSuccess.map { $0 >= failure } ?? false
  }

  /// Candidates by what stands against them.
  private struct Sorted {
    var free: [Int] = []
    /// Those that are asked in spite of their breaker.
    var resting: [Int] = []
    /// Those that are asked when nobody else is left.
    var last: [Int] = []
    var excluded: [Plan.Exclusion] = []

    init(_ candidates: [(place: Int, obstacle: Plan.Reason?)]) {
      for (place, obstacle) in candidates {
        if let obstacle {
          excluded.append(Plan.Exclusion(candidate: place, reason: obstacle))
        } else {
          free.append(place)
        }
      }
    }

    mutating func admit(_ purpose: Purpose, isPanic: Bool, at now: Duration) {
      for exclusion in excluded {
        switch exclusion.reason {
        case .resting(let until) where purpose == .typed || isPanic || until <= now: resting.append(exclusion.candidate)
        case .distrusted where isPanic: last.append(exclusion.candidate)
        default: break
        }
      }
      excluded.removeAll { resting.contains($0.candidate) || last.contains($0.candidate) }
    }
  }

  // MARK: Who is better

  private mutating func ranked(
    _ free: [Int], _ candidates: [Candidate], _ pool: Pool, at now: Duration,
    random: inout some RandomNumberGenerator
  ) -> [Int] {
    let newest = newestVersion(in: pool)
    let scores = free.map { score(candidates[$0].origin, pool, newest, at: now) }
    // Chance decides among equals, or every new client would begin with the same mirror.
    let lots = free.map { timing.drawsLots ? Double.random(in: 0...1, using: &random) : -Double($0) }
    var order = free.indices.sorted { (scores[$0], lots[$0]) > (scores[$1], lots[$1]) }.map { free[$0] }
    if let favourite = favourites[pool], let place = order.firstIndex(where: { candidates[$0].origin == favourite }),
      score(favourite, pool, newest, at: now) * 1.25 >= scores.max() ?? 0
    {
      order.insert(order.remove(at: place), at: 0)
    } else if let best = order.first.map({ candidates[$0].origin }), isMeasured(best, pool.traffic, at: now) {
      favourites[pool] = best
    }
    let pinned = order.filter { candidates[$0].isPinned }
    return pinned + order.filter { !candidates[$0].isPinned }
  }

  /// How much `origin` promises: how often it does well, over how long an answer of usual size takes, less if it is
  /// behind the `newest` version. In answers a second.
  func score(_ origin: Origin, _ pool: Pool, _ newest: Version?, at now: Duration) -> Double {
    let track = track(origin, pool.traffic)
    return track.successRate * freshness(of: origin, beside: newest) / seconds(track, pool.traffic, at: now)
  }

  private func seconds(_ track: Track, _ traffic: Traffic, at now: Duration) -> Double {
    guard let last = track.lastSuccess, now - last < timing.statisticsLife, let first = track.firstByte.value else {
      return traffic == .metadata ? 1 : 3
    }
    let size = Double(traffic == .metadata ? 2 << 10 : 2 << 20)
    return max(0.001, first + size / max(1024, track.throughput.value ?? 1_000_000))
  }

  /// 1 for who has the newest version that anyone of the pool told, half for each version behind it.
  private func freshness(of origin: Origin, beside newest: Version?) -> Double {
    let missed = versions(from: origin, to: newest)
    return 1 / Double(1 << min(4, missed))
  }

  /// How many versions `origin` is behind the newest that anyone of `pool` told.
  public func versionsBehind(_ origin: Origin, in pool: Pool) -> Int {
    versions(from: origin, to: newestVersion(in: pool))
  }

  /// The newest version that anyone of `pool` told. To be asked once for all of them, who may be a hundred.
  func newestVersion(in pool: Pool) -> Version? {
    (members[pool] ?? []).compactMap { origins[$0]?.version }.max()
  }

  private func versions(from origin: Origin, to newest: Version?) -> Int {
    guard let newest, let own = origins[origin]?.version, own < newest else { return 0 }
    let distance = (newest.numbers.last ?? 0) - (own.numbers.last ?? 0)
    return newest.numbers.dropLast() == own.numbers.dropLast() ? max(1, distance) : 4
  }

  private func isMeasured(_ origin: Origin, _ traffic: Traffic, at now: Duration) -> Bool {
    track(origin, traffic).lastSuccess.map { now - $0 < timing.statisticsLife } ?? false
  }

  /// The 95th percentile of the first one's latency: a hedge then is one request in twenty.
  private func hedge(_ first: Origin?, _ traffic: Traffic) -> Duration {
    guard let track = first.map({ track($0, traffic) }), track.latencies.compactMap(\.self).count >= 5,
      let slow = track.latency(percentile: 95)
    else { return timing.hedge }
    return min(max(.milliseconds(slow), timing.hedgeBounds.lowerBound), timing.hedgeBounds.upperBound)
  }

  // MARK: Only in the background

  /// Puts one who is due to be tested first: a breaker to probe, or one that was not asked for too long.
  private mutating func explore(
    _ plan: inout Plan, _ candidates: [Candidate], _ pool: Pool, at now: Duration,
    random: inout some RandomNumberGenerator
  ) {
    guard plan.order.count > 1, !plan.order.contains(where: { candidates[$0].isPinned }) else { return }
    let due = plan.order.filter { isDue(candidates[$0].origin, pool, at: now) }
    let tested = plan.order.count { track(candidates[$0].origin, pool.traffic).lastAsked != nil }
    let untested = tested < 3 ? plan.order.filter { track(candidates[$0].origin, pool.traffic).lastAsked == nil } : []
    guard let chosen = (due.isEmpty ? untested : due).randomElement(using: &random) else { return }
    plan.order.removeAll { $0 == chosen }
    plan.order.insert(chosen, at: 0)
    // Only who was idle is asked more and more seldom: a breaker has its own moments.
    if isIdle(candidates[chosen].origin, pool, at: now) { origins[candidates[chosen].origin]?.retests += 1 }
  }

  private func isDue(_ origin: Origin, _ pool: Pool, at now: Duration) -> Bool {
    switch track(origin, pool.traffic).breaker {
    case .closed: isIdle(origin, pool, at: now)
    case .open(let until): until <= now
    // Nobody reported on that probe: who asked is gone.
    case .probing(let since): since + timing.probePatience <= now
    }
  }

  private func isIdle(_ origin: Origin, _ pool: Pool, at now: Duration) -> Bool {
    let track = track(origin, pool.traffic)
    guard track.breaker == .closed, let last = track.lastAsked else { return false }
    return now - last >= timing.retestAfter * Double(1 << min(8, origins[origin]?.retests ?? 0))
  }

  /// Leaves out what the budgets do not allow; the first is no retry.
  private mutating func keepWithinBudget(_ plan: inout Plan, _ candidates: [Candidate], _ pool: Pool, at now: Duration)
  {
    let allowance = budget.allowance(at: now)
    var kept: [Int] = []
    for place in plan.order {
      let tokens = track(candidates[place].origin, pool.traffic).availableTokens(timing, at: now)
      if kept.isEmpty || kept.count <= allowance && tokens > timing.tokens / 2 {
        kept.append(place)
      } else {
        plan.excluded.append(Plan.Exclusion(candidate: place, reason: .budget))
      }
    }
    plan.order = kept
  }
}
