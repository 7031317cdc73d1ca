internal import Anime

/// From when on something is wanted: `2026-08-01`, the beginning of that day here, `2026-08-01T13:00:00+09:00`, or as long
/// ago as `12h`, `3d` or `2w`.
enum SinceMoment {
  /// The moment that `text` names at `now`. Nil for anything else.
  static func read(_ text: String, now: Instant, zone: Zone) -> Instant? {
    if let date = CivilDate(iso8601: text) { return zone.startOfDay(date) }
    if let instant = Instant(iso8601: text) { return instant }
    guard let unit = text.last, let count = Int64(text.dropLast()), (1...10_000).contains(count) else { return nil }
    switch unit {
    case "h": return now - .hours(count)
    case "d": return now - .days(count)
    case "w": return now - .weeks(count)
    default: return nil
    }
  }
}
