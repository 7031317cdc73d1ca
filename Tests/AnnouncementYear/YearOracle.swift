import Anime

/// When the episodes of a show are on, found the long way round: step by step from the first, with none of the
/// program's own arithmetic of ranges.
struct YearOracle {
  /// A place where a show is on.
  struct Place: Hashable {
    var site: String?
    var isStream: Bool
    var times: [Instant]
    var period: Broadcast.Period?
    var start: Instant

    /// Half the way to the next episode.
    var half: Instant.Span {
      switch period {
      case .days(let count)? where count > 0: .hours(12 * Int64(count))
      case .months?: .days(14)
      default: .weeks(4)
      }
    }

    var repeats: Bool {
      if let period, period != .once { true } else { false }
    }
  }

  /// The places of `show` with the times until `end`, where `streams` are the sites that stream.
  static func places(of show: Show, streams: Set<String>, until end: Instant) -> [Place] {
    let isOnTelevision = show.kind != .web
    var places = [
      Place(
        site: nil, isStream: !isOnTelevision, times: times(show.broadcast, show.begin, until: show.end, end),
        period: show.broadcast?.period, start: show.broadcast?.start ?? show.begin)
    ]
    for link in show.sites where streams.contains(link.site) {
      guard let start = link.broadcast?.start ?? link.begin else { continue }
      var close = show.end
      // A stream ends as much later than television as it began; a rerun, months later, ends with the show.
      let lag = start - (show.broadcast?.start ?? show.begin)
      if let last = close, abs(lag.milliseconds) <= Instant.Span.weeks(4).milliseconds { close = last + lag }
      places.append(
        Place(
          site: link.site, isStream: true, times: times(link.broadcast, start, until: close, end),
          period: link.broadcast?.period, start: start))
    }
    return places
  }

  /// Where the show is on first: of the places that go on by a rule the earliest, else the earliest of all.
  static func first(of places: [Place]) -> Place? {
    let regular = places.filter(\.repeats)
    return (regular.isEmpty ? places : regular).sorted { ($0.start, $0.site ?? "") < ($1.start, $1.site ?? "") }.first
  }

  private static func times(
    _ broadcast: Broadcast?, _ begin: Instant, until close: Instant?, _ end: Instant
  ) -> [Instant] {
    guard let broadcast else { return [begin] }
    var times: [Instant] = []
    for step in 0... {
      guard let time = time(broadcast, step) else { continue }
      if time > end || close.map({ time > $0 }) ?? false { break }
      times.append(time)
      if broadcast.period == .once { break }
    }
    return times
  }

  /// The time of one step; nil in a month without the day.
  private static func time(_ broadcast: Broadcast, _ step: Int) -> Instant? {
    switch broadcast.period {
    case .once: return broadcast.start
    case .days(let days): return broadcast.start + .days(Int64(days * step))
    case .months(let months):
      let first = Zone.utc.civil(broadcast.start).date
      let month = first.month - 1 + months * step
      let wanted = CivilDate(year: first.year + month / 12, month: month % 12 + 1, day: first.day)
      let days = wanted.daysSince1970 - first.daysSince1970
      let time = broadcast.start + .days(Int64(days))
      return Zone.utc.civil(time).date == wanted ? time : nil
    }
  }
}
