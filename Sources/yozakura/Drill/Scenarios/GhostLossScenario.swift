internal import FaultServer
internal import Locking
internal import Providers

/// "Ghost packet loss": transfers stood still without an error.
///
/// One mirror stands still after 10 KB, another sends a byte now and then, the third is honest.
struct GhostLossScenario: DrillScenario {
  private static let promise = Duration.seconds(10)
  /// What the first mirror sends at most.
  private static let sent = 10 << 10

  func play(on stage: DrillStage) async throws -> [String] {
    try await stage.fill()
    let actors = try (0..<3).map { _ in try stage.actor() }
    let stalled = actors[0].address(of: .stallAfter10KB)
    let mirrors = [stalled, actors[1].address(of: .trickle), actors[2].honestAddress]
    let furthest = Lock(0)
    let start = ContinuousClock.now
    let result = try await stage.synchroniser.run(stage.provider(mirrors)) { progress in
      guard progress.mirror == stalled else { return }
      furthest.withLock { $0 = max($0, progress.bytes) }
    }
    let took = start.duration(to: .now)
    try DrillFailure.unless(
      stage.showCount == DrillCatalogue.newestCount,
      "the third mirror was honest, and the sync was \(result.word): \(result.cause ?? "no cause")")
    try DrillFailure.unless(took <= Self.promise, "it took \(took.inWords) to go on elsewhere")
    let shown = furthest.withLock { $0 }
    try DrillFailure.unless(
      (1...Self.sent).contains(shown), "\(shown) bytes were shown of a mirror that sent \(Self.sent)")
    return [
      "one mirror stalled after \(Self.sent) bytes, one trickled, the third was honest",
      "the catalogue was whole after \(took.inWords)",
      "never more than \(shown) bytes were shown of the first",
    ]
  }
}
