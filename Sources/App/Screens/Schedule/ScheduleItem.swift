import Anime

/// An episode's times on a day of the schedule.
struct ScheduleItem: Identifiable, Sendable {
  struct ID: Hashable, Sendable {
    var show: ShowID
    var planned: Instant
  }

  var airings: ShowAirings
  /// The time by which it stands where it does.
  var first: Airing
  /// Whether it is one of the user's.
  var isMine: Bool

  var id: ID { ID(show: first.show, planned: first.planned) }

  /// Minutes since midnight of the day on which it stands; -1 where the hour is not known.
  func minute(_ world: Surroundings) -> Int {
    guard first.isExact else { return -1 }
    let civil = world.civil(first.at)
    return civil.hour * 60 + civil.minute
  }

  /// Its time as it stands in a column; blank where only the day is known.
  func clock(_ world: Surroundings) -> String {
    first.isExact ? world.airingClock(first.at) : ""
  }

  /// The texts of its row where the day has the whole width.
  func cells(_ world: Surroundings) -> TonightCells {
    var cells = TonightCells(airings, world)
    cells.time = clock(world)
    return cells
  }
}
