/// A moment, in milliseconds since 1970-01-01T00:00:00Z.
public struct Instant: Hashable, Comparable, Sendable {
  /// Milliseconds since 1970-01-01T00:00:00Z, negative before.
  public var milliseconds: Int64

  /// The moment `milliseconds` after 1970-01-01T00:00:00Z.
  public init(milliseconds: Int64) {
    self.milliseconds = milliseconds
  }

  /// The moment `seconds` after 1970-01-01T00:00:00Z.
  public init(seconds: Int64) {
    milliseconds = seconds * 1000
  }

  /// Whether `left` is earlier.
  public static func < (left: Instant, right: Instant) -> Bool {
    left.milliseconds < right.milliseconds
  }

  /// The moment `span` later.
  public static func + (instant: Instant, span: Span) -> Instant {
    Instant(milliseconds: instant.milliseconds + span.milliseconds)
  }

  /// The moment `span` earlier.
  public static func - (instant: Instant, span: Span) -> Instant {
    Instant(milliseconds: instant.milliseconds - span.milliseconds)
  }

  /// The time from `right` to `left`.
  public static func - (left: Instant, right: Instant) -> Span {
    Span(milliseconds: left.milliseconds - right.milliseconds)
  }

  /// A length of time, in milliseconds.
  public struct Span: Hashable, Comparable, Sendable {
    /// The length; negative means backwards.
    public var milliseconds: Int64

    /// A length of `milliseconds`.
    public init(milliseconds: Int64) {
      self.milliseconds = milliseconds
    }

    /// Whether `left` is shorter.
    public static func < (left: Span, right: Span) -> Bool {
      left.milliseconds < right.milliseconds
    }

    /// `count` seconds.
    public static func seconds(_ count: Int64) -> Span { Span(milliseconds: count * 1000) }
    /// `count` minutes.
    public static func minutes(_ count: Int64) -> Span { .seconds(count * 60) }
    /// `count` hours.
    public static func hours(_ count: Int64) -> Span { .minutes(count * 60) }
    /// `count` days of 24 hours.
    public static func days(_ count: Int64) -> Span { .hours(count * 24) }
    /// `count` weeks.
    public static func weeks(_ count: Int64) -> Span { .days(count * 7) }
  }
}

/// The zone of the reader: seconds east of UTC at a moment.
///
/// Handed in, so that the pure rooms need no time zone database.
public struct Zone: Sendable {
  private let offset: @Sendable (Instant) -> Int

  /// A zone that answers from `offset`.
  public init(offset: @escaping @Sendable (Instant) -> Int) {
    self.offset = offset
  }

  /// A zone without daylight saving.
  public static func fixed(hours: Int) -> Zone {
    Zone { _ in hours * 3600 }
  }

  /// UTC.
  public static let utc = Zone.fixed(hours: 0)
  /// Japan, which has no daylight saving since 1952.
  public static let japan = Zone.fixed(hours: 9)

  /// Seconds east of UTC at `instant`.
  public func secondsEast(at instant: Instant) -> Int {
    offset(instant)
  }

  /// What the calendar and the clock on the wall say at `instant`.
  public func civil(_ instant: Instant) -> CivilTime {
    CivilTime(instant + .seconds(Int64(offset(instant))))
  }

  /// The moment at which the day `date` begins here.
  public func startOfDay(_ date: CivilDate) -> Instant {
    instant(on: date, hour: 0)
  }

  /// The first moment at which clocks here show `hour` on `date`, or more where they skip that hour.
  public func instant(on date: CivilDate, hour: Int) -> Instant {
    let asIfUTC = Instant(seconds: Int64(date.daysSince1970) * 86_400 + Int64(hour) * 3600)
    func moment(_ neighbour: Instant) -> Instant { asIfUTC - .seconds(Int64(offset(neighbour))) }
    let before = moment(asIfUTC - .days(1))
    let after = moment(asIfUTC + .days(1))
    let real = [before, after].filter { $0 + .seconds(Int64(offset($0))) == asIfUTC }.min()
    return real ?? change(from: min(before, after), to: max(before, after))
  }

  /// The moment at which clocks are set anew: behind `early`, and not behind `late`.
  private func change(from early: Instant, to late: Instant) -> Instant {
    var (early, late) = (early, late)
    while late - early > .seconds(1) {
      let middle = Instant(milliseconds: (early.milliseconds + late.milliseconds) / 2)
      if offset(middle) == offset(late) { late = middle } else { early = middle }
    }
    return Instant(milliseconds: late.milliseconds / 1000 * 1000)
  }
}
