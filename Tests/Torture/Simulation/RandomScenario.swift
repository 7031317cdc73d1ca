import Mirrors

/// A month of mirrors in all the ways in which they can fail, drawn from a seed.
enum RandomScenario {
  private static let day = 86_400.0

  /// The scenario of one case: two to eight mirrors, three groups that fall together, a client whose own network fails too.
  static func month(_ random: inout Randomness) -> Scenario {
    var scenario = Scenario()
    scenario.span = .seconds(30 * day)
    scenario.releases = .exponential(mean: time(0.5 * day, 7 * day, &random))
    scenario.groups = (0..<3).map { number in
      .init("group-\(number)", troubles: [trouble([.down, .silent, .busy], every: 0.5...10, hours: 0.2...12, &random)])
    }
    scenario.mirrors = (0..<2 + random.below(7)).map { mirror($0, &random) }
    scenario.clients.attended = .exponential(mean: time(600, 7200, &random))
    scenario.clients.away = .exponential(mean: time(1800, 12 * 3600, &random))
    scenario.clients.troubles = [
      Trouble(
        LocalFault.Cause.allCases, every: .exponential(mean: time(0.5 * day, 5 * day, &random)),
        lasts: .lognormal(median: time(120, 7200, &random), spread: 1.2))
    ]
    if random.isOne(of: 2) { scenario.outages = [outage(&random)] }
    return scenario
  }

  private static func mirror(_ number: Int, _ random: inout Randomness) -> Scenario.Mirror {
    var mirror = Scenario.Mirror("mirror-\(number)", group: random.isOne(of: 2) ? "group-\(random.below(3))" : nil)
    // The first two tell and serve by a version, so that there is always a way; the others may do only one of the two.
    if number > 1 {
      mirror.tells = !random.isOne(of: 4)
      mirror.serves = !mirror.tells || !random.isOne(of: 4)
      mirror.isVersioned = !random.isOne(of: 4)
    }
    mirror.latency = .milliseconds(10 + random.below(300))
    let kinds = Behaviour.allCases.filter { $0 != .up && random.isOne(of: 2) }
    mirror.troubles = [
      trouble(kinds.isEmpty ? [.down] : kinds, every: 0.1...4, hours: 0.02...12, &random),
      trouble([.down, .silent], every: 0.2...5, hours: 0.01...1, &random),
    ]
    return mirror
  }

  private static func trouble(
    _ states: [Behaviour], every days: ClosedRange<Double>, hours: ClosedRange<Double>, _ random: inout Randomness
  ) -> Trouble<Behaviour> {
    let every = time(days.lowerBound * day, days.upperBound * day, &random)
    let lasts = time(hours.lowerBound * 3600, hours.upperBound * 3600, &random)
    return Trouble(
      states, every: random.isOne(of: 3) ? .weibull(scale: every, shape: 0.7) : .exponential(mean: every),
      lasts: .lognormal(median: lasts, spread: 1.2))
  }

  /// Everybody at once, for minutes or for days.
  private static func outage(_ random: inout Randomness) -> Scenario.Outage {
    let kinds = Behaviour.allCases.filter { !$0.isHonest }
    let start = time(day, 25 * day, &random)
    return Scenario.Outage(nil, kinds[random.below(kinds.count)], from: start, for: time(600, 4 * day, &random))
  }

  /// A time between the two, each order of magnitude as likely.
  private static func time(_ least: Double, _ most: Double, _ random: inout Randomness) -> Duration {
    var seconds = least
    let steps = 24
    for _ in 0..<random.below(steps + 1) { seconds += (most - least) / Double(steps) * (seconds / most + 0.05) }
    return .seconds(min(seconds, most))
  }
}
