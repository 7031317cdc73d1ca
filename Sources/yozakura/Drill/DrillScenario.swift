/// One act of the outage.
protocol DrillScenario: Sendable {
  /// Acts it out and returns what was seen of the promise, a fact each; throws ``BrokenPromise`` where it did not hold.
  func play(on stage: DrillStage) async throws -> [String]
}

/// A promise that did not hold, and what was seen.
struct BrokenPromise: Error {
  let evidence: String

  /// Breaks the promise unless `isKept`.
  static func unless(_ isKept: Bool, _ evidence: @autoclosure () -> String) throws(BrokenPromise) {
    if !isKept { throw BrokenPromise(evidence: evidence()) }
  }
}
