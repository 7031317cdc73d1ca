internal import Anime
internal import App

/// The days that a schedule is printed for.
struct DaySpan {
  /// The first.
  let first: CivilDate
  /// How many.
  let count: Int

  /// So many days from today, or the week or the month around it.
  init(today: CivilDate, days: Int?, week: Bool, month: Bool) {
    if week {
      first = today.adding(days: -((today.weekday + 6) % 7))
      count = 7
    } else if month {
      first = CivilDate(year: today.year, month: today.month, day: 1)
      let next = CivilDate(year: today.year + today.month / 12, month: today.month % 12 + 1, day: 1)
      count = next.daysSince1970 - first.daysSince1970
    } else {
      first = today
      count = days ?? 7
    }
  }
}

extension Session {
  /// Today, by the hour at which the user's day begins.
  var today: CivilDate { civil(now).date }

  /// The day and the time of `instant`, by the user's zone and the hour at which the user's day begins.
  func civil(_ instant: Instant) -> CivilTime {
    loaded.values.dayBoundary.civil(instant, in: zone)
  }

  /// How far `instant` is from now: `in 3d`.
  func relative(_ instant: Instant) -> String {
    strings.relative(instant, now: now) { civil($0).date }
  }

  /// The moments of `span`.
  func moments(of span: DaySpan) -> Range<Instant> {
    let boundary = loaded.values.dayBoundary
    let start = boundary.start(of: span.first, in: zone)
    return start..<max(start, boundary.start(of: span.first.adding(days: span.count), in: zone))
  }
}
