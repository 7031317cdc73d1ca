extension HealthBook {
  /// Looks whether what failed lately has one cause on this side; then nobody is blamed for it.
  mutating func lookForLocalFault(at now: Duration) {
    guard let cause = localCause(at: now) else { return }
    acquit(at: now, for: cause)
    guard var fault = localFault else {
      localFault = LocalFault(cause: cause, since: now, nextTry: now + timing.localRetry)
      return
    }
    // Every failure of one attempt comes here: only those after the pause are another try.
    if now >= fault.nextTry {
      fault.tries += 1
      let pause = timing.localRetry * Double(1 << min(2, fault.tries - 1))
      fault.nextTry = now + pause
    }
    // The first failures may not have told the whole story.
    fault.cause = cause
    localFault = fault
  }

  /// What a probe of this machine found: no route, no name server, a portal, a wrong clock. Nil where all is well.
  public mutating func note(localCause cause: LocalFault.Cause?, at now: Duration) {
    write(.localCause(cause), at: now)
    guard let cause else {
      localFault = nil
      return
    }
    acquit(at: now, for: cause)
    localFault = LocalFault(
      cause: cause, since: localFault?.since ?? now, tries: localFault?.tries ?? 1,
      nextTry: localFault?.nextTry ?? now + timing.localRetry)
  }

  /// A true file came through the same network: whoever lied just now did so by itself, however many they were.
  mutating func convictLiars(at now: Duration) {
    lastTruth = now
    guard localFault?.cause == .tampering else { return }
    for (origin, entry) in recent where entry.fault?.code == .lying && now - entry.at <= timing.tamperingWindow {
      origins[origin]?.distrust(timing, at: now)
    }
  }

  /// Somebody answered: there is a way out. Where those who did not are too few to have met a fault on this side, they are
  /// to blame after all; else two dead mirrors that are asked before a healthy one would be acquitted at every sync.
  mutating func endLocalFault(at now: Duration) {
    guard let cause = localFault?.cause else { return }
    localFault = nil
    guard cause.isSilence || cause == .portal, !isWidespread(failing(at: now), at: now) else { return }
    for (origin, entry) in failing(at: now) where entry.isAcquitted {
      guard let fault = entry.fault, var health = origins[origin] else { continue }
      recent[origin]?.isAcquitted = false
      count(fault, entry.observation, &health, at: entry.at)
      origins[origin] = health
    }
  }

  private func localCause(at now: Duration) -> LocalFault.Cause? {
    let hasTruth = lastTruth.map { now - $0 <= timing.tamperingWindow } ?? false
    if !hasTruth, isTold(by: [.lying], within: timing.tamperingWindow, at: now) { return .tampering }
    if isTold(by: [.page], within: timing.portalWindow, at: now) { return .portal }
    if isTold(by: [.clock], within: timing.faultWindow, at: now) { return .wrongClock }
    let failing = failing(at: now)
    guard isWidespread(failing, at: now) else { return nil }
    let codes = Set(failing.values.compactMap(\.fault?.code))
    if codes == [.unreachable] { return .noRoute }
    if codes.isSubset(of: [.nameUnknown, .nameTimeout]) { return .noDNS }
    return .everythingFails
  }

  /// Those who failed within the last seconds as they would for a fault on this side.
  private func failing(at now: Duration) -> [Origin: Recent] {
    recent.filter { now - $0.value.at <= timing.faultWindow && $0.value.fault?.mayBeLocal == true }
  }

  /// Whether those who are `failing` are unrelated, and four fifths of all that were asked.
  private func isWidespread(_ failing: [Origin: Recent], at now: Duration) -> Bool {
    let asked = recent.values.count { now - $0.at <= timing.faultWindow }
    return failing.count * 5 >= asked * 4 && groups(of: failing.keys).count >= 2
  }

  /// Whether unrelated origins failed in the same telling way.
  private func isTold(by codes: Set<Fault.Code>, within window: Duration, at now: Duration) -> Bool {
    let telling = recent.filter { entry in
      now - entry.value.at <= window && entry.value.fault.map { codes.contains($0.code) } == true
    }
    return groups(of: telling.keys).count >= 2
  }

  private func groups(of origins: some Sequence<Origin>) -> Set<String> {
    Set(origins.map { self.origins[$0]?.group ?? $0.description })
  }

  /// Puts everyone who failed with the others back to where it stood before; what it said last stays to be read.
  private mutating func acquit(at now: Duration, for cause: LocalFault.Cause) {
    for (origin, entry) in recent where now - entry.at <= window(of: cause) {
      guard let fault = entry.fault, cause.explains(fault), let present = origins[origin] else { continue }
      recent[origin]?.isAcquitted = true
      var health = entry.before
      health.version = present.version
      for (traffic, track) in present.tracks {
        health[traffic].lastAsked = track.lastAsked
        health[traffic].lastFailure = track.lastFailure
        health[traffic].lastFault = track.lastFault
        if case .probing = health[traffic].breaker { health[traffic].breaker = .open(until: now) }
      }
      origins[origin] = health
    }
  }
}

extension HealthBook {
  /// How close together the failures are that `cause` explains.
  private func window(of cause: LocalFault.Cause) -> Duration {
    switch cause {
    case .tampering: timing.tamperingWindow
    case .portal: timing.portalWindow
    case .everythingFails, .noRoute, .noDNS, .wrongClock: timing.faultWindow
    }
  }
}

extension LocalFault.Cause {
  /// Whether it may be why a request failed so. A pause that a service asks for stays a pause, whoever else fails.
  fileprivate func explains(_ fault: Fault) -> Bool {
    switch self {
    case .portal: true
    case .tampering: fault.code == .lying || fault.mayBeLocal
    case .everythingFails, .noRoute, .noDNS, .wrongClock: fault.mayBeLocal
    }
  }
}

extension Fault {
  /// Whether a fault on this side can look like this.
  var mayBeLocal: Bool { code.mayBeLocal }
}

extension Fault.Code {
  /// Whether a fault on this side can look like this; what a service says in its own words cannot.
  var mayBeLocal: Bool {
    switch self {
    case .nameUnknown, .nameTimeout, .refused, .unreachable, .connectTimeout, .clock, .certificate, .reset, .stalled,
      .tooSlow, .truncated, .page, .invalid:
      true
    case .busy, .refusing, .missing, .serverError, .lying, .tooBig: false
    }
  }
}
