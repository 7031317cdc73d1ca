internal import Anime
internal import App
internal import Library
internal import Mirrors
internal import Providers

extension MirrorsOverview {
  /// How the mirrors of `providers` do, as `book` knows at `moment`.
  init(_ providers: [ProviderConfiguration], _ states: [ProviderState], _ book: HealthBook, at moment: Duration) {
    self.init(
      providers: providers.map { provider in
        let state = states.first { $0.name == provider.name }
        return ProviderLine(
          name: provider.name, version: state?.version, fetched: state?.fetched,
          isDisputed: state?.setAside?.isDisputed == true, mirrors: Self.lines(of: provider, book, at: moment))
      },
      localFault: book.localFault.map { NetworkCause($0.cause) }, now: Instant(moment))
  }

  private static func lines(
    of provider: ProviderConfiguration, _ book: HealthBook, at moment: Duration
  ) -> [MirrorLine] {
    let pools = [
      (provider.mirrors, Traffic.content, MirrorLine.Role.mirror), (provider.versionFrom, .metadata, .versionSource),
    ]
    return pools.flatMap { addresses, traffic, role in
      addresses.map { address in
        let origin = Origin(address) ?? .nowhere
        var line = MirrorLine(
          provider: provider.name, address: address, host: Address.host(address), group: provider.group(of: origin),
          role: role, isPinned: address == provider.pinned)
        line.fill(origin, HealthBook.Pool(provider.name, traffic), book, at: moment)
        return line
      }
    }
  }
}

extension MirrorLine {
  /// Takes in what `book` knows of `origin`.
  fileprivate mutating func fill(_ origin: Origin, _ pool: HealthBook.Pool, _ book: HealthBook, at now: Duration) {
    guard let health = book.origins[origin], health.tracks[pool.traffic] != nil else { return }
    let track = health[pool.traffic]
    latencies = track.latencies
    p50 = track.latency(percentile: 50)
    p95 = track.latency(percentile: 95)
    throughput = track.throughput.value.map { Int($0) }
    dataAge = DataAge(version: health.version?.description, isBehind: book.versionsBehind(origin, in: pool) > 0)
    lastError = track.lastFault.map { NetworkCause($0, until: track.busyUntil) }
    lastErrorAt = track.lastFailure.map { Instant($0) }
    lastSuccess = track.lastSuccess.map { Instant($0) }
    attempts = track.successes + track.failures
    successRate = attempts == 0 ? nil : Double(track.successes) / Double(attempts)
    let grade = book.grade(of: origin, in: pool, at: now)
    self.grade = grade.flatMap { Grade(rawValue: $0.letter.rawValue) }
    gradeReasons = grade?.reasons.map { GradeReason($0) } ?? [.untried]
    place(book.obstacle(to: origin, pool.traffic, at: now), track)
  }

  private mutating func place(_ obstacle: Plan.Reason?, _ track: Track) {
    until = obstacle?.until.map { Instant($0) }
    switch obstacle {
    case .resting: state = if case .probing = track.breaker { .probing } else { .open }
    case .busy: state = .busy
    case .refusing: state = .refusing
    case .distrusted: state = .distrusted
    case .budget, nil: state = track.lastSuccess == nil ? .unknown : .good
    }
  }
}

extension GradeReason {
  fileprivate init(_ reason: MirrorGrade.Reason) {
    self =
      switch reason {
      case .slow(let milliseconds): .slow(milliseconds: milliseconds)
      case .unreliable(let percent): .unreliable(percent: percent)
      case .behind: .behind
      case .lied: .lied
      case .refusing: .refusing
      case .busy: .busy
      case .failing: .failing
      }
  }
}
