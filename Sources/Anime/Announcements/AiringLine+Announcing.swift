/// What telling each episode once needs to know of a place where a show comes.
extension AiringLine {
  /// The line of what is told of this place alone.
  var announcementLine: AnnouncementLine { kind == .tv ? .television : .stream(site) }

  /// Whether it goes on by a rule.
  private var isRecurring: Bool { plan.broadcast.period != .once }

  /// How far a time may be moved and still mean the same episode: half the way to the next one.
  ///
  /// A time that stands alone is the same one for four weeks: the begin of a show that is announced for a season
  /// is corrected by that much.
  var reach: Instant.Span {
    switch plan.broadcast.period {
    case .days(let count) where count > 0: .hours(Int64(count) * 12)
    case .months(let count) where count > 0: .days(14)
    case .days, .months, .once: .weeks(4)
    }
  }

  /// Whether `left` leads `right`: what goes on by a rule before what does not, the earlier before the later,
  /// television before streams.
  static func leads(_ left: AiringLine, _ right: AiringLine) -> Bool {
    if left.isRecurring != right.isRecurring { return left.isRecurring }
    return (left.plan.broadcast.start, left.site ?? "") < (right.plan.broadcast.start, right.site ?? "")
  }
}

extension Timetable {
  /// The places where what is wanted of the show comes; of a film that is on nowhere yet, its own day.
  func announced(_ places: PlaceFilter) -> [AiringLine] {
    let day = AiringLine(
      kind: .tv, plan: SlotPlan(Broadcast(start: show.begin, period: .once)), isExact: false, isCountable: false)
    return (lines + (hasOnlyDay ? [day] : [])).filter { places.includes($0.kind, site: $0.site, of: show) }
  }

  /// Whether what is on in `line` is a film's own day.
  func isPremiere(_ line: AiringLine) -> Bool { hasOnlyDay && line.kind == .tv }

  /// Whether of the show itself only the day is known: it is a film or an OVA without a broadcast.
  private var hasOnlyDay: Bool { show.isKnown && !lines.contains { $0.site == nil } }
}
