/// Which commits keep their content, by age.
///
/// A commit itself is never given up, only what it says the catalogue was.
public struct Retention: Hashable, Sendable {
  /// All commits of so many days.
  public var all: Int
  /// The last of each day, for so many days.
  public var daily: Int
  /// The last of each week, for so many days.
  public var weekly: Int
  /// The last of each month, for so many days; nil means for ever.
  public var monthly: Int?

  /// A retention; what is left out has its default.
  public init(all: Int = 7, daily: Int = 60, weekly: Int = 365, monthly: Int? = nil) {
    self.all = all
    self.daily = daily
    self.weekly = weekly
    self.monthly = monthly
  }

  /// Where a moment stands in the user's calendar: days since 1970, and months since the year 0.
  public struct CalendarPlace: Sendable {
    /// Days since 1970-01-01.
    public var day: Int
    /// `year * 12 + month`.
    public var month: Int

    /// A place in the calendar.
    public init(day: Int, month: Int) {
      self.day = day
      self.month = month
    }
  }
}

extension Retention {
  /// Which of `commits`, newest first, keep their content at `now`.
  func keeps(
    _ commits: [Commit], now: Int64, place: (Int64) -> CalendarPlace
  ) -> Set<CommitID> {
    var kept: Set<CommitID> = []
    var days: Set<Int> = []
    var weeks: Set<Int> = []
    var months: Set<Int> = []
    for commit in commits {
      let age = Int(max(0, now - commit.time) / Self.millisecondsOfDay)
      let place = place(commit.time)
      // Monday 1970-01-05 began a week.
      let isLastOfWeek = weeks.insert((place.day + 3).flooredDivision(by: 7)).inserted
      let isLastOfDay = days.insert(place.day).inserted
      let isLastOfMonth = months.insert(place.month).inserted
      let isKept =
        age < all || age < daily && isLastOfDay || age < weekly && isLastOfWeek
        || isLastOfMonth && monthly.map { age < $0 } ?? true
      if isKept { kept.insert(commit.id) }
    }
    return kept
  }

  private static let millisecondsOfDay: Int64 = 86_400_000
}

extension Int {
  fileprivate func flooredDivision(by divisor: Int) -> Int {
    (self - ((self % divisor) + divisor) % divisor) / divisor
  }
}
