/// Trouble that comes and goes: an alternating renewal process.
///
///     well ──every──▶ in trouble ──lasts──▶ well ──every──▶ …
///
/// It begins well, so that a run of a few days does not hang on what was before it.
public struct Trouble<State: Hashable & Sendable>: Hashable, Sendable {
  /// What it may be; each time one of these, all as likely.
  public var states: [State]
  /// How long it stays away.
  public var every: Lifetime
  /// How long it lasts.
  public var lasts: Lifetime

  /// Trouble of one of `states`.
  public init(_ states: [State], every: Lifetime, lasts: Lifetime) {
    self.states = states
    self.every = every
    self.lasts = lasts
  }

  /// When it is there until `end`; nil stands for being well.
  func timeline(until end: Duration, _ random: inout SeededGenerator) -> Timeline<State?> {
    var timeline = Timeline<State?>(nil)
    var now = every.draw(&random)
    while now < end, let state = states.randomElement(using: &random) {
      timeline.append(state, from: now)
      // A moment at least: a drawn nothing must not stop time.
      now += max(lasts.draw(&random), .milliseconds(1))
      timeline.append(nil, from: now)
      now += max(every.draw(&random), .milliseconds(1))
    }
    return timeline
  }

  /// The same in a world where all goes `factor` times as fast.
  public func scaled(by factor: Double) -> Trouble {
    Trouble(states, every: every.scaled(by: factor), lasts: lasts.scaled(by: factor))
  }
}

extension [Trouble<Behaviour>] {
  /// All of them at once: where several have come, the one that stands first here.
  func timeline(until end: Duration, _ random: inout SeededGenerator) -> Timeline<Behaviour?> {
    reduce(Timeline<Behaviour?>(nil)) { $0.merged(with: $1.timeline(until: end, &random)) { $0 ?? $1 } }
  }
}
