/// For how long something of a show was really played on one day.
public struct PlayedTime: Hashable, Sendable {
  /// The show.
  public var show: ShowID
  /// The day, in the user's zone.
  public var day: CivilDate
  /// The seconds; pauses do not count.
  public var seconds: Int

  /// `seconds` of `show`, played on `day`.
  public init(show: ShowID, day: CivilDate, seconds: Int) {
    self.show = show
    self.day = day
    self.seconds = seconds
  }
}

extension Watchlist {
  /// What was played and for how long, on all devices; what came out of a file was played elsewhere.
  ///
  /// Each operation tells of its own time, so that nothing is lost or counted twice where logs are merged.
  public func playedTimes(in zone: Zone, day boundary: DayBoundary = DayBoundary(hour: 0)) -> [PlayedTime] {
    var times: [PlayedTime] = []
    for operation in effectiveEdits where !operation.isImport {
      let day = boundary.civil(operation.clock.wall, in: zone).date
      for edit in operation.edits {
        for case .played(let played?) in edit.changes where played.seconds > 0 {
          times.append(PlayedTime(show: show(of: edit), day: day, seconds: played.seconds))
        }
      }
    }
    return times
  }
}
