extension Catalogue {
  /// What is on in `range`, in order of time, as far as the catalogue knows at `now`.
  ///
  /// Television is the show's broadcast, else its begin; a stream is the site's broadcast, else
  /// its begin there. Films and OVAs have a day and no time: see `premieres(in:)`.
  public func airings(in range: Range<Instant>, now: Instant) -> [Airing] {
    var airings: [Airing] = []
    for position in 0..<count where mayAir(position, in: range) {
      let show = summary(at: position)
      var timetable = Timetable(show: show, now: now)
      timetable.addTelevision(in: range)
      for index in linkRange(at: position) { timetable.addStream(index, in: range) }
      airings += timetable.airings
    }
    return airings.sorted { ($0.at, $0.position, $0.site ?? "") < ($1.at, $1.position, $1.site ?? "") }
  }

  /// The shows of all kinds that begin in `range`, the newest first.
  public func premieres(in range: Range<Instant>) -> [Int] {
    let order = newestFirst
    return Array(order[firstBegun(before: range.upperBound)..<firstBegun(before: range.lowerBound)])
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

/// Works out when one show is on.
private struct Timetable {
  let show: ShowSummary
  let now: Instant
  let mayHaveEnded: Bool
  var airings: [Airing] = []

  init(show: ShowSummary, now: Instant) {
    self.show = show
    self.now = now
    mayHaveEnded = show.mayHaveEnded(at: now)
  }

  mutating func addTelevision(in range: Range<Instant>) {
    let kind: Airing.Kind = show.kind == .web ? .stream : .tv
    if let broadcast = show.broadcast {
      add(broadcast, kind: kind, site: nil, until: show.end, in: range)
    } else if show.kind == .tv || show.kind == .web {
      add(show.begin, kind: kind, site: nil, in: range)
    }
  }

  mutating func addStream(_ index: Int, in range: Range<Instant>) {
    typealias Field = CatalogueLayout.Link
    let catalogue = show.catalogue
    let base = index * Field.size
    let site: UInt32 = catalogue.links.number(at: base + Field.site)
    guard catalogue.isOnAir(site: site) else { return }
    let begin = catalogue.links.instant(at: base + Field.begin)
    let broadcast = catalogue.broadcast(
      in: catalogue.links, start: base + Field.broadcastStart, period: base + Field.period)
    if let broadcast {
      add(broadcast, kind: .stream, site: catalogue.siteKey(at: site), until: streamEnd(broadcast), in: range)
    } else if let begin {
      add(begin, kind: .stream, site: catalogue.siteKey(at: site), in: range)
    }
  }

  /// When a stream ends: as long after the show's end as it began after the show, or as long before.
  ///
  /// A stream that began months later is a rerun of which the catalogue knows no end.
  private func streamEnd(_ broadcast: Broadcast) -> Instant? {
    guard let end = show.end else { return nil }
    let lag = broadcast.start - (show.broadcast?.start ?? show.begin)
    return abs(lag.milliseconds) <= AiringSpan.maximumLag.milliseconds ? end + lag : end
  }

  private mutating func add(
    _ broadcast: Broadcast, kind: Airing.Kind, site: String?, until end: Instant?, in range: Range<Instant>
  ) {
    for at in broadcast.occurrences(in: range) {
      if let end, at > end { break }
      airings.append(
        Airing(
          show: show.id, position: show.position, at: at, kind: kind, site: site, isExact: true,
          episodeEstimate: show.episodeEstimate(of: broadcast, at: at, now: now), mayHaveEnded: mayHaveEnded))
    }
  }

  private mutating func add(_ begin: Instant, kind: Airing.Kind, site: String?, in range: Range<Instant>) {
    guard range.contains(begin) else { return }
    airings.append(
      Airing(
        show: show.id, position: show.position, at: begin, kind: kind, site: site, isExact: begin.isExactBegin,
        mayHaveEnded: mayHaveEnded))
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

extension Instant {
  /// Whether this begin says more than the day: half of all begins in bangumi-data are 16:00:00Z, midnight in
  /// China, which stands for a day of unknown hour.
  fileprivate var isExactBegin: Bool {
    (milliseconds % 86_400_000 + 86_400_000) % 86_400_000 != 16 * 3_600_000
  }
}
