/// When a day begins for who watches: at midnight, or some hours later, so that what is on at half past one belongs to
/// the evening before.
///
///     dayBegins = 5    Saturday 01:30  →  Friday 25:30
public struct DayBoundary: Hashable, Sendable {
  /// The hour at which a day begins, by the clock on the wall.
  public let hour: Int

  /// The hours at which a day can begin.
  public static let hours = 0...12
  /// A day as the calendar has it.
  public static let midnight = DayBoundary(hour: 0)

  /// Days that begin at `hour`.
  public init(hour: Int) {
    self.hour = min(max(hour, Self.hours.lowerBound), Self.hours.upperBound)
  }

  /// The day and the time of `instant` in `zone`, whose hour goes on behind 23 until the day is over.
  ///
  /// Where clocks are set back, the hour that comes twice stays in the same day both times.
  public func civil(_ instant: Instant, in zone: Zone) -> CivilTime {
    var civil = zone.civil(instant)
    guard civil.hour < hour else { return civil }
    civil.date = civil.date.adding(days: -1)
    civil.hour += 24
    return civil
  }

  /// The moment at which the day `date` begins in `zone`.
  public func start(of date: CivilDate, in zone: Zone) -> Instant {
    zone.instant(on: date, hour: hour)
  }

  /// The moments of the day `date`, which has 23 or 25 hours where clocks change.
  public func day(_ date: CivilDate, in zone: Zone) -> Range<Instant> {
    let start = start(of: date, in: zone)
    return start..<max(start, self.start(of: date.adding(days: 1), in: zone))
  }
}
