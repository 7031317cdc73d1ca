import HTTP

/// Turns the events of all transfers into what a person is shown: the one that leads, not too often.
struct ProgressMeter {
  private let provider: ProviderConfiguration
  private let interval: Duration
  private let report: @Sendable (FetchProgress) -> Void
  private var totals: [Int: Int] = [:]
  private var shown: FetchProgress?
  private var shownAt = Duration.zero

  init(
    provider: ProviderConfiguration, interval: Duration, report: @escaping @Sendable (FetchProgress) -> Void
  ) {
    self.provider = provider
    self.interval = interval
    self.report = report
  }

  /// Shows `phase`.
  mutating func show(_ phase: FetchProgress.Phase, from mirror: Int? = nil, at now: Duration) {
    show(FetchProgress(provider: provider.name, phase: phase, mirror: mirror.map { provider.mirrors[$0] }), at: now)
  }

  /// Takes in an event of a mirror's transfer and returns how many bytes it has sent, if that is what it tells.
  mutating func note(_ event: HTTPEvent, from mirror: Int, at now: Duration) -> Int? {
    switch event {
    case .responded(let length):
      totals[mirror] = length
      return nil
    case .received(let bytes, let bytesPerSecond):
      let progress = FetchProgress(
        provider: provider.name, phase: .receiving, mirror: provider.mirrors[mirror], bytes: bytes,
        total: totals[mirror], bytesPerSecond: bytesPerSecond)
      show(progress, at: now)
      return bytes
    }
  }

  /// The leader is the one with the most bytes; a mirror that only connects does not hide it.
  private mutating func show(_ progress: FetchProgress, at now: Duration) {
    if let shown, progress.phase != .checking {
      guard progress.bytes >= shown.bytes || progress.mirror == shown.mirror, now - shownAt >= interval else { return }
    }
    shown = progress
    shownAt = now
    report(progress)
  }
}
