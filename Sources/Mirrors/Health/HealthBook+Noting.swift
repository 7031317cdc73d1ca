extension HealthBook {
  /// Takes in how a request to an origin ended at `now`.
  public mutating func note(_ observation: Observation, at now: Duration) {
    write(.observation(observation), at: now)
    let origin = observation.origin
    var health = origins[origin] ?? OriginHealth(group: origin.description)
    var track = health.tracks[observation.traffic] ?? Track(tokens: timing.tokens)
    track.lastAsked = max(track.lastAsked ?? .zero, now - observation.measure.total)
    health[observation.traffic] = track
    switch observation.outcome {
    case .abandoned:
      abandon(observation, &health, at: now)
      origins[origin] = health
    case .success:
      health[observation.traffic].succeed(observation.measure, timing, at: now)
      origins[origin] = health
      remember(observation, before: health, at: now)
      if observation.traffic == .content { convictLiars(at: now) }
      endLocalFault(at: now)
    case .failure(let fault):
      remember(observation, before: health, at: now)
      count(fault, observation, &health, at: now)
      origins[origin] = health
      lookForLocalFault(at: now)
    }
  }

  /// Takes in the version that an origin told or gave.
  public mutating func note(_ version: Version, from origin: Origin, at now: Duration) {
    write(.version(version, from: origin), at: now)
    guard var health = origins[origin], health.version.map({ $0 < version }) ?? true else { return }
    health.version = version
    origins[origin] = health
  }

  /// Cut off because another was faster: whether it would have answered is not known, but that it had not by then is,
  /// and counts against it. A mirror that swallows connections would else be asked first for ever. What never came is
  /// no latency, though, and is not shown as one.
  private func abandon(_ observation: Observation, _ health: inout OriginHealth, at now: Duration) {
    var track = health[observation.traffic]
    let measure = observation.measure
    if measure.firstByte != nil {
      track.add(measure)
    } else if measure.total >= timing.hedgeBounds.lowerBound {
      track.firstByte.add(measure.total / .seconds(1))
    }
    if case .probing = track.breaker { track.breaker = .open(until: now + timing.openFor) }
    health[observation.traffic] = track
  }

  /// Holds a failure against its origin, unless it is put down to a fault on this side.
  mutating func count(
    _ fault: Fault, _ observation: Observation, _ health: inout OriginHealth, at now: Duration
  ) {
    let traffic = observation.traffic
    health[traffic].lastFailure = now
    health[traffic].lastFault = fault
    // Who speaks for itself was reached, whatever it says.
    if !fault.mayBeLocal, localFault?.cause.isSilence == true { localFault = nil }
    guard localFault?.mayLookLike(fault) != true else {
      recent[observation.origin]?.isAcquitted = true
      // A probe that met the local fault told nothing about its origin.
      if case .probing = health[traffic].breaker { health[traffic].breaker = .open(until: now) }
      return
    }
    health[traffic].fail(timing, at: now)
    switch fault.code {
    case .busy:
      let pause = fault.retryAfter ?? timing.busyFor * (1 + Jitter.unit(observation.origin, health[traffic].failures))
      health[traffic].busyUntil = now + min(max(pause, timing.busyFor / 2), timing.busyAtMost)
    case .refusing:
      health[traffic].refusedUntil = now + timing.refusedFor
    case .lying: health.distrust(timing, at: now)
    default: break
    }
    guard fault.isIllness else { return health[traffic].release(at: now) }
    health[traffic].failuresInRow += 1
    rest(observation.origin, traffic, &health, at: now)
  }

  /// Opens the breaker where the row of failures is long enough, and enough others remain.
  private func rest(_ origin: Origin, _ traffic: Traffic, _ health: inout OriginHealth, at now: Duration) {
    var track = health[traffic]
    let wasProbe = track.breaker != .closed
    guard wasProbe || track.failuresInRow >= timing.failuresToOpen else { return }
    guard wasProbe || mayRest(origin, traffic, at: now) else { return }
    track.openings += 1
    let span = min(timing.openFor * Double(track.openings), timing.openAtMost)
    track.breaker = .open(until: now + span * (0.8 + 0.4 * Jitter.unit(origin, track.openings)))
    health[traffic] = track
  }

  /// The ejection cap: at most half of a pool rests, and one that can be asked always remains.
  private func mayRest(_ origin: Origin, _ traffic: Traffic, at now: Duration) -> Bool {
    members.filter { $0.key.traffic == traffic && $0.value.contains(origin) }.values.allSatisfy { pool in
      let others = pool.filter { $0 != origin }
      let resting = others.count { track($0, traffic).breaker != .closed }
      return resting + 1 <= min(pool.count / 2, pool.count - 1)
        && others.contains { obstacle(to: $0, traffic, at: now) == nil }
    }
  }

  private mutating func remember(_ observation: Observation, before: OriginHealth, at now: Duration) {
    var entry = Recent(observation: observation, at: now, before: before, windowBegan: now)
    if let fault = entry.fault, let last = recent[observation.origin], last.fault != nil,
      now - last.windowBegan < timing.window(of: fault)
    {
      (entry.before, entry.windowBegan) = (last.before, last.windowBegan)
    }
    recent[observation.origin] = entry
    let oldest = now - max(timing.tamperingWindow, timing.portalWindow)
    // A simulated month has millions of notes: nothing is copied where nothing is to go.
    if recent.values.contains(where: { $0.at < oldest }) { recent = recent.filter { $0.value.at >= oldest } }
  }
}

extension HealthTiming {
  /// How close together failures like `fault` are looked at as one event.
  fileprivate func window(of fault: Fault) -> Duration {
    switch fault.code {
    case .lying: tamperingWindow
    case .page: portalWindow
    default: faultWindow
    }
  }
}

extension Track {
  mutating func succeed(_ measure: Measure, _ timing: HealthTiming, at now: Duration) {
    if breaker == .closed { openings = max(0, openings - goodSpans(timing.forgiveAfter, until: now)) }
    add(measure)
    successes += 1
    failuresInRow = 0
    breaker = .closed
    busyUntil = nil
    refusedUntil = nil
    lastSuccess = now
    spend(-0.1, timing, at: now)
  }

  /// How many whole spans of good time, counted from the last failure, have ended since the last success: who is asked
  /// every minute is forgiven as much as who is asked every hour.
  private func goodSpans(_ span: Duration, until now: Duration) -> Int {
    guard let failure = lastFailure, let last = lastSuccess, failure <= last, last <= now else { return 0 }
    return Int((now - failure) / span) - Int((last - failure) / span)
  }

  mutating func fail(_ timing: HealthTiming, at now: Duration) {
    failures += 1
    add(latency: nil)
    spend(1, timing, at: now)
  }

  /// A probe was answered by somebody who is well, if unwilling.
  mutating func release(at now: Duration) {
    if breaker != .closed { breaker = .closed }
    failuresInRow = 0
  }
}

/// Chance that is the same for the same cause, so that a book of the same notes is the same book.
enum Jitter {
  /// A number from 0 to 1 that depends on `origin` and `number` alone.
  static func unit(_ origin: Origin, _ number: Int) -> Double {
    // FNV-1a, then the finaliser of MurmurHash3: neighbours in the input are none in the output.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in "\(origin)#\(number)".utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    hash = (hash ^ hash >> 33) &* 0xFF51_AFD7_ED55_8CCD
    hash = (hash ^ hash >> 33) &* 0xC4CE_B9FE_1A85_EC53
    return Double((hash ^ hash >> 33) >> 11) / Double(1 << 53)
  }
}
