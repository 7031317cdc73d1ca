extension Exchange {
  /// Who asks, when, and what stands between.
  struct Circumstances {
    var now: Duration
    /// What is wrong on the client's own side, moment by moment.
    var trouble: Timeline<LocalFault.Cause?>
    var timing: TransportTiming
  }

  /// What comes of asking the mirror at `place` for `kind`.
  init(
    _ kind: Kind, of place: Int, in world: World, _ circumstances: Circumstances, _ random: inout SeededGenerator
  ) {
    let (mirror, now) = (world.mirrors[place], circumstances.now)
    let piece = mirror.timeline.piece(at: now)
    let trouble = circumstances.trouble.value(at: now)
    // Half as long to half as long again: what a line usually varies by.
    let latency = mirror.description.latency * ((piece.value == .slow ? 10.0 : 1) * (0.5 + random.fraction()))
    self.init(began: now, end: now, ending: .fault(Fault(.unreachable)))
    if let trouble, meets(trouble, latency, circumstances.timing) { return }
    meet(piece, latency, mirror.description, kind, in: world, circumstances.timing)
    if trouble == .tampering, case .release = ending, kind != .version { ending = .wrong(Fault(.lying)) }
    cutShort(by: mirror.timeline, circumstances)
  }

  /// Whether the client's own trouble decides what comes of it.
  private mutating func meets(_ trouble: LocalFault.Cause, _ latency: Duration, _ timing: TransportTiming) -> Bool {
    switch trouble {
    case .noRoute:
      reaches = false
      fail(.unreachable, after: .milliseconds(1))
    case .noDNS:
      reaches = false
      fail(.nameUnknown, after: latency)
    case .everythingFails:
      reaches = false
      fail(.connectTimeout, after: timing.connect)
    case .wrongClock:
      connected = began + latency
      fail(.clock, after: latency * 2)
    case .portal:
      reaches = false
      connected = began + latency
      answer(.wrong(Fault(.page)), bytes: 2048, after: latency, speed: 1e6)
    case .tampering: return false
    }
    return true
  }

  private mutating func meet(
    _ piece: Timeline<Behaviour>.Piece, _ latency: Duration, _ mirror: Scenario.Mirror, _ kind: Kind, in world: World,
    _ timing: TransportTiming
  ) {
    let behaviour = piece.value
    if behaviour == .down { return fail(.refused, after: latency) }
    connected = began + latency
    let speed = behaviour == .slow ? mirror.speed / 100 : mirror.speed
    let size = size(of: kind, in: world)
    switch behaviour {
    case .down: break
    case .silent: fail(.stalled, after: latency + timing.silence)
    case .busy: refuse(Fault(.busy, status: 503, retryAfter: mirror.pause), latency)
    case .refusing: refuse(Fault(.refusing, status: 403, sentence: "This service is paused."), latency)
    case .lying:
      let lie = kind == .version ? Ending.release(world.releases.count) : .wrong(Fault(.lying))
      answer(lie, bytes: size, after: latency * 2, speed: speed)
    case .up, .slow, .stale:
      let known = world.newestRelease(at: behaviour == .stale ? piece.start : began)
      let release = if case .file(let release?, _) = kind { release } else { known }
      if release > known { return refuse(Fault(.missing, status: 404), latency) }
      answer(.release(release), bytes: size, after: latency * 2, speed: speed)
    }
  }
}

extension Exchange {
  private func size(of kind: Kind, in world: World) -> Int {
    switch kind {
    case .version: 1024
    case .file(_, let start): max(1, world.scenario.bytes - start)
    }
  }

  private mutating func answer(_ ending: Ending, bytes: Int, after wait: Duration, speed: Double) {
    firstByte = began + wait
    self.bytes = bytes
    end = began + wait + .seconds(Double(bytes) / speed)
    lastByte = end
    self.ending = ending
  }

  /// A short answer that says no.
  private mutating func refuse(_ fault: Fault, _ latency: Duration) {
    firstByte = began + latency * 2
    lastByte = firstByte
    end = began + latency * 2
    bytes = 256
    ending = .fault(fault)
  }

  /// More ask `mirror` than it bears: it asks for a pause.
  mutating func turnAway(by mirror: Scenario.Mirror) {
    guard connected != nil else { return }
    refuse(Fault(.busy, status: 429, retryAfter: mirror.pause), mirror.latency)
  }

  private mutating func fail(_ code: Fault.Code, after wait: Duration) {
    end = began + wait
    ending = .fault(Fault(code))
  }

  /// Ends it where one of the two sides goes away before it is whole.
  private mutating func cutShort(by mirror: Timeline<Behaviour>, _ circumstances: Circumstances) {
    var moment = began
    while let change = mirror.change(after: moment), change.start < end {
      if change.value == .down { return cut(at: change.start, .reset) }
      if change.value == .silent { return cut(at: change.start, .stalled, after: circumstances.timing.silence) }
      moment = change.start
    }
    guard circumstances.trouble.value(at: began) == nil, let change = circumstances.trouble.change(after: began),
      change.start < end
    else { return }
    cut(at: change.start, .stalled, after: circumstances.timing.silence)
  }

  private mutating func cut(at moment: Duration, _ code: Fault.Code, after silence: Duration = .zero) {
    bytes = bytes(by: moment)
    lastByte = firstByte.map { max($0, moment) }
    if let firstByte, firstByte > moment { self.firstByte = nil }
    if let connected, connected > moment { self.connected = nil }
    end = moment + silence
    ending = .fault(Fault(code))
  }
}
