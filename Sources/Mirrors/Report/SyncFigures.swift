/// What the syncs of a provider sum up to in a report.
public struct SyncFigures: Equatable, Sendable {
  /// How many ended how.
  public private(set) var outcomes: [MirrorRecord.Sync.Outcome: Int] = [:]
  /// Failed syncs for which a fault on this side was the cause.
  public private(set) var excused = 0
  /// Syncs in which another than the first that was asked gave the answer.
  public private(set) var failovers = 0
  /// The times in which no sync brought an answer.
  public private(set) var outages = Outages()
  /// The greatest age that what is here reached.
  public private(set) var worstAge: Duration?
  private var weightedAge = 0.0
  private var measured = Duration.zero
  private var last: Known?

  /// How old what is here was at some moment.
  private struct Known: Equatable {
    var at: Duration
    var age: Duration
  }

  /// All syncs.
  public var count: Int { outcomes.values.reduce(0, +) }

  /// Syncs that somebody answered, among those that count; nil where none does.
  public var availability: Double? {
    let counted = count - excused
    let failed = (outcomes[.failed] ?? 0) - excused
    return counted == 0 ? nil : Double(counted - failed) / Double(counted)
  }

  /// The age of what is here over the time from the first sync to the last; nil where there is no such time.
  public var meanAge: Duration? {
    measured > .zero ? .seconds(weightedAge / (measured / .seconds(1))) : nil
  }

  mutating func add(_ sync: MirrorRecord.Sync, at moment: Duration, isExcused: Bool, isFailover: Bool) {
    outcomes[sync.outcome, default: 0] += 1
    if isFailover { failovers += 1 }
    addAge(sync.age, at: moment)
    if sync.outcome == .failed, isExcused {
      excused += 1
    } else {
      outages.note(isGood: sync.outcome != .failed, at: moment)
    }
  }

  /// From one sync to the next what is here grows older by as much as the time that passes.
  private mutating func addAge(_ age: Duration?, at moment: Duration) {
    if let last, moment > last.at {
      let span = moment - last.at
      let reached = last.age + span
      weightedAge += (last.age + reached) / .seconds(2) * (span / .seconds(1))
      measured += span
      worstAge = max(worstAge ?? .zero, reached)
    }
    last = age.map { Known(at: moment, age: $0) }
    if let age { worstAge = max(worstAge ?? .zero, age) }
  }
}
