internal import FaultServer

/// The app hung for ever at "connecting to server".
///
/// Mirrors that take a connection and say nothing, or not even take it; and meanwhile somebody who searches.
struct HangScenario: DrillScenario {
  private static let silences: [Misbehaviour] = [.silence, .blackHole, .stallAfterHeaders, .trickle]
  /// How long a person waits at most.
  private static let promise = Duration.seconds(6)
  /// What still feels like at once, on a machine that has other things to do.
  private static let atOnce = Duration.milliseconds(250)

  func play(on stage: DrillStage) async throws -> [String] {
    try await stage.fill()
    var chance = stage.chance
    let actors = try Self.silences.shuffled(using: &chance).prefix(3).map { (try stage.actor(), $0) }
    let searches = Searches(in: stage.library)
    let start = ContinuousClock.now
    let result = try await stage.synchroniser.run(stage.provider(actors.map { $0.0.address(of: $0.1) }))
    let took = start.duration(to: .now)
    let seen = await searches.end()
    let names = actors.map(\.1.rawValue).joined(separator: ", ")
    try DrillFailure.unless(result.word == "failed", "a sync with silent mirrors (\(names)) was \(result.word)")
    try DrillFailure.unless(took <= Self.promise, "a sync with silent mirrors (\(names)) took \(took.inWords)")
    try DrillFailure.unless(
      result.failures.count == actors.count, "\(result.failures.count) of \(actors.count) mirrors have a cause")
    try DrillFailure.unless(
      seen.count > 0 && seen.slowest <= Self.atOnce,
      "\(seen.count) searches meanwhile, the slowest took \(seen.slowest.inWords)")
    return [
      "\(actors.count) of \(actors.count) mirrors silent: \(names)",
      "a sync ended after \(took.inWords), with a cause for each",
      "\(seen.count) searches meanwhile, the slowest took \(seen.slowest.inWords)",
    ]
  }
}
