import Mirrors

/// Months of outages, each from a seed, each driven by the policy that the program goes by: no promise is broken.
struct SimulationTorture {
  private static let shortCount = 300
  private static let longCount = 10_000

  private let options: Options
  private let tally = Tally("simulation")

  init(_ options: Options) {
    self.options = options
  }

  func run() -> Tally {
    let chosen = options.onlyCase.flatMap { Int($0) }
    Workers.each(chosen == nil ? options.isLong ? Self.longCount : Self.shortCount : 1, on: options.jobs) { number in
      guard !tally.isHopeless else { return }
      play(chosen ?? number)
    }
    let behind = Double(tally.count(of: "lost millionths")) / Double(max(1, tally.count(of: "months"))) / 10_000
    tally.print(
      """
      \(tally.count(of: "months").grouped) months of \(tally.count(of: "syncs").grouped) syncs, of which \
      \(tally.count(of: "failed").grouped) found nobody well; \(tally.count(of: "outages").grouped) times everybody was \
      away; \(tally.count(of: "waits").grouped) times somebody waited beside a mirror that was well, for \
      \(tally.count(of: "longest wait")) s at most; a client was behind in \(behind.hundredths) % of the time
      """)
    return tally
  }

  private func play(_ number: Int) {
    var random = Randomness(options.seed, case: number)
    let scenario = RandomScenario.month(&random)
    let course = Simulation(scenario).run(seed: random.next())
    tally.count("months")
    tally.count("syncs", course.answered.total)
    tally.count("failed", course.answered.total - course.answered.count)
    tally.count("outages", course.recoveries.count)
    tally.count("waits", course.promisedWaits.count)
    tally.greatest("longest wait", Int((course.promisedWaits.max() ?? 0).rounded(.up)))
    tally.count("lost millionths", Int((1 - course.availability) * 1e6))
    guard let first = course.broken.first else { return }
    let days = first.moment / .seconds(86_400)
    tally.fail(
      "month \(number), day \(days.hundredths): the promise “\(first.promise)” was broken (\(course.broken.count) times)",
      repeat: options.command(.simulation, case: "\(number)"))
  }
}

extension Double {
  /// `3.14`
  var hundredths: String {
    let number = Int((self * 100).rounded())
    let rest = number % 100
    return "\(number / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}
