extension ShowSummary {
  /// How many episodes are out at `now`, where that is known: all of a show that has ended, else what was on so far by
  /// the numbers of its airings, with what the user `noted` about them. Nil where nobody can tell.
  public func episodesOut(at now: Instant, noted: ShowNotes = ShowNotes()) -> Int? {
    switch state(at: now) {
    case .upcoming: return 0
    case .ended where episodeCount != nil: return episodeCount
    case .ended, .airing:
      // Nothing is counted so long after the begin, and most shows of a catalogue began long ago.
      guard !noted.isEmpty || begin > now - Self.countedAge - .weeks(1) else { return nil }
      let timetable = Timetable(of: self, now: now, notes: AiringNotes([id: noted]))
      let year = now - .days(400)..<Instant(milliseconds: now.milliseconds + 1)
      return timetable.airings(in: year).compactMap(\.episode?.value).max()
    }
  }

  /// Whether counting the weeks of `broadcast` gives episodes: it is weekly, and began with the show.
  func countsEpisodes(of broadcast: Broadcast) -> Bool {
    let offset = broadcast.start - begin
    return broadcast.period == .days(7) && offset >= .weeks(-1) && offset <= .weeks(1)
  }

  /// For how long after it began counting the weeks of a broadcast is not yet a guess.
  static var countedAge: Instant.Span { .weeks(26) }
}
