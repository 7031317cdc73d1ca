/// Works out when one show is on.
struct Timetable {
  let show: ShowSummary
  let now: Instant
  private let notes: ShowNotes
  private let relations: EpisodeRelations
  private let mayHaveEnded: Bool
  /// Where it comes, television first.
  private(set) var lines: [AiringLine] = []

  /// The timetable of `show` as far as is known at `now`.
  init(of show: ShowSummary, now: Instant, notes: AiringNotes) {
    self.show = show
    self.now = now
    self.notes = notes.shows.isEmpty ? ShowNotes() : notes.shows[show.id] ?? ShowNotes()
    relations = notes.relations
    mayHaveEnded = show.mayHaveEnded(at: now)
    guard show.isKnown else { return }
    addTelevision()
    for index in show.catalogue.linkRange(at: show.position) { addStream(index) }
  }

  /// What is on in `range`, line by line.
  func airings(in range: Range<Instant>) -> [Airing] {
    lines.flatMap { airings(on: $0, in: range) }
  }

  /// What is on in `range` on one line.
  func airings(on line: AiringLine, in range: Range<Instant>) -> [Airing] {
    line.plan.slots(in: range).map { airing($0, on: line) }
  }

  /// What comes next on the line at `index`, at `now` or later; nil where nothing more is known.
  func next(on index: Int) -> Airing? {
    lines[index].plan.next(from: now).map { airing($0, on: lines[index]) }
  }

  private func airing(_ slot: SlotPlan.Slot, on line: AiringLine) -> Airing {
    Airing(
      show: show.id, position: show.position, at: slot.at, planned: slot.planned, kind: line.kind, site: line.site,
      isExact: line.isExact, episode: episode(at: slot.planned, on: line), mayHaveEnded: mayHaveEnded)
  }

  // MARK: Lines

  private mutating func addTelevision() {
    let kind: Airing.Kind = show.kind == .web ? .stream : .tv
    if let broadcast = show.broadcast {
      add(broadcast, kind: kind, until: show.end)
    } else if show.kind == .tv || show.kind == .web {
      add(Broadcast(start: show.begin, period: .once), kind: kind, isExact: show.begin.isExactBegin)
    }
  }

  private mutating func addStream(_ index: Int) {
    typealias Field = CatalogueLayout.Link
    let catalogue = show.catalogue
    let base = index * Field.size
    let site: UInt32 = catalogue.links.number(at: base + Field.site)
    guard catalogue.isOnAir(site: site) else { return }
    let broadcast = catalogue.broadcast(
      in: catalogue.links, start: base + Field.broadcastStart, period: base + Field.period)
    if let broadcast {
      add(broadcast, kind: .stream, site: catalogue.siteKey(at: site), until: streamEnd(broadcast))
    } else if let begin = catalogue.links.instant(at: base + Field.begin) {
      let once = Broadcast(start: begin, period: .once)
      add(once, kind: .stream, site: catalogue.siteKey(at: site), isExact: begin.isExactBegin)
    }
  }

  private mutating func add(
    _ broadcast: Broadcast, kind: Airing.Kind, site: String? = nil, until end: Instant? = nil, isExact: Bool = true
  ) {
    let lag = lag(of: broadcast)
    lines.append(
      AiringLine(
        kind: kind, site: site,
        plan: SlotPlan(broadcast, until: end, delays: notes.delays, lag: lag ?? .days(0)), isExact: isExact,
        episodeOffset: site == nil || lag != nil ? notes.episodeOffset : nil,
        isCountable: show.countsEpisodes(of: broadcast)))
  }

  /// How long after television a stream shows the same episode; nil where it goes its own way.
  ///
  /// A delay is noted for a day on television, and streams that come within four weeks after it are late with it. Those
  /// that are days ahead, and reruns, know nothing of it: for them the day of the note is their own.
  private func lag(of broadcast: Broadcast) -> Instant.Span? {
    guard let television = show.broadcast else { return nil }
    let lag = broadcast.start - television.start
    return lag > .days(-1) && lag <= AiringSpan.maximumLag ? lag : nil
  }

  /// When a stream ends: as long after the show's end as it began after the show, or as long before.
  ///
  /// A stream that began months later is a rerun of which the catalogue knows no end.
  private func streamEnd(_ broadcast: Broadcast) -> Instant? {
    guard let end = show.end else { return nil }
    let lag = broadcast.start - (show.broadcast?.start ?? show.begin)
    return abs(lag.milliseconds) <= AiringSpan.maximumLag.milliseconds ? end + lag : end
  }

  // MARK: Episodes

  /// The number of what was planned for `slot`: by the user's word, else where counting weeks is not yet a guess.
  private func episode(at slot: Instant, on line: AiringLine) -> EpisodeNumber? {
    let number = line.plan.episodes(before: slot) + 1
    if let offset = line.episodeOffset { return EpisodeNumber(number + offset, isEstimate: false) }
    let age = max(slot, now) - line.plan.broadcast.start
    guard line.isCountable, age <= ShowSummary.countedAge, show.episodeCount.map({ number <= $0 }) ?? true else {
      return nil
    }
    return ruled(number).map { EpisodeNumber($0, isEstimate: true) }
  }

  /// The number that the user's rules give to the `number`th episode; nil where they give it to another show.
  private func ruled(_ number: Int) -> Int? {
    guard !relations.isEmpty else { return number }
    let aliases = show.sites.map { Alias(site: $0.site, id: $0.id) }
    guard let destination = relations.destination(of: number, in: aliases) else { return number }
    let others = destination.shows.flatMap { show.catalogue.positions(.alias($0)) }
    return others.isEmpty || others.contains(show.position) ? destination.episode : nil
  }
}

extension Instant {
  /// Whether this begin says more than the day: half of all begins in bangumi-data are 16:00:00Z, midnight in
  /// China, which stands for a day of unknown hour.
  var isExactBegin: Bool {
    (milliseconds % 86_400_000 + 86_400_000) % 86_400_000 != 16 * 3_600_000
  }
}
