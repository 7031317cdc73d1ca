internal import Anime

/// A month of UTC, which names a file of the mirror log: `2026-11`.
struct LogMonth: Hashable, Comparable, CustomStringConvertible {
  let year: Int
  let month: Int

  /// The month in which `instant` lies.
  init(_ instant: Instant) {
    let date = Zone.utc.civil(instant).date
    (year, month) = (date.year, date.month)
  }

  /// Reads `2026-11`; nil for anything else.
  init?(_ text: String) {
    guard let date = CivilDate(iso8601: "\(text)-01") else { return nil }
    (year, month) = (date.year, date.month)
  }

  /// `2026-11`
  var description: String { String(CivilDate(year: year, month: month, day: 1).description.dropLast(3)) }

  /// Whether `left` is earlier.
  static func < (left: LogMonth, right: LogMonth) -> Bool {
    (left.year, left.month) < (right.year, right.month)
  }
}
