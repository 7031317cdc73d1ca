internal import Mirrors

/// The outage itself: every mirror is silent for three days, for a crowd on a virtual clock.
///
/// It is the scenario that `simulate three-days` plays, for fewer clients, more of whom are there to wait.
struct ThreeDaysScenario: DrillScenario {
  private static let clientCount = 30

  let onlyComputes = true

  func play(on stage: DrillStage) async throws -> [String] {
    var chance = stage.chance
    let scenario = try Self.scenario
    let simulation = Simulation(scenario)
    guard let course = simulation.run(seed: chance.next(), while: { !Task.isCancelled }) else {
      throw CancellationError()
    }
    if let broken = course.broken.first {
      throw DrillFailure(evidence: "\(broken.promise.rawValue) was broken \(broken.moment.inWords) after the start")
    }
    let report = SimulationReport([course], of: scenario)
    guard let recovery = course.recoveries.first, let first = report.attendedWaits[0.5],
      let last = report.attendedWaits[1], let unattended = report.unattendedWaits[1]
    else { throw DrillFailure(evidence: "nobody came back") }
    let requests = report.mirrors.map(\.requestsPerDay).reduce(0, +) / Double(Self.clientCount)
    return [
      "\(Self.clientCount) clients on a virtual clock, \(scenario.mirrors.count) mirrors silent for "
        + recovery.outage.inWords,
      "back, with somebody there: half within \(Duration.seconds(first).inWords), all within \(Duration.seconds(last).inWords)",
      "back, with nobody there: all within \(Duration.seconds(unattended).inWords)",
      "\(Int(requests.rounded())) requests a client and day; nobody was shut out, nobody stood still",
    ]
  }

  private static var scenario: Scenario {
    get throws {
      var scenario = try ScenarioFile(Array(ShippedScenario.threeDays.text.utf8), name: "three-days").scenario
      (scenario.clients.count, scenario.clients.sample) = (clientCount, clientCount)
      scenario.clients.away = .exponential(mean: .seconds(3 * 3600))
      return scenario
    }
  }
}
