/// A quarter of a year of broadcasting, `2026-autumn`; winter is January to March.
public struct Season: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The year.
  public var year: Int
  /// The quarter.
  public var quarter: Quarter

  /// The `quarter` of `year`.
  public init(year: Int, quarter: Quarter) {
    self.year = year
    self.quarter = quarter
  }

  /// The season in which `instant` lies by the calendar of Japan.
  public init(_ instant: Instant) {
    let date = Zone.japan.civil(instant).date
    self.init(year: date.year, quarter: Quarter.allCases[(date.month - 1) / 3])
  }

  /// Reads `2026-autumn`; `fall` is autumn. Nil for anything else.
  public init?(_ text: some StringProtocol) {
    let parts = text.lowercased().split(separator: "-")
    guard parts.count == 2, let year = Int(parts[0]), (1900...2200).contains(year),
      let quarter = Quarter(rawValue: parts[1] == "fall" ? "autumn" : String(parts[1]))
    else { return nil }
    self.init(year: year, quarter: quarter)
  }

  /// `2026-autumn`.
  public var description: String { "\(year)-\(quarter.rawValue)" }

  /// A quarter of the year; the raw values are those of JSON and the command line.
  public enum Quarter: String, CaseIterable, Sendable {
    case winter, spring, summer, autumn
  }

  /// The season `count` seasons later.
  public func advanced(by count: Int) -> Season {
    let index = ordinal + count
    let year = index >= 0 ? index / 4 : (index - 3) / 4
    return Season(year: year, quarter: Quarter.allCases[index - year * 4])
  }

  /// Whether `left` is earlier.
  public static func < (left: Season, right: Season) -> Bool {
    left.ordinal < right.ordinal
  }

  private var ordinal: Int {
    year * 4 + (Quarter.allCases.firstIndex(of: quarter) ?? 0)
  }
}
