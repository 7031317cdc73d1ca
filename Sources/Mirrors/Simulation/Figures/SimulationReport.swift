/// What came of all worlds of a scenario together.
public struct SimulationReport: Sendable {
  /// A mirror's share of the work in a day, on the mean of all worlds.
  public struct MirrorFigures: Hashable, Sendable {
    /// Its name.
    public var name: String
    /// The requests that reached it in a day.
    public var requestsPerDay: Double
    /// The most of them in one minute, of all worlds.
    public var peak: Double
    /// How many of a day's it turned away because they were too many.
    public var turnedAwayPerDay: Double
    /// The bytes that it sent in a day.
    public var bytesPerDay: Double
  }

  /// What each world brought.
  public let courses: [Course]
  /// The share of all clients' time in which they were not behind, world by world.
  public let availability: Quantiles
  /// How many syncs were answered, whatever with.
  public let answered: Proportion
  /// How many ended with the release that was the newest when they began.
  public let fresh: Proportion
  /// From each release to each client's having it, in seconds.
  public let delays: Quantiles
  /// From each recovery to the first answer of a client before which somebody sat, in seconds…
  public let attendedWaits: Quantiles
  /// …and of the others that had failed.
  public let unattendedWaits: Quantiles
  /// The work of each mirror.
  public let mirrors: [MirrorFigures]
  /// What followed each outage, world by world.
  public let recoveries: [Course.Recovery]
  /// What must not have happened.
  public let broken: [BrokenPromise]

  /// The report on `courses` of `scenario`.
  public init(_ courses: [Course], of scenario: Scenario) {
    self.courses = courses
    availability = Quantiles(courses.map(\.availability))
    answered = Self.sum(courses.map(\.answered))
    fresh = Self.sum(courses.map(\.fresh))
    delays = Quantiles(courses.flatMap(\.delays))
    attendedWaits = Quantiles(courses.flatMap(\.attendedWaits))
    unattendedWaits = Quantiles(courses.flatMap(\.unattendedWaits))
    recoveries = courses.flatMap(\.recoveries)
    broken = courses.flatMap(\.broken)
    let days = scenario.span.seconds / 86_400 * Double(max(1, courses.count))
    mirrors = scenario.mirrors.indices.map { place in
      let all = courses.map { $0.mirrors[place] }
      return MirrorFigures(
        name: scenario.mirrors[place].name, requestsPerDay: all.reduce(0) { $0 + $1.requests } / days,
        peak: all.map(\.peak).max() ?? 0, turnedAwayPerDay: all.reduce(0) { $0 + $1.turnedAway } / days,
        bytesPerDay: all.reduce(0) { $0 + $1.bytes } / days)
    }
  }

  private static func sum(_ parts: [Proportion]) -> Proportion {
    parts.reduce(Proportion()) { Proportion($0.count + $1.count, of: $0.total + $1.total) }
  }
}
