import Anime
import HTTP
import Mirrors
import Providers

/// A real client: the program's own fetch, schedule and book of health, on compressed time.
struct TwinClient {
  private let stage: TwinStage
  private let world: World
  private let timing: PolicyTiming

  init(_ stage: TwinStage, in world: World, timing: PolicyTiming) {
    self.stage = stage
    self.world = world
    self.timing = timing
  }

  /// Syncs until the world's end, and says how many syncs ended with the newest release.
  func run(from start: ContinuousClock.Instant, seed: UInt64) async throws -> Proportion {
    var random = SeededGenerator(seed: seed)
    let client = HTTPClient(userAgent: "yozakura-torture")
    defer { client.close() }
    let health = MirrorHealth(HealthBook(timing: timing.health)) { start.duration(to: .now) }
    var schedule = SyncSchedule(
      timing.schedule, start: timing.schedule.interval * Double.random(in: 0...1, using: &random))
    var fresh = Proportion()
    var release = 0
    while schedule.nextTry < world.scenario.span {
      try await Task.sleep(until: start.advanced(by: schedule.nextTry), tolerance: .zero, clock: .continuous)
      let newest = world.newestRelease(at: health.now)
      schedule.attend(at: health.now, random: &random)
      let report = try await fetch(holding: release, client, health)
      guard health.now < world.scenario.span else { break }
      release = max(release, Self.release(in: report) ?? 0)
      let isAnswered = Self.isAnswered(report)
      fresh = Proportion(fresh.count + (isAnswered && release >= newest ? 1 : 0), of: fresh.total + 1)
      schedule.note(isAnswered ? .answered : Self.failure(report), at: health.now, random: &random)
    }
    return fresh
  }

  private func fetch(
    holding release: Int, _ client: HTTPClient, _ health: MirrorHealth
  ) async throws -> FetchReport<Int> {
    let present = TwinStage.file(release, bytes: world.scenario.bytes)
    return try await fetchCatalogue(
      from: stage.provider, present: PresentCatalogue(version: "0.3.\(release)") { $0 == present }, client: client,
      health: health, for: .background, timing: fetchTiming,
      accept: { bytes throws(Rejection) in
        guard let release = TwinStage.release(of: bytes) else { throw .empty }
        return release
      })
  }

  private var fetchTiming: FetchTiming {
    var fetch = FetchTiming()
    (fetch.race, fetch.poll, fetch.deadline) = (timing.fetch.race, timing.fetch.poll, timing.fetch.deadline)
    for limits in [\FetchTiming.file, \.document] {
      fetch[keyPath: limits].connectTimeout = timing.transport.connect
      fetch[keyPath: limits].speedWindow = timing.transport.silence
    }
    return fetch
  }

  private static func release(in report: FetchReport<Int>) -> Int? {
    if case .updated(let release, _) = report.outcome { release } else { nil }
  }

  private static func isAnswered(_ report: FetchReport<Int>) -> Bool {
    switch report.outcome {
    case .updated, .unchanged: true
    case .setAside, .failed: false
    }
  }

  /// How the program tells its schedule that a sync failed.
  private static func failure(_ report: FetchReport<Int>) -> SyncSchedule.Ending {
    let reasons = report.failures.map(\.reason).filter { $0 != .versionUnknown }
    let moments = reasons.compactMap { if case .leftAlone(let reason) = $0 { reason.until } else { nil } }
    return .failed(notBefore: moments.count == reasons.count ? moments.min() : nil)
  }
}
