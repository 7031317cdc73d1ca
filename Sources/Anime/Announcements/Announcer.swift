/// Finds what a consumer was not told yet.
///
/// When and where an episode is on is the word of the catalogue's schedule alone; here it is only asked what of that
/// was told.
public struct Announcer: Sendable {
  private let catalogue: Catalogue
  private let choice: AnnouncementChoice
  private let now: Instant

  /// An announcer of what `catalogue` says at `now`.
  public init(_ catalogue: Catalogue, choice: AnnouncementChoice = AnnouncementChoice(), now: Instant) {
    self.catalogue = catalogue
    self.choice = choice
    self.now = now
  }

  /// What came of the shows that `entries` follow and of `feeds`, and was not told; in order of time.
  ///
  /// The memory notes the look and the present times of what was told. What is then shown of the news has to be told to
  /// it; what is not is news the next time too.
  public func news(for memory: inout ConsumerMemory, following entries: some Sequence<ListEntry>, feeds: [Arrival] = [])
    -> [News]
  {
    let followed = entries.filter(\.isFollowed)
    var news: [News] = []
    for entry in followed {
      guard let position = catalogue.position(of: entry.show) else { continue }
      let show = catalogue.summary(at: position)
      news +=
        choice.scope == .complete
        ? completion(of: show, &memory) : episodes(of: show, &memory).filter { isWanted($0.arrival, by: entry) }
    }
    let shows = Dictionary(followed.map { ($0.show, $0) }) { first, _ in first }
    news += releases(feeds.filter { feed in shows[feed.show].map { isWanted(feed, by: $0) } ?? false }, &memory)
    memory.look(at: now, followed: Set(shows.keys))
    return news.sorted { Arrival.isBefore($0.arrival, $1.arrival) }
  }

  private func isWanted(_ arrival: Arrival, by entry: ListEntry) -> Bool {
    !choice.isNextOnly || arrival.episode == entry.progress + 1
  }

  // MARK: Episodes

  private func episodes(of show: ShowSummary, _ memory: inout ConsumerMemory) -> [News] {
    let lanes = show.lanes.filter(choice.wants)
    guard choice.scope == .first else { return lanes.flatMap { news(in: $0, as: $0.line, of: show, &memory) } }
    guard let lead = lanes.min(by: Lane.leads) else { return [] }
    let key = ConsumerMemory.Key(show.id, .episodes)
    var line = memory.line(key, now: now)
    // The same episode is elsewhere as much later as the first one was.
    if let before = line.lead, before != lead.line, let former = lanes.first(where: { $0.line == before }) {
      line.move(by: lead.start - former.start)
    }
    line.lead = lead.line
    memory.lines[key] = line
    return news(in: lead, as: .episodes, of: show, &memory)
  }

  private func news(
    in lane: Lane, as line: AnnouncementLine, of show: ShowSummary, _ memory: inout ConsumerMemory
  ) -> [News] {
    let key = ConsumerMemory.Key(show.id, line)
    let known = memory.line(key, now: now)
    let range = known.begin..<max(known.begin, now + lane.reach)
    return untold(arrivals(in: lane, as: line, of: show, range), reach: lane.reach, key, &memory)
  }

  private func arrivals(
    in lane: Lane, as line: AnnouncementLine, of show: ShowSummary, _ range: Range<Instant>
  ) -> [Arrival] {
    guard lane.kind != .premiere else {
      let premiere = Arrival(
        show: show.id, line: line, at: lane.start, kind: .premiere, isExact: false)
      return range.contains(lane.start) ? [premiere] : []
    }
    return catalogue.airings(of: CollectionOfOne(show.position), in: range, now: now).filter(lane.holds).map {
      Arrival(
        show: show.id, line: line, at: $0.at, kind: lane.kind, place: $0.site, episode: $0.episodeEstimate,
        isExact: $0.isExact, mayHaveEnded: $0.mayHaveEnded)
    }
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
