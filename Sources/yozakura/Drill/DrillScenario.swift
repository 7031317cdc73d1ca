/// One act of the outage.
protocol DrillScenario: Sendable {
  /// Whether it waits for nothing and nobody, and keeps a processor busy.
  var onlyComputes: Bool { get }

  /// Acts it out and returns what was seen of the promise, a fact each; throws ``DrillFailure`` where it did not hold.
  func play(on stage: DrillStage) async throws -> [String]
}

extension DrillScenario {
  var onlyComputes: Bool { false }
}

/// A promise that did not hold, and what was seen.
struct DrillFailure: Error {
  let evidence: String

  /// Breaks the promise unless `isKept`.
  static func unless(_ isKept: Bool, _ evidence: @autoclosure () -> String) throws(DrillFailure) {
    if !isKept { throw DrillFailure(evidence: evidence()) }
  }
}
