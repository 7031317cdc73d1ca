extension ListEntry {
  /// `changes`, with what follows from them and was not said: what the lists of MyAnimeList and AniList do by
  /// themselves, as part of the same step of undo.
  ///
  /// - Who begins to watch what was only planned, or in no list, begins today.
  /// - Who has watched the last episode, of `episodeCount` where that is known, has completed the show.
  /// - Who has completed it has watched all episodes, and finished today; watching again changes no dates, and counts.
  /// - Who watches again begins at the first episode.
  public func withConsequences(of changes: [Change], today: CivilDate, episodeCount: Int?) -> [Change] {
    var all = changes
    let said = Set(changes.map(\.field))
    func add(_ change: Change) {
      if !said.contains(change.field), Change(change.field, of: applying(all)) != change { all.append(change) }
    }
    if said.contains(.progress), !said.contains(.status) {
      let progress = applying(all).progress
      if let episodeCount, episodeCount > 0, progress >= episodeCount, status != .completed {
        add(.status(.completed))
      } else if progress > self.progress, status == nil || status == .planned {
        add(.status(.watching))
      }
    }
    let after = applying(all)
    guard after.status != status else { return all }
    if after.status == .rewatching { add(.progress(0)) }
    if after.status == .completed, let episodeCount, after.progress < episodeCount { add(.progress(episodeCount)) }
    if status == .rewatching, after.status == .completed {
      add(.rewatches(min(rewatches + 1, Self.rewatchRange.upperBound)))
    } else if after.status == .completed, after.finished == nil {
      add(.finished(today))
    }
    let isBegun = status == nil || status == .planned
    if isBegun, after.status == .watching, after.started == nil { add(.started(today)) }
    return all
  }
}
