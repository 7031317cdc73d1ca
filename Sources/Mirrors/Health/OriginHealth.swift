/// All that is known about one origin.
public struct OriginHealth: Hashable, Sendable {
  /// Whose fate it shares; its own where nothing is declared.
  public var group: String
  /// How it did, by traffic.
  public var tracks: [Traffic: Track] = [:]
  /// Until when nothing of it is believed.
  public var distrustedUntil: Duration?
  /// How often it was caught lying.
  public var strikes = 0
  /// The newest version that it told or gave.
  public var version: Version?
  /// How many times it was found idle and tested again, which says when it is next.
  public var retests = 0

  /// An origin of `group`.
  public init(group: String) {
    self.group = group
  }

  /// How it did for `traffic`.
  public subscript(_ traffic: Traffic) -> Track {
    get { tracks[traffic] ?? Track() }
    set { tracks[traffic] = newValue }
  }

  /// It was caught lying.
  mutating func distrust(_ timing: HealthTiming, at now: Duration) {
    strikes += 1
    distrustedUntil = now + (strikes > 1 ? timing.distrustAgainFor : timing.distrustFor)
  }
}
