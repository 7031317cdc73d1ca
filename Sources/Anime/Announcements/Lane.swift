/// A place where the episodes of a show come one after the other: television, or one site.
struct Lane: Hashable, Sendable {
  /// On television, on a stream, or a film's one day.
  var kind: Arrival.Kind
  /// The key of the site; nil for television.
  var site: String?
  /// The first time.
  var start: Instant
  /// How often; nil where only the first time is known.
  var period: Broadcast.Period?
  /// Where it can be seen, as ISO 3166 codes; empty means nobody said.
  var regions: [String] = []

  /// Whether it goes on by a rule.
  var isRecurring: Bool {
    switch period {
    case .days(let count)?, .months(let count)?: count > 0
    case .once?, nil: false
    }
  }

  /// How far a time may be moved and still mean the same episode: half the way to the next one.
  ///
  /// A time that stands alone is the same one for four weeks: the begin of a show that is announced for a season
  /// is corrected by that much.
  var reach: Instant.Span {
    switch period {
    case .days(let count)? where count > 0: .hours(Int64(count) * 12)
    case .months(let count)? where count > 0: .days(14)
    case .days?, .months?, .once?, nil: .weeks(4)
    }
  }

  /// The line of what is told of this lane alone.
  var line: AnnouncementLine {
    switch kind {
    case .stream: .stream(site)
    case .tv, .premiere, .feed, .complete: .television
    }
  }

  /// Whether `airing` is on here.
  func holds(_ airing: Airing) -> Bool {
    airing.kind.rawValue == kind.rawValue && airing.site == site
  }

  /// Whether `left` leads `right`: what goes on by a rule before what does not, the earlier before the later,
  /// television before streams.
  static func leads(_ left: Lane, _ right: Lane) -> Bool {
    if left.isRecurring != right.isRecurring { return left.isRecurring }
    return (left.start, left.site ?? "") < (right.start, right.site ?? "")
  }
}

extension ShowSummary {
  /// The lanes of the show, television first.
  var lanes: [Lane] {
    [ownLane]
      + sites.compactMap { link in
        guard let site = catalogue.site(link.site), site.kind == .onair,
          let start = link.broadcast?.start ?? link.begin
        else { return nil }
        return Lane(
          kind: .stream, site: link.site, start: start, period: link.broadcast?.period, regions: site.regions(of: link))
      }
  }

  /// The lane of the show's own broadcast, or of its begin.
  private var ownLane: Lane {
    let kind: Arrival.Kind =
      switch self.kind {
      case .web: .stream
      case .tv: .tv
      case .movie, .ova: broadcast == nil ? .premiere : .tv
      }
    return Lane(kind: kind, site: nil, start: broadcast?.start ?? begin, period: broadcast?.period)
  }
}
