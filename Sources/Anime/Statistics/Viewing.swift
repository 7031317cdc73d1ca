/// Episodes of a show that were watched on one day.
public struct Viewing: Hashable, Sendable {
  /// The show.
  public var show: ShowID
  /// The day, in the user's zone.
  public var day: CivilDate
  /// How many episodes.
  public var episodes: Int

  /// `episodes` of `show`, watched on `day`.
  public init(show: ShowID, day: CivilDate, episodes: Int) {
    self.show = show
    self.day = day
    self.episodes = episodes
  }
}

extension Watchlist {
  /// What was watched and when, as the changes of progress tell it, in the order in which they were written.
  ///
  /// What was undone was not watched, and an import tells nothing of when; both only say from where the next change
  /// counts. Progress that goes back to watch again counts anew. Where one change says besides on which day the show
  /// was finished, its episodes are of that day.
  public func viewings(in zone: Zone, day boundary: DayBoundary = DayBoundary(hour: 0)) -> [Viewing] {
    var progress: [ShowID: Int] = [:]
    var viewings: [Viewing] = []
    for operation in effectiveEdits {
      for edit in operation.edits {
        let show = show(of: edit)
        var day = boundary.civil(operation.clock.wall, in: zone).date
        var count = 0
        for change in edit.changes {
          switch change {
          case .progress(let value):
            count = value - (progress[show] ?? 0)
            progress[show] = value
          case .finished(let finished?): day = finished
          default: continue
          }
        }
        if count > 0, !operation.isImport { viewings.append(Viewing(show: show, day: day, episodes: count)) }
      }
    }
    return viewings
  }
}
