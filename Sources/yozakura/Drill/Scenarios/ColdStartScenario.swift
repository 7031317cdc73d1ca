internal import Anime
internal import FaultServer
internal import Library

/// The standby had no plan for a cold start.
///
/// A first run, with mirrors at which nothing listens.
struct ColdStartScenario: DrillScenario {
  private static let title = "フリーレン"

  func play(on stage: DrillStage) async throws -> [String] {
    let count = stage.library.snapshot().catalogue.count
    let port = try ClosedPort()
    let result = try await stage.synchroniser.run(stage.provider([port.url("/data.json")]))
    withExtendedLifetime(port) {}
    let after = stage.library.snapshot().catalogue
    try DrillFailure.unless(count > 0, "the first run shows nothing")
    try DrillFailure.unless(result.word == "failed", "a sync with nobody was \(result.word)")
    try DrillFailure.unless(after.count == count, "\(count) shows before the sync, \(after.count) after it")
    try DrillFailure.unless(!after.search(Self.title).isEmpty, "“\(Self.title)” is not found")
    return [
      "\(count) shows without a request, after \(stage.opening.inWords); “\(Self.title)” is found",
      "a sync with nobody there changed nothing",
    ]
  }
}
