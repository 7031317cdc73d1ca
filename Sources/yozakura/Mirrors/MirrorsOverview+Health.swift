internal import Anime
internal import App
internal import Library
internal import Mirrors
internal import Providers

extension MirrorsOverview {
  /// How those who serve `providers` do, as `book` knows at `now`; `states` is what is here from each.
  init(_ providers: [ProviderConfiguration], _ states: [ProviderState], _ book: HealthBook, at now: Duration) {
    self.init(
      providers: providers.map { provider in
        ProviderLine(provider, states.first { $0.name == provider.name }, book, at: now)
      },
      localFault: book.localFault.map { NetworkCause(fault: $0.cause) }, now: Instant(now))
  }
}

extension MirrorsOverview.ProviderLine {
  fileprivate init(
    _ provider: ProviderConfiguration, _ state: ProviderState?, _ book: HealthBook, at now: Duration
  ) {
    var book = book
    func lines(_ addresses: [String], _ role: MirrorLine.Role) -> [MirrorLine] {
      let known = addresses.compactMap { address in Origin(address).map { (address: address, origin: $0) } }
      let pool = HealthBook.Pool(provider.name, role == .mirror ? .content : .metadata)
      book.enroll(pool, known.map { ($0.origin, provider.group(of: $0.origin)) })
      return known.map { MirrorLine($0.address, $0.origin, role, of: provider, pool, book, at: now).graded() }
    }
    self.init(
      name: provider.name, version: state?.version, fetched: state?.fetched,
      isDisputed: state?.setAside?.isDisputed == true,
      mirrors: lines(provider.mirrors, .mirror) + lines(provider.versionFrom, .versionSource))
  }
}

extension MirrorLine {
  fileprivate init(
    _ address: String, _ origin: Origin, _ role: Role, of provider: ProviderConfiguration, _ pool: HealthBook.Pool,
    _ book: HealthBook, at now: Duration
  ) {
    let track = book.track(origin, pool.traffic)
    let obstacle = book.obstacle(to: origin, pool.traffic, at: now)
    let attempts = track.successes + track.failures
    self.init(
      provider: provider.name, address: address, host: Address.host(address), group: provider.group(of: origin),
      role: role, state: MirrorState(track, obstacle), latencies: track.latencies,
      p50: track.latency(percentile: 50), p95: track.latency(percentile: 95),
      throughput: track.throughput.value.map { Int($0) },
      dataAge: DataAge(
        version: book.origins[origin]?.version?.description, isBehind: book.versionsBehind(origin, in: pool) > 0),
      lastError: track.lastFault.map { NetworkCause(fault: $0, until: track.busyUntil.map { Instant($0) }) },
      lastErrorAt: track.lastFailure.map { Instant($0) },
      until: obstacle?.until.map { Instant($0) },
      successRate: attempts > 0 ? Double(track.successes) / Double(attempts) : nil, attempts: attempts,
      isPinned: provider.pinned == address, lastSuccess: track.lastSuccess.map { Instant($0) })
  }
}

extension MirrorState {
  fileprivate init(_ track: Track, _ obstacle: Plan.Reason?) {
    switch (track.breaker, obstacle) {
    case (_, .busy): self = .busy
    case (_, .refusing): self = .refusing
    case (_, .distrusted): self = .distrusted
    case (.probing, _): self = .probing
    case (_, .resting), (_, .budget): self = .open
    case (_, nil): self = track.lastSuccess == nil ? .unknown : .good
    }
  }
}
