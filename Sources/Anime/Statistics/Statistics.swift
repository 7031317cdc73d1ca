/// What the user watched: in a year, or ever.
public struct Statistics: Hashable, Sendable {
  /// The year; nil for all of them.
  public var year: Int?
  /// How many shows something was watched of.
  public var shows = 0
  /// How many shows were completed.
  public var completed = 0
  /// How many episodes were watched.
  public var episodes = 0
  /// How long that took, of the episodes whose length is known.
  public var minutes = 0
  /// Of how many of the episodes the length is not known.
  public var episodesOfUnknownLength = 0
  /// For how many seconds episodes were played here; pauses do not count.
  public var playedSeconds = 0
  /// How many episodes were watched on each day on which some were.
  public var byDay: [CivilDate: Int] = [:]
  /// How many episodes were watched in each month, 1 to 12.
  public var byMonth: [Int: Int] = [:]
  /// How many of the episodes were of each kind of show.
  public var byKind: [Show.Kind: Int] = [:]
  /// How many of the episodes were of shows of each season.
  public var bySeason: [Season: Int] = [:]
  /// How many of the shows have each score, 0 to 100.
  public var byScore: [Int: Int] = [:]

  /// What `viewings`, the times of playing and the list come to.
  ///
  /// - Parameters:
  ///   - minutes: How long an episode of a show is, where that is known.
  ///   - show: What is known of a show.
  public init(
    of viewings: some Sequence<Viewing>, played: some Sequence<PlayedTime> = EmptyCollection(),
    list: some Sequence<ListEntry>, year: Int? = nil,
    minutes: (Show) -> Int?, show: (ShowID) -> Show?
  ) {
    self.year = year
    var seen: Set<ShowID> = []
    for viewing in viewings where year.map({ $0 == viewing.day.year }) ?? true {
      seen.insert(viewing.show)
      count(viewing, of: show(viewing.show), minutes: minutes)
    }
    shows = seen.count
    for time in played where year.map({ $0 == time.day.year }) ?? true { playedSeconds += time.seconds }
    for entry in list {
      if entry.status == .completed, year.map({ entry.finished?.year == $0 }) ?? true { completed += 1 }
      if seen.contains(entry.show), let score = entry.score { byScore[score, default: 0] += 1 }
    }
  }

  private mutating func count(_ viewing: Viewing, of show: Show?, minutes: (Show) -> Int?) {
    episodes += viewing.episodes
    byDay[viewing.day, default: 0] += viewing.episodes
    byMonth[viewing.day.month, default: 0] += viewing.episodes
    if let show, show.isKnown {
      byKind[show.kind, default: 0] += viewing.episodes
      bySeason[Season(show.begin), default: 0] += viewing.episodes
    }
    if let length = show.flatMap(minutes) {
      self.minutes += length * viewing.episodes
    } else {
      episodesOfUnknownLength += viewing.episodes
    }
  }
}

extension Statistics {
  /// Days one after the other on each of which something was watched.
  public struct Streak: Hashable, Sendable {
    /// The first day.
    public var begin: CivilDate
    /// How many days.
    public var days: Int

    /// The last day.
    public var end: CivilDate { begin.adding(days: days - 1) }
  }

  /// The day on which most was watched, the first of several; nil where nothing was.
  public var busiest: (day: CivilDate, episodes: Int)? {
    byDay.sorted { $0.key < $1.key }.max { $0.value < $1.value }.map { ($0.key, $0.value) }
  }

  /// The longest streak, the first of several; nil where nothing was watched.
  public var longestStreak: Streak? {
    streaks.max { $0.days < $1.days }
  }

  /// The streak that goes on: to `today`, or to the day before, for today is not over.
  public func currentStreak(today: CivilDate) -> Streak? {
    streaks.last.flatMap { $0.end == today || $0.end == today.adding(days: -1) ? $0 : nil }
  }

  /// The mean score of the shows that have one, in tenths of a point; nil where none has.
  public var meanScore: Int? {
    let count = byScore.values.reduce(0, +)
    guard count > 0 else { return nil }
    return (byScore.reduce(0) { $0 + $1.key * $1.value } * 10 + count / 2) / count
  }

  private var streaks: [Streak] {
    byDay.keys.sorted().reduce(into: []) { streaks, day in
      if let last = streaks.last, last.end.adding(days: 1) == day {
        streaks[streaks.count - 1].days += 1
      } else {
        streaks.append(Streak(begin: day, days: 1))
      }
    }
  }
}
