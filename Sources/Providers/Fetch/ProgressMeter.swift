import HTTP

/// Turns the events of all transfers into what a person is shown: the one that leads, not too often.
struct ProgressMeter {
  private let provider: ProviderConfiguration
  private let interval: Duration
  private let report: @Sendable (FetchProgress) -> Void
  private var totals: [Int: Int] = [:]
  private var received: [Int: Int] = [:]
  private var shown: (phase: FetchProgress.Phase, at: Duration)?

  init(
    provider: ProviderConfiguration, interval: Duration, report: @escaping @Sendable (FetchProgress) -> Void
  ) {
    self.provider = provider
    self.interval = interval
    self.report = report
  }

  /// Shows `phase`, unless a mirror already sends and this one only connects.
  mutating func show(_ phase: FetchProgress.Phase, from mirror: Int? = nil, at now: Duration) {
    guard phase == .checking || received.isEmpty else { return }
    show(phase, from: mirror, bytesPerSecond: 0, at: now)
  }

  /// Takes in an event of a mirror's transfer and returns how many bytes it has sent, if that is what it tells.
  mutating func note(_ event: HTTPEvent, from mirror: Int, at now: Duration) -> Int? {
    switch event {
    case .responded(let length):
      totals[mirror] = length
      return nil
    case .received(let bytes, let bytesPerSecond):
      received[mirror] = bytes
      if bytes == received.values.max() { show(.receiving, from: mirror, bytesPerSecond: bytesPerSecond, at: now) }
      return bytes
    }
  }

  /// The transfer from `mirror` is whole, at `bytes`.
  mutating func complete(_ mirror: Int, bytes: Int) {
    received[mirror] = bytes
  }

  /// The transfer from `mirror` has failed, or begins anew.
  mutating func forget(_ mirror: Int) {
    totals[mirror] = nil
    received[mirror] = nil
  }

  private mutating func show(_ phase: FetchProgress.Phase, from mirror: Int?, bytesPerSecond: Int, at now: Duration) {
    // A change of phase is always told: nothing may come after it for a long time.
    if let shown, shown.phase == phase, now - shown.at < interval { return }
    shown = (phase, now)
    report(
      FetchProgress(
        provider: provider.name, phase: phase, mirror: mirror.map { provider.mirrors[$0] },
        bytes: mirror.flatMap { received[$0] } ?? 0, total: mirror.flatMap { totals[$0] },
        bytesPerSecond: bytesPerSecond))
  }
}
