internal import Mirrors

/// What came of a scenario, for people and for scripts.
struct SimulationSheet {
  /// What was played: a name or a file.
  let name: String
  let scenario: Scenario
  /// The seed of the first world.
  let seed: UInt64
  let report: SimulationReport

  /// The failure that broken promises are.
  var failure: Failure? {
    guard let first = report.broken.first else { return nil }
    var failure = Failure(.failed, "\(report.broken.count) times a promise was broken.")
    failure.details = ["Repeat the first with `\(command(first.seed))`."]
    return failure
  }

  /// The command that draws the world of `seed` again.
  func command(_ seed: UInt64) -> String {
    "yozakura simulate \(name) --seed \(seed) --runs 1"
  }
}

// MARK: - For scripts

extension SimulationSheet {
  /// The fields of the JSON object.
  var fields: [JSON.Field] {
    [
      ("scenario", .string(name)), ("title", .string(scenario.title)), ("seed", .number(Int(seed))),
      ("runs", .number(scenario.runs)), ("span", .decimal(scenario.span / .seconds(1))),
      ("clients", .number(scenario.clients.count)), ("sample", .number(scenario.clients.sample)),
      ("availability", Self.json(report.availability, atLeast: true)), ("answered", Self.json(report.answered)),
      ("fresh", Self.json(report.fresh)), ("delays", Self.json(report.delays)),
      ("attendedWaits", Self.json(report.attendedWaits)), ("unattendedWaits", Self.json(report.unattendedWaits)),
      ("mirrors", .array(report.mirrors.map(Self.json))), ("recoveries", .array(report.recoveries.map(Self.json))),
      ("broken", .array(report.broken.map(json))),
    ]
  }

  private static func json(_ proportion: Proportion) -> JSON {
    let interval = proportion.interval
    return .object([
      ("count", .number(proportion.count)), ("total", .number(proportion.total)),
      ("share", .decimal(orNull: proportion.share)), ("low", .decimal(interval.lowerBound)),
      ("high", .decimal(interval.upperBound)),
    ])
  }

  /// Of what should be large the low quantiles matter, of what should be small the high ones.
  private static func json(_ quantiles: Quantiles, atLeast: Bool = false) -> JSON {
    let parts: [(String, Double)] =
      atLeast
      ? [("worst", 0), ("low", 0.025), ("half", 0.5), ("high", 0.975)]
      : [("half", 0.5), ("p90", 0.9), ("p99", 0.99), ("worst", 1)]
    return .object(
      [("count", .number(quantiles.count)), ("mean", .decimal(orNull: quantiles.mean))]
        + parts.map { ($0.0, .decimal(orNull: quantiles[$0.1])) })
  }

  private static func json(_ mirror: SimulationReport.MirrorFigures) -> JSON {
    .object([
      ("name", .string(mirror.name)), ("requestsPerDay", .decimal(mirror.requestsPerDay)),
      ("peakPerMinute", .decimal(mirror.peak)), ("turnedAwayPerDay", .decimal(mirror.turnedAwayPerDay)),
      ("bytesPerDay", .decimal(mirror.bytesPerDay)),
    ])
  }

  private static func json(_ recovery: Course.Recovery) -> JSON {
    .object([
      ("at", .decimal(recovery.moment / .seconds(1))), ("outage", .decimal(recovery.outage / .seconds(1))),
      ("firstMinute", .decimal(recovery.firstMinute)), ("peakPerMinute", .decimal(recovery.peak)),
      ("normalPerMinute", .decimal(orNull: recovery.normal)), ("ratio", .decimal(orNull: recovery.ratio)),
      ("margin", .decimal(orNull: recovery.margin)),
    ])
  }

  private func json(_ broken: BrokenPromise) -> JSON {
    .object([
      ("promise", .string(broken.promise.rawValue)), ("client", .number(orNull: broken.client)),
      ("at", .decimal(broken.moment / .seconds(1))), ("seed", .number(Int(broken.seed))),
      ("repeat", .string(command(broken.seed))),
    ])
  }
}
