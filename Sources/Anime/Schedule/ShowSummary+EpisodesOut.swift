extension ShowSummary {
  /// How many episodes are out at `now`, where that is known: all of a show that has ended, else what was on so far of
  /// a weekly show of which the weeks can be counted. Nil where nobody can tell.
  public func episodesOut(at now: Instant) -> Int? {
    switch state(at: now) {
    case .upcoming: return 0
    case .ended where episodeCount != nil: return episodeCount
    case .ended, .airing:
      guard let broadcast, let last = broadcast.last(until: end.map { min($0, now) } ?? now) else { return nil }
      return episodeEstimate(of: broadcast, at: last, now: now)
    }
  }

  /// Whether counting the weeks of `broadcast` gives episodes: it is weekly, and began with the show.
  func countsEpisodes(of broadcast: Broadcast) -> Bool {
    let offset = broadcast.start - begin
    return broadcast.period == .days(7) && offset >= .weeks(-1) && offset <= .weeks(1)
  }

  /// For how long after it began counting the weeks of a broadcast is not yet a guess.
  static var countedAge: Instant.Span { .weeks(26) }

  /// The episode of `broadcast` on at `at`, where counting weeks is not yet a guess.
  private func episodeEstimate(of broadcast: Broadcast, at: Instant, now: Instant) -> Int? {
    guard countsEpisodes(of: broadcast), max(at, now) - broadcast.start <= Self.countedAge else { return nil }
    let episode = Int((at - broadcast.start).milliseconds / Instant.Span.weeks(1).milliseconds) + 1
    return episodeCount.map { episode > $0 } ?? false ? nil : episode
  }
}
