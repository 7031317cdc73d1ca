internal import FaultServer
internal import Library

/// History was lost.
///
/// Two releases, one after the other; then a look at the first.
struct HistoryScenario: DrillScenario {
  func play(on stage: DrillStage) async throws -> [String] {
    try await stage.fill()
    let actor = try stage.actor()
    _ = try await stage.synchroniser.run(stage.provider([actor.honestAddress]))
    let commits = stage.library.commits
    try DrillFailure.unless(commits.count == 2, "\(commits.count) commits after two syncs that brought news")
    let counts = try commits.map { commit in
      try stage.library.past(of: commit).snapshot.providers.map(\.showCount).reduce(0, +)
    }
    let expected = [DrillCatalogue.newestCount, DrillCatalogue.olderCount]
    try DrillFailure.unless(counts == expected, "as of the two commits there are \(counts) shows, not \(expected)")
    let findings = stage.library.findings.count
    try DrillFailure.unless(findings == 0, "the capsule is damaged in \(findings) places")
    return ["\(counts[0]) shows now, \(counts[1]) as of the commit before"]
  }
}
