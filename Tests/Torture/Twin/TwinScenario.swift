import Mirrors

/// A world that real servers can play on compressed time, and the policy's times compressed alike.
enum TwinScenario {
  /// An hour passes in 36 seconds.
  static let haste = 100.0

  /// The numbers of the policy where all goes a hundred times as fast.
  static let timing = PolicyTiming(interval: .seconds(10)).scaled(by: haste)

  /// Three to six mirrors, most of them in one group that falls as a whole, and somebody who always sits there.
  static func drawn(_ random: inout Randomness, seconds: Double) -> Scenario {
    var scenario = Scenario()
    scenario.span = .seconds(seconds)
    scenario.releases = .exponential(mean: .seconds(3))
    scenario.bytes = 2048
    scenario.clients.interval = timing.schedule.interval
    scenario.clients.attended = .fixed(.seconds(86_400))
    scenario.clients.away = .fixed(.milliseconds(1))
    scenario.groups = [.init("shared", troubles: [trouble([.down, .silent], up: 0.8...2, down: 0.3...1, &random)])]
    let members = 2 + random.below(3)
    let others = 1 + random.below(2)
    scenario.mirrors = (0..<members + others).map { number in
      var mirror = Scenario.Mirror("mirror-\(number)", group: number < members ? "shared" : nil)
      // What a request takes on loopback, threads and tasks of both sides included.
      mirror.latency = .microseconds(1500)
      mirror.troubles =
        number < members
        ? [trouble([.down, .silent, .stale], up: 3...8, down: 0.1...0.3, &random)]
        : [trouble([.down, .silent, .slow], up: 0.5...1.5, down: 0.5...1.2, &random)]
      return mirror
    }
    return scenario
  }

  private static func trouble(
    _ states: [Behaviour], up: ClosedRange<Double>, down: ClosedRange<Double>, _ random: inout Randomness
  ) -> Trouble<Behaviour> {
    Trouble(
      states, every: .exponential(mean: seconds(up, &random)),
      lasts: .lognormal(median: seconds(down, &random), spread: 0.6))
  }

  private static func seconds(_ range: ClosedRange<Double>, _ random: inout Randomness) -> Duration {
    .seconds(range.lowerBound + (range.upperBound - range.lowerBound) * Double(random.below(1001)) / 1000)
  }
}
