import Mirrors

/// The simulator against reality: what it predicts is what real servers and the real client show.
///
///     scenario ──200 seeds──▶ simulator ──▶ 95 % interval ──┐
///        └──────one more────▶ loopback servers ──▶ measured ┴─▶ inside?
///
/// The same is asked of a model that knows nothing of shared fate, to show what it would promise.
struct TwinTorture {
  private static let longCount = 200
  private static let shortCount = 20
  /// How many courses a prediction is made of.
  private static let draws = 200
  /// How many scenarios are played side by side: more, and on two cores they would wait for each other.
  private static let width = 12

  /// What real servers and a real client showed of one scenario.
  private struct Played {
    var number: Int
    var scenario: Scenario
    var seed: UInt64
    /// The share of syncs that ended with the newest release.
    var share: Double
  }

  private let options: Options
  private let tally = Tally("twin")

  init(_ options: Options) {
    self.options = options
  }

  func run() async -> Tally {
    let chosen = options.onlyCase.flatMap { Int($0) }
    let numbers = chosen.map { [$0] } ?? Array(0..<(options.isLong ? Self.longCount : Self.shortCount))
    // First all that wait, then all that computes: a prediction beside a server would make it a slow one.
    let played = await withTaskGroup(of: Played?.self) { group in
      var played: [Played?] = []
      for (place, number) in numbers.enumerated() {
        if place >= Self.width { played.append(await group.next() ?? nil) }
        group.addTask { await play(number) }
      }
      return await group.reduce(into: played) { $0.append($1) }.compactMap(\.self)
    }
    Workers.each(played.count, on: options.jobs) { compare(played[$0]) }
    judge(of: numbers.count)
    return tally
  }

  private func judge(of count: Int) {
    let inside = tally.count(of: "inside")
    // 183 of 200; of few, what chance leaves of it.
    let needed = count >= Self.longCount ? 183 : count * 4 / 5
    if count > 1, inside < needed {
      tally.fail("\(inside) of \(count) measurements were inside, \(needed) are needed", repeat: command(nil))
    }
    tally.print(
      """
      \(count) scenarios predicted and played: \(tally.count(of: "syncs").grouped) real syncs; the measured availability \
      was within the predicted 95 % \(inside) times, of a model without shared fate \
      \(tally.count(of: "inside without shared fate")) times; in the very same course of things the simulator was off by \
      \((Double(tally.count(of: "difference")) / 100 / Double(max(1, count))).hundredths) points on the mean
      """)
  }

  private func play(_ number: Int) async -> Played? {
    var random = Randomness(options.seed, case: number)
    let scenario = TwinScenario.drawn(&random, seconds: options.isLong ? 20 : 6)
    let seed = random.next()
    do {
      let measured = try await measure(World(scenario, seed: seed), seed: seed)
      tally.count("syncs", measured.total)
      guard let share = measured.share else { throw Flaw(what: "no sync came about") }
      return Played(number: number, scenario: scenario, seed: seed, share: share)
    } catch {
      tally.fail("scenario \(number): \(error)", repeat: command(number))
      return nil
    }
  }

  private func compare(_ played: Played) {
    let predicted = Self.predict(played.scenario, after: played.seed)
    let independent = Self.predict(played.scenario.withoutSharedFate, after: played.seed)
    if predicted.contains(played.share) { tally.count("inside") }
    if independent.contains(played.share) { tally.count("inside without shared fate") }
    let twin = Simulation(played.scenario, timing: TwinScenario.timing).run(seed: played.seed).fresh.share ?? 0
    tally.count("difference", Int((abs(twin - played.share) * 10_000).rounded()))
    if options.onlyCase != nil { tell(played, predicted, independent) }
  }

  private func measure(_ world: World, seed: UInt64) async throws -> Proportion {
    let stage = try TwinStage(world)
    let start = ContinuousClock.now
    async let course: Void = stage.play(from: start)
    let measured = try await TwinClient(stage, in: world, timing: TwinScenario.timing).run(from: start, seed: seed)
    try await course
    return measured
  }

  /// Where 95 of 100 courses of the scenario have their share of syncs that end with the newest release.
  private static func predict(_ scenario: Scenario, after seed: UInt64) -> ClosedRange<Double> {
    let simulation = Simulation(scenario, timing: TwinScenario.timing)
    let shares = Quantiles((1...UInt64(draws)).compactMap { simulation.run(seed: seed &+ $0).fresh.share })
    guard let low = shares[0.025], let high = shares[0.975] else { return 0...1 }
    return low...high
  }

  private func tell(_ played: Played, _ predicted: ClosedRange<Double>, _ independent: ClosedRange<Double>) {
    print(
      """
      scenario \(played.number): measured \(played.share.hundredths), predicted \(predicted.lowerBound.hundredths) to \
      \(predicted.upperBound.hundredths), without shared fate \(independent.lowerBound.hundredths) to \
      \(independent.upperBound.hundredths)
      """)
  }

  private func command(_ number: Int?) -> String {
    number.map { options.command(.twin, case: "\($0)") }
      ?? "yozakura-torture twin \(options.isLong ? "--long" : "--short") --seed \(options.seed)"
  }
}
