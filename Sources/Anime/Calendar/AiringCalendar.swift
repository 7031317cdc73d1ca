/// Makes events of the times at which shows are on.
///
///     weekly, 13 episodes      RRULE:FREQ=WEEKLY;UNTIL=…
///     a holiday, a week late   EXDATE for each slot in which nothing comes
///     45 minutes late          a second event with the same UID, and RECURRENCE-ID
///
/// All is made of the library alone, without the time at which it is made: equal libraries give equal bytes.
public struct AiringCalendar: Sendable {
  private let catalogue: Catalogue
  private let notes: AiringNotes
  private let places: PlaceFilter
  private let titles: TitlePreference
  private let nameOfTelevision: String

  /// The minutes that an episode takes: the slot of a series on Japanese television.
  private static let minutes = 30

  /// A calendar of `catalogue` with what the user noted.
  ///
  /// Without a wish for `places` each show has one line of events: its times on television, else on the first stream.
  public init(
    _ catalogue: Catalogue, notes: AiringNotes = .none, places: PlaceFilter = .all, titles: TitlePreference = .native,
    nameOfTelevision: String = "TV"
  ) {
    self.catalogue = catalogue
    self.notes = notes
    self.places = places
    self.titles = titles
    self.nameOfTelevision = nameOfTelevision
  }

  /// The events of the shows with these entries, in the order of their ids.
  public func events(of entries: some Sequence<ListEntry>) -> [CalendarEvent] {
    entries.sorted { $0.show < $1.show }.flatMap(events)
  }

  private func events(_ entry: ListEntry) -> [CalendarEvent] {
    guard let position = catalogue.position(of: entry.show) else { return [] }
    let show = catalogue.summary(at: position)
    let changed = entry.changed ?? show.begin
    // Without a present: a number that is an estimate is in no event.
    let lines = Timetable(of: show, now: changed, notes: notes).lines
    guard places != .all else {
      if show.kind == .movie || show.kind == .ova, show.broadcast == nil { return [premiere(of: show, changed)] }
      let first = lines.min {
        ($0.kind == .tv ? 0 : 1, $0.plan.broadcast.start) < ($1.kind == .tv ? 0 : 1, $1.plan.broadcast.start)
      }
      return first.map { events($0, show, changed) } ?? []
    }
    return lines.filter { places.includes($0.kind, site: $0.site, of: show) }.flatMap { events($0, show, changed) }
  }

  /// The events of one line: one with a rule, and one for each time that is moved.
  private func events(_ line: AiringLine, _ show: ShowSummary, _ changed: Instant) -> [CalendarEvent] {
    let broadcast = line.plan.broadcast
    guard line.plan.end.map({ broadcast.start <= $0 }) ?? true else { return [] }
    var event = event(show, place: line.site ?? line.kind.rawValue, at: time(broadcast.start, line), changed)
    event.place = line.site.map { catalogue.site($0)?.title ?? $0 } ?? (line.kind == .tv ? nameOfTelevision : "")
    event.address = address(of: show, at: line.site)
    guard broadcast.period != .once else {
      guard let slot = line.plan.next(from: Instant(milliseconds: .min / 2)) else { return [] }
      event.time = time(slot.at, line)
      return [event]
    }
    event.rule = CalendarEvent.Rule(every: broadcast.period, until: line.plan.end)
    event.exceptions = line.plan.empty
    return [event]
      + line.plan.moved.sorted { $0.key < $1.key }.map { planned, span in
        var moved = event
        moved.rule = nil
        moved.exceptions = []
        moved.replaces = planned
        moved.time = time(planned + span, line)
        return moved
      }
  }

  /// The day on which a film comes: of its hour nobody says anything.
  private func premiere(of show: ShowSummary, _ changed: Instant) -> CalendarEvent {
    event(show, place: "begin", at: .day(Zone.japan.civil(show.begin).date), changed)
  }

  private func event(
    _ show: ShowSummary, place: String, at time: CalendarEvent.Time, _ changed: Instant
  ) -> CalendarEvent {
    let title = show.title(titles)
    var event = CalendarEvent(uid: "\(show.id)-\(place)@yozakura", stamp: changed, time: time, summary: title)
    // Minutes: they only ever grow, and are small enough for the 32 bits of programs that count so.
    event.sequence = Int(clamping: max(0, changed.milliseconds / 60_000))
    event.notes = show.titles.all.filter { $0 != title }.joined(separator: "\n")
    event.address = address(of: show, at: nil)
    return event
  }

  private func time(_ instant: Instant, _ line: AiringLine) -> CalendarEvent.Time {
    line.isExact ? .moment(instant, minutes: Self.minutes) : .day(Zone.japan.civil(instant).date)
  }

  private func address(of show: ShowSummary, at site: String?) -> String {
    let link = site.flatMap { site in show.sites.first { $0.site == site } }
    let address = link.flatMap { link in catalogue.site(link.site)?.address(of: link) }
    return address ?? (Site.isSafe(show.officialSite) ? show.officialSite : "")
  }
}
