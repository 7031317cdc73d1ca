/// What was kept in a file is taken up within the bounds of the policy: the file may be damaged or edited, and the clock
/// may have been wrong when it was written.
extension OriginHealth {
  /// The same with no moment further ahead than the policy would set it at `now`, and no count that could overflow.
  func brought(back now: Duration, _ timing: HealthTiming) -> OriginHealth {
    var health = self
    health.distrustedUntil = distrustedUntil.map { min($0, now + timing.distrustAgainFor) }
    health.strikes = strikes.bounded
    health.retests = retests.bounded
    for (traffic, track) in tracks { health[traffic] = track.brought(back: now, timing) }
    return health
  }
}

extension Track {
  fileprivate func brought(back now: Duration, _ timing: HealthTiming) -> Track {
    var track = bounded
    track.busyUntil = busyUntil.map { min($0, now + timing.busyAtMost) }
    track.refusedUntil = refusedUntil.map { min($0, now + timing.refusedFor) }
    track.lastSuccess = lastSuccess.map { min($0, now) }
    track.lastFailure = lastFailure.map { min($0, now) }
    track.lastAsked = lastAsked.map { min($0, now) }
    track.tokensAt = min(tokensAt, now)
    switch breaker {
    case .open(let until): track.breaker = .open(until: min(until, now + timing.openAtMost * 1.2))
    // Whoever probed is gone.
    case .probing: track.breaker = .open(until: now)
    case .closed: break
    }
    return track
  }

  private var bounded: Track {
    var track = self
    track.successes = min(successes.bounded, 4 * Self.latencyCount)
    track.failures = min(failures.bounded, 4 * Self.latencyCount)
    track.failuresInRow = failuresInRow.bounded
    track.openings = openings.bounded
    track.latencies = latencies.map { $0.map { min(max(0, $0), 3_600_000) } }
    track.connect = connect.bounded(by: 3600)
    track.firstByte = firstByte.bounded(by: 3600)
    track.throughput = throughput.bounded(by: 1e12)
    track.lastFault?.retryAfter = lastFault?.retryAfter.map { min(max(.zero, $0), .seconds(3600)) }
    return track
  }
}

extension LocalFault {
  /// The same with its next try no later than the policy would set it at `now`; nil where it begins in the future.
  func brought(back now: Duration, _ timing: HealthTiming) -> LocalFault? {
    guard since <= now else { return nil }
    var fault = self
    fault.tries = max(1, tries.bounded)
    fault.nextTry = min(nextTry, now + timing.localRetry * 4)
    return fault
  }
}

extension RunningMean {
  /// The same where it is a number up to `limit`, else none.
  fileprivate func bounded(by limit: Double) -> RunningMean {
    value.map { (0...limit).contains($0) } == true ? self : RunningMean()
  }
}

extension Int {
  /// A count that can be added to and multiplied.
  fileprivate var bounded: Int { Swift.min(Swift.max(0, self), 1_000_000) }
}
