import Anime

/// Six places, and what their clocks do in 2026; cron goes by them.
enum WallZone: CaseIterable {
  case tokyo, berlin, london, newYork, sydney, lordHowe

  /// The zone. Source of the transitions: the tz database, 2026a.
  var zone: Zone {
    let (before, changes) = table
    return Zone { instant in
      changes.last { $0.at <= instant }?.offset ?? before
    }
  }

  private typealias Change = (at: Instant, offset: Int)

  private var table: (before: Int, changes: [Change]) {
    switch self {
    case .tokyo: (32_400, [])
    case .berlin: (3600, [Self.change("2026-03-29T01:00Z", 7200), Self.change("2026-10-25T01:00Z", 3600)])
    case .london: (0, [Self.change("2026-03-29T01:00Z", 3600), Self.change("2026-10-25T01:00Z", 0)])
    case .newYork: (-18_000, [Self.change("2026-03-08T07:00Z", -14_400), Self.change("2026-11-01T06:00Z", -18_000)])
    case .sydney: (39_600, [Self.change("2026-04-04T16:00Z", 36_000), Self.change("2026-10-03T16:00Z", 39_600)])
    case .lordHowe: (39_600, [Self.change("2026-04-04T15:00Z", 37_800), Self.change("2026-10-03T15:30Z", 39_600)])
    }
  }

  private static func change(_ text: String, _ offset: Int) -> Change {
    guard let at = Instant(iso8601: text) else { preconditionFailure("\(text) is no instant") }
    return (at, offset)
  }

  /// The next time after `instant` at which the clocks here show the full `hour`.
  func next(hour: Int, after instant: Instant) -> Instant {
    var time = Instant(milliseconds: instant.milliseconds / 1_800_000 * 1_800_000) + .minutes(30)
    while true {
      let civil = zone.civil(time)
      if civil.hour == hour, civil.minute == 0 { return time }
      time = time + .minutes(30)
    }
  }
}
