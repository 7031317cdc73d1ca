import Locking

/// Cuts the power at every moment, and looks at every state that may be left, until there were enough of them.
struct PowerTorture {
  private static let shortGoal = 20_000
  private static let longGoal = 1_000_000

  private let options: Options
  private let goal: Int

  init(_ options: Options) {
    self.options = options
    goal = options.isLong ? Self.longGoal : Self.shortGoal
  }

  func run() -> Tally {
    let tally = Tally("power")
    let seen = Lock(Set<Int>())
    let isOver: @Sendable () -> Bool = { [goal] in tally.isHopeless || seen.withLock { $0.count } >= goal }
    if let number = options.onlyCase.flatMap({ Int($0) }) {
      journey(number, seen, tally, until: { false })
    } else {
      Workers.run(options.jobs) { number in
        guard !isOver() else { return false }
        journey(number, seen, tally, until: isOver)
        return true
      }
    }
    let (states, moments) = (seen.withLock { $0.count }, tally.count(of: "moments"))
    tally.print(
      """
      \(states.grouped) distinct states after a power cut (\(tally.count(of: "states").grouped) made) at \
      \(moments.grouped) moments of \(tally.count(of: "lives").grouped) lives, all states of \
      \(tally.count(of: "whole moments").grouped) moments; \(tally.count(of: "verified").grouped) states verified byte by \
      byte, \(tally.count(of: "spoiled logs").grouped) logs spoiled before
      """)
    return tally
  }

  private func journey(_ number: Int, _ seen: Lock<Set<Int>>, _ tally: Tally, until isOver: () -> Bool) {
    var journey = Journey(
      number, Randomness(options.seed, case: number), seen: seen, tally,
      command: options.command(.power, case: "\(number)"))
    journey.run(until: isOver)
  }
}
