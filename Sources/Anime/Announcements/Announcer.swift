/// Finds what a consumer was not told yet.
///
/// When and where an episode is on is the word of the schedule alone, the user's notes among it; here it is only asked
/// what of that was told.
public struct Announcer: Sendable {
  private let catalogue: Catalogue
  private let choice: AnnouncementChoice
  private let relations: EpisodeRelations
  private let now: Instant
  private let uptime: Uptime?

  /// An announcer of what `catalogue` says at `now`; `relations` are the user's rules for numbers of episodes, and
  /// `uptime` tells how long the machine runs whose clock says that it is `now`.
  public init(
    _ catalogue: Catalogue, choice: AnnouncementChoice = AnnouncementChoice(),
    relations: EpisodeRelations = EpisodeRelations(), now: Instant, uptime: Uptime? = nil
  ) {
    self.catalogue = catalogue
    self.choice = choice
    self.relations = relations
    self.now = now
    self.uptime = uptime
  }

  /// What came of the shows that `entries` follow and of `feeds`, and was not told; in order of time.
  ///
  /// A look by a clock that nobody has set yet tells nothing, and is none.
  /// The memory notes the look and the present times of what was told. What is then shown of the news has to be told to
  /// it; what is not is news the next time too.
  public func news(
    for memory: inout ConsumerMemory, following entries: some Sequence<ListEntry>, feeds: [Arrival] = []
  ) -> [News] {
    guard now >= ConsumerMemory.firstMoment else { return [] }
    let followed = Dictionary(entries.filter(\.isFollowed).map { ($0.show, $0) }) { first, _ in first }
    let notes = AiringNotes(
      followed.mapValues { ShowNotes(delays: $0.delays, episodeOffset: $0.episodeOffset) }, relations: relations)
    memory.compareClocks(at: now, uptime)
    var news: [News] = []
    for entry in followed.values {
      guard let position = catalogue.position(of: entry.show) else { continue }
      let show = catalogue.summary(at: position)
      switch choice.scope {
      case .complete: news += completion(of: show, &memory)
      case .first: news += first(Timetable(of: show, now: now, notes: notes), entry, &memory)
      case .each: news += each(Timetable(of: show, now: now, notes: notes), entry, &memory)
      }
    }
    news += releases(feeds.filter { feed in followed[feed.show].map { isWanted(feed, by: $0) } ?? false }, &memory)
    memory.look(at: now, followed: Set(followed.keys))
    return news.sorted { Arrival.isBefore($0.arrival, $1.arrival) }
  }

  private func isWanted(_ arrival: Arrival, by entry: ListEntry) -> Bool {
    !choice.isNextOnly || arrival.episode?.value == entry.progress + 1
  }

  // MARK: Episodes

  /// What was on everywhere.
  private func each(_ timetable: Timetable, _ entry: ListEntry, _ memory: inout ConsumerMemory) -> [News] {
    timetable.announced(choice.places).flatMap { news(on: $0, as: $0.announcementLine, timetable, entry, &memory) }
  }

  /// What was on where episodes come first.
  private func first(_ timetable: Timetable, _ entry: ListEntry, _ memory: inout ConsumerMemory) -> [News] {
    let lines = timetable.announced(choice.places)
    guard let lead = lines.min(by: AiringLine.leads) else { return [] }
    let key = ConsumerMemory.Key(entry.show, .episodes)
    var line = memory.line(key, now: now)
    // The same episode is elsewhere as much later as the first one was.
    if let before = line.lead, before != lead.announcementLine,
      let former = lines.first(where: { $0.announcementLine == before })
    {
      line.move(by: lead.plan.broadcast.start - former.plan.broadcast.start)
    }
    line.lead = lead.announcementLine
    memory.lines[key] = line
    return news(on: lead, as: .episodes, timetable, entry, &memory)
  }

  private func news(
    on place: AiringLine, as line: AnnouncementLine, _ timetable: Timetable, _ entry: ListEntry,
    _ memory: inout ConsumerMemory
  ) -> [News] {
    let key = ConsumerMemory.Key(entry.show, line)
    let begin = memory.line(key, now: now).begin
    let kind: Arrival.Kind = timetable.isPremiere(place) ? .premiere : place.kind == .tv ? .tv : .stream
    let arrivals = timetable.airings(on: place, in: begin..<max(begin, now + place.reach)).map {
      Arrival(
        show: $0.show, line: line, at: $0.at, planned: $0.planned, kind: kind, place: $0.site, episode: $0.episode,
        isExact: $0.isExact, mayHaveEnded: $0.mayHaveEnded)
    }
    return untold(arrivals, reach: place.reach, key, &memory).filter { isWanted($0.arrival, by: entry) }
  }

  // MARK: Seasons and feeds

  /// That the last episode was on. It is told once, however its day is corrected.
  private func completion(of show: ShowSummary, _ memory: inout ConsumerMemory) -> [News] {
    let key = ConsumerMemory.Key(show.id, .complete)
    // The line begins before the end is known, since catalogues fill it in a month late.
    let line = memory.line(key, now: now)
    memory.lines[key] = line
    guard let end = show.end, show.kind != .movie, end >= line.begin else { return [] }
    let arrival = Arrival(show: show.id, line: .complete, name: "end", at: end, kind: .complete)
    return untold([arrival], reach: .weeks(4), key, &memory)
  }

  private func releases(_ feeds: [Arrival], _ memory: inout ConsumerMemory) -> [News] {
    let lines = Dictionary(grouping: feeds) { ConsumerMemory.Key($0.show, $0.line) }
    return lines.flatMap { key, arrivals in
      let begin = memory.line(key, now: now).begin
      return untold(arrivals.filter { $0.at >= begin }.sorted(by: Arrival.isBefore), reach: .weeks(4), key, &memory)
    }
  }

  /// Which of `arrivals`, in order of time, came by now and were not told; the memory takes their times over.
  private func untold(
    _ arrivals: [Arrival], reach: Instant.Span, _ key: ConsumerMemory.Key, _ memory: inout ConsumerMemory
  ) -> [News] {
    var line = memory.line(key, now: now)
    line.follow(arrivals, reach: reach)
    memory.lines[key] = line
    var news: [News] = []
    for arrival in arrivals where arrival.at <= now && !line.holds(arrival, reach: reach) {
      line.tell(arrival, reach: reach)
      news.append(News(arrival, reach: reach))
    }
    return news
  }
}
