internal import ArgumentParser

/// What the program promises for the day when the servers are down, each by the scenario that puts it to the proof.
enum DrillPromise: String, CaseIterable, Sendable, ExpressibleByArgument {
  case hang
  case wipedCache = "wiped-cache"
  case ghostLoss = "ghost-loss"
  case misreadHealth = "misread-health"
  case keys
  case notices
  case outbox
  case coldStart = "cold-start"
  case history
  case threeDays = "three-days"

  /// The promise, as people read it.
  var sentence: String {
    switch self {
    case .hang: "No screen waits for a socket."
    case .wipedCache: "No bad answer takes anything away."
    case .ghostLoss: "A transfer that stalls is cut and goes on elsewhere."
    case .misreadHealth: "A mirror is put aside by rule, and never all of them."
    case .keys: "Mirrors hold no keys; the next root is asked of several."
    case .notices: "Only what is signed is shown as true."
    case .outbox: "What leaves this machine is sent once."
    case .coldStart: "The first run works with no network at all."
    case .history: "Every version is kept."
    case .threeDays: "Three days of outage end by themselves, for everybody."
    }
  }

  /// The stream of chance that it draws from, the same whatever else is acted out.
  var stream: UInt64 {
    UInt64(Self.allCases.firstIndex(of: self) ?? 0)
  }

  /// What puts it to the proof; nil where what is promised is not built yet.
  var scenario: (any DrillScenario)? {
    switch self {
    case .hang: HangScenario()
    case .wipedCache: WipedCacheScenario()
    case .ghostLoss: GhostLossScenario()
    case .misreadHealth: MisreadHealthScenario()
    case .coldStart: ColdStartScenario()
    case .history: HistoryScenario()
    case .threeDays: ThreeDaysScenario()
    case .keys, .notices, .outbox: nil
    }
  }
}
