/// How the times of a fetch follow from a plan.
public struct FetchPolicyTiming: Equatable, Sendable {
  /// The race: `stagger` is what a hedge waits at most, `staggerTotal` is for those who wait before a screen.
  public var race: RaceTiming
  /// The poll.
  public var poll: VersionPollTiming
  /// A person who waits is told after this that nobody sends anything.
  public var deadline: Duration

  /// The usual times: with every mirror silent a typed sync ends after 5 s.
  public init(
    race: RaceTiming = RaceTiming(), poll: VersionPollTiming = VersionPollTiming(),
    deadline: Duration = .seconds(5)
  ) {
    self.race = race
    self.poll = poll
    self.deadline = deadline
  }

  /// The same in a world where all goes `factor` times as fast.
  public func scaled(by factor: Double) -> FetchPolicyTiming {
    FetchPolicyTiming(
      race: RaceTiming(
        stagger: race.stagger / factor, staggerTotal: race.staggerTotal / factor, leadBytes: race.leadBytes,
        quiet: race.quiet / factor),
      poll: VersionPollTiming(
        stagger: poll.stagger / factor, staggerTotal: poll.staggerTotal / factor, grace: poll.grace / factor,
        patience: poll.patience / factor),
      deadline: deadline / factor)
  }

  /// The hedge of the plan; where somebody waits, all have had their start within the total.
  func race(_ plan: Plan, for purpose: Purpose) -> RaceTiming {
    var timing = race
    timing.stagger = min(plan.hedge, race.stagger)
    if purpose == .background { timing.staggerTotal = timing.stagger * plan.steps }
    return timing
  }

  func poll(_ plan: Plan, for purpose: Purpose) -> VersionPollTiming {
    guard purpose == .background else { return poll }
    var timing = poll
    timing.stagger = min(plan.hedge, race.stagger)
    timing.staggerTotal = timing.stagger * plan.steps
    // Nobody waits: what needs no version is the larger request, and not made for a second's sake.
    timing.patience = deadline
    return timing
  }
}

extension Plan {
  /// Between how many starts a total is shared out: as if nobody were left alone.
  fileprivate var steps: Int { max(1, order.count + excluded.count - 1) }
}
