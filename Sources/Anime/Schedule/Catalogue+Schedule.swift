extension Catalogue {
  /// What is on in `range`, in order of time, as far as the catalogue knows at `now` and the user noted.
  ///
  /// Television is the show's broadcast, else its begin; a stream is the site's broadcast, else
  /// its begin there. Films and OVAs have a day and no time: see `premieres(in:)`.
  public func airings(in range: Range<Instant>, now: Instant, notes: AiringNotes = .none) -> [Airing] {
    airings(of: 0..<count, in: range, now: now, notes: notes)
  }

  /// What of the shows at `positions` is on in `range`, in order of time.
  public func airings(
    of positions: some Sequence<Int>, in range: Range<Instant>, now: Instant, notes: AiringNotes = .none
  ) -> [Airing] {
    // What the user noted moves shows out of the span that the catalogue was packed with.
    let noted = Set(notes.shows.keys.compactMap(position(of:)))
    var airings: [Airing] = []
    for position in positions where mayAir(position, in: range) || noted.contains(position) {
      airings += Timetable(of: summary(at: position), now: now, notes: notes).airings(in: range)
    }
    return airings.sorted { ($0.at, $0.position, $0.site ?? "") < ($1.at, $1.position, $1.site ?? "") }
  }

  /// When the show at `position` is on next at each place, in order of time: on television, and on each site.
  public func nextAirings(at position: Int, now: Instant, notes: AiringNotes = .none) -> [Airing] {
    let timetable = Timetable(of: summary(at: position), now: now, notes: notes)
    return timetable.lines.indices.compactMap { timetable.next(on: $0) }
      .sorted { ($0.at, $0.site ?? "") < ($1.at, $1.site ?? "") }
  }

  /// The shows of all kinds that begin in `range`, the newest first.
  public func premieres(in range: Range<Instant>) -> [Int] {
    let order = newestFirst
    return Array(order[firstBegun(before: range.upperBound)..<firstBegun(before: range.lowerBound)])
  }

  /// The shows of all kinds that begin on the day `date`, the newest first.
  ///
  /// A day of unknown hour is the day in Japan, and stays that wherever the reader is.
  public func premieres(on date: CivilDate, in zone: Zone) -> [Int] {
    let start = zone.startOfDay(date) - .days(1)
    return premieres(in: start..<start + .days(3)).filter { position in
      let show = summary(at: position)
      return (show.isBeginExact ? zone : Zone.japan).civil(show.begin).date == date
    }
  }

  /// The shows of a season, the newest first.
  public func positions(in season: Season) -> [Int] {
    premieres(in: season.interval)
  }

  /// The shows that began on this day of an earlier year, by the reader's calendar, the newest first.
  public func anniversaries(on day: CivilDate, in zone: Zone) -> [Int] {
    guard let oldest = newestFirst.last else { return [] }
    let firstYear = zone.civil(Instant(milliseconds: begin(at: oldest))).date.year
    return stride(from: day.year - 1, through: max(firstYear, day.year - 200), by: -1).flatMap { year in
      let date = CivilDate(year: year, month: day.month, day: day.day)
      guard CivilDate(daysSince1970: date.daysSince1970) == date else { return [Int]() }
      let start = zone.startOfDay(date)
      return premieres(in: start..<max(start, zone.startOfDay(date.adding(days: 1))))
    }
  }

  private func mayAir(_ position: Int, in range: Range<Instant>) -> Bool {
    typealias Field = CatalogueLayout.Record
    let base = position * Field.size
    let first: Int64 = records.number(at: base + Field.firstAiring)
    let last: Int64 = records.number(at: base + Field.lastAiring)
    return first < range.upperBound.milliseconds && last >= range.lowerBound.milliseconds
      && first != CatalogueLayout.noInstant
  }

  /// The place in the order of the newest behind all shows that begin at `instant` or later.
  private func firstBegun(before instant: Instant) -> Int {
    let order = newestFirst
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if begin(at: order[middle]) >= instant.milliseconds { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension ShowSummary {
  /// Whether it may have ended without the catalogue knowing: weekly, no end, begun over 13 weeks ago, and the
  /// newest show of the catalogue begun over 45 days ago. Ends are filled in about once a month.
  public func mayHaveEnded(at now: Instant) -> Bool {
    guard end == nil, begin < now - .weeks(13), let newest = catalogue.newestBegin, newest < now - .days(45) else {
      return false
    }
    return broadcast?.period == .days(7) || sites.contains { $0.broadcast?.period == .days(7) }
  }

  /// Whether the hour of its begin is known.
  public var isBeginExact: Bool {
    switch kind {
    case .movie, .ova: broadcast?.start == begin
    case .tv, .web: broadcast?.start == begin || begin.isExactBegin
    }
  }
}
