import Mirrors

/// A million clients when an outage ends: the first minute brings at most twice a normal one's requests.
///
///     outage ────────┐ light
///     normal ▂▂▂▂▂▂▁▁│▅▄▄▃▃▂▂▂
///                    └ first minute
struct RecoveryTorture {
  /// An outage and what the crowd is like.
  private struct Crowd {
    var behaviour: Behaviour
    var hours: Int
    var sample: Int

    var name: String { "\(behaviour.rawValue)-\(hours)h-\(sample)" }
  }

  private let options: Options
  private let tally = Tally("recovery")

  init(_ options: Options) {
    self.options = options
  }

  func run() -> Tally {
    let crowds = self.crowds.filter { options.onlyCase == nil || $0.name == options.onlyCase }
    Workers.each(crowds.count, on: options.jobs) { play(crowds[$0]) }
    tally.print(
      """
      \(tally.count(of: "outages")) outages of 1,000,000 clients: the first minute afterwards brought at most \
      \((Double(tally.count(of: "hundredths")) / 100).hundredths) times a normal one; after \
      \(tally.count(of: "longest hours")) hours, with \(tally.count(of: "sample").grouped) simulated, \
      \(tally.count(of: "first minute").grouped) ± \(tally.count(of: "margin").grouped) requests instead of \
      \(tally.count(of: "normal").grouped), and \(tally.count(of: "peak").grouped) in the busiest minute of the hour
      """)
    return tally
  }

  private var crowds: [Crowd] {
    guard options.isLong else {
      return [Crowd(behaviour: .silent, hours: 12, sample: 10_000), Crowd(behaviour: .down, hours: 2, sample: 10_000)]
    }
    let kinds: [Behaviour] = [.down, .silent, .lying, .stale, .busy, .refusing]
    return [Crowd(behaviour: .silent, hours: 72, sample: 40_000)]
      + kinds.flatMap { kind in [1, 8].map { Crowd(behaviour: kind, hours: $0, sample: 20_000) } }
  }

  private func play(_ crowd: Crowd) {
    let scenario = scenario(of: crowd)
    let course = Simulation(scenario).run(seed: options.seed)
    tally.count("outages", course.recoveries.count)
    for recovery in course.recoveries { tally.greatest("hundredths", Int((recovery.ratio ?? 0) * 100)) }
    if crowd.name == crowds.first?.name, let recovery = course.recoveries.first { tell(recovery, after: crowd) }
    if course.recoveries.isEmpty { tally.fail("\(crowd.name): nothing was dark", repeat: command(crowd)) }
    for broken in course.broken.prefix(1) {
      let ratio = course.recoveries.first?.ratio ?? 0
      tally.fail(
        "\(crowd.name): the promise “\(broken.promise)” was broken; \(ratio.hundredths) times a normal minute",
        repeat: command(crowd))
    }
  }

  private func tell(_ recovery: Course.Recovery, after crowd: Crowd) {
    tally.count("longest hours", crowd.hours)
    tally.count("sample", crowd.sample)
    tally.count("first minute", Int(recovery.firstMinute))
    tally.count("normal", Int(recovery.normal ?? 0))
    tally.count("margin", Int((recovery.margin ?? 0) * (recovery.normal ?? 0)))
    tally.count("peak", Int(recovery.peak))
  }

  private func command(_ crowd: Crowd) -> String {
    options.command(.recovery, case: crowd.name)
  }

  /// Four mirrors; about six clients in a thousand are attended at any moment. With more than one in a hundred those who
  /// wait, each of whom asks every four minutes, alone make more than twice a normal minute.
  private func scenario(of crowd: Crowd) -> Scenario {
    var scenario = Scenario()
    scenario.span = .seconds((24 + crowd.hours + 12) * 3600)
    scenario.releases = .fixed(.seconds(23 * 3600))
    scenario.clients.count = 1_000_000
    scenario.clients.sample = crowd.sample
    scenario.clients.attended = .exponential(mean: .seconds(1200))
    scenario.clients.away = .exponential(mean: .seconds(75 * 3600))
    scenario.outages = [.init(nil, crowd.behaviour, from: .seconds(24 * 3600), for: .seconds(crowd.hours * 3600))]
    scenario.mirrors = ["a", "b", "c", "d"].map { Scenario.Mirror($0) }
    for place in 0..<2 { scenario.mirrors[place].serves = false }
    scenario.mirrors[3].tells = false
    return scenario
  }
}
