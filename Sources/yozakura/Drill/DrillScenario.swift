/// One act of the outage.
protocol DrillScenario: Sendable {
  /// Acts it out and returns what was seen of the promise, a fact each; throws ``DrillFailure`` where it did not hold.
  func play(on stage: DrillStage) async throws -> [String]
}

/// A promise that did not hold, and what was seen.
struct DrillFailure: Error {
  let evidence: String

  /// Breaks the promise unless `isKept`.
  static func unless(_ isKept: Bool, _ evidence: @autoclosure () -> String) throws(DrillFailure) {
    if !isKept { throw DrillFailure(evidence: evidence()) }
  }
}
