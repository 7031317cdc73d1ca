/// What is known of the time without asking a clock service.
public struct ClockWitnesses: Equatable, Sendable {
  /// A moment that has certainly passed, since the Unix epoch: what this program or the capsule was made at.
  public var passed: Duration
  /// What servers took for now.
  public var servers: [Duration]

  /// What differs by less is no fault of the clock.
  public static let tolerance = Duration.seconds(300)

  /// Witnesses.
  public init(passed: Duration, servers: [Duration] = []) {
    self.passed = passed
    self.servers = servers
  }

  /// How far a clock that says `now` is ahead of what they say; nil where it agrees with them.
  ///
  /// The servers' median counts, so that one with a wrong clock of its own convicts nobody.
  public func error(of now: Duration) -> Duration? {
    let sorted = servers.sorted()
    let truth = sorted.isEmpty ? max(passed, now) : sorted[sorted.count / 2]
    let error = now - truth
    return error > Self.tolerance || error < .zero - Self.tolerance ? error : nil
  }
}
