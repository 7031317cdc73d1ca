extension AiringNotes {
  /// What `entries` note about when shows are on, read with the user's rules for numbers of episodes.
  public init(_ entries: [ShowID: ListEntry], relations: EpisodeRelations = EpisodeRelations()) {
    self.init(entries.compactMapValues(\.airingNotes), relations: relations)
  }
}

extension ListEntry {
  /// What it notes about when the show is on; nil where that is nothing.
  fileprivate var airingNotes: ShowNotes? {
    let notes = ShowNotes(delays: delays, episodeOffset: episodeOffset)
    return notes.isEmpty ? nil : notes
  }
}
