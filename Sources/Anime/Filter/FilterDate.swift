/// A day of a filter, or several: `2026`, `2026-08`, `2026-08-15`, `today`, `30d`, `+2w`.
public enum FilterDate: Hashable, Sendable {
  /// One day.
  case day(CivilDate)
  /// All days of a month.
  case month(year: Int, month: Int)
  /// All days of a year.
  case year(Int)
  /// The day that is so many days after this one.
  case relative(Int)
  /// So long ago: `changed<30d` is what was changed in the last 30 days.
  case ago(Int, Unit)
  /// So far ahead: `begin<+2w` is what begins in the next two weeks.
  case ahead(Int, Unit)

  /// A length of time; the raw values are what is written.
  public enum Unit: String, CaseIterable, Sendable {
    case days = "d"
    case weeks = "w"
    case months = "m"
    case years = "y"

    /// Its length in days; a month is 30 and a year 365.
    var days: Int {
      switch self {
      case .days: 1
      case .weeks: 7
      case .months: 30
      case .years: 365
      }
    }
  }

  /// The words for days near this one.
  static let words = ["yesterday": -1, "today": 0, "tomorrow": 1]

  /// Reads what is written; nil for anything else.
  init?(_ text: String) {
    let text = text.lowercased()
    if let offset = Self.words[text] {
      self = .relative(offset)
      return
    }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts[0].utf8.count == 4, let year = Int(parts[0]), (1900...2200).contains(year) else {
      self.init(length: text)
      return
    }
    switch parts.count {
    case 1: self = .year(year)
    case 2:
      guard parts[1].utf8.count == 2, let month = Int(parts[1]), (1...12).contains(month) else { return nil }
      self = .month(year: year, month: month)
    default:
      guard let day = CivilDate(iso8601: text) else { return nil }
      self = .day(day)
    }
  }

  /// Reads `30d` and `+2w`.
  private init?(length text: String) {
    let isAhead = text.hasPrefix("+")
    let digits = text.dropFirst(isAhead ? 1 : 0).dropLast()
    guard let unit = text.last.flatMap({ Unit(rawValue: String($0)) }), (1...4).contains(digits.utf8.count),
      digits.utf8.allSatisfy({ 48...57 ~= $0 }), let count = Int(digits)
    else { return nil }
    self = isAhead ? .ahead(count, unit) : .ago(count, unit)
  }

  /// The days that compare so to it where this day is `today`, counted since 1970.
  func days(_ comparison: FilterComparison, today: Int) -> Range<Int> {
    switch self {
    case .ago(let count, let unit):
      let days = Self.lengths(comparison, count * unit.days)
      return today - days.upperBound + 1..<today - days.lowerBound + 1
    case .ahead(let count, let unit):
      let days = Self.lengths(comparison, count * unit.days)
      return today + days.lowerBound..<today + days.upperBound
    case .day, .month, .year, .relative:
      let own = span(today: today)
      switch comparison {
      case .equal: return own
      case .less: return .min..<own.lowerBound
      case .atMost: return .min..<own.upperBound
      case .more: return own.upperBound..<Int.max
      case .atLeast: return own.lowerBound..<Int.max
      }
    }
  }

  /// The lengths that compare so to `count`; none is less than nothing, and none more than ten thousand years.
  private static func lengths(_ comparison: FilterComparison, _ count: Int) -> Range<Int> {
    let longest = 3_660_000
    return switch comparison {
    case .equal: count..<count + 1
    case .less: 0..<max(count, 0)
    case .atMost: 0..<count + 1
    case .more: count + 1..<max(longest, count + 1)
    case .atLeast: count..<max(longest, count)
    }
  }

  /// The days that it names.
  private func span(today: Int) -> Range<Int> {
    func first(_ year: Int, _ month: Int) -> Int {
      CivilDate(year: year + (month - 1) / 12, month: (month - 1) % 12 + 1, day: 1).daysSince1970
    }
    switch self {
    case .day(let day): return day.daysSince1970..<day.daysSince1970 + 1
    case .month(let year, let month): return first(year, month)..<first(year, month + 1)
    case .year(let year): return first(year, 1)..<first(year + 1, 1)
    case .relative(let offset): return today + offset..<today + offset + 1
    case .ago(let count, let unit): return today - count * unit.days..<today - count * unit.days + 1
    case .ahead(let count, let unit): return today + count * unit.days..<today + count * unit.days + 1
    }
  }
}

extension FilterDate: CustomStringConvertible {
  /// As it is written.
  public var description: String {
    switch self {
    case .day(let day): day.description
    case .month(let year, let month): "\(year)-\(padded(month, 2))"
    case .year(let year): String(year)
    case .relative(let offset): Self.words.first { $0.value == offset }?.key ?? ""
    case .ago(let count, let unit): "\(count)\(unit.rawValue)"
    case .ahead(let count, let unit): "+\(count)\(unit.rawValue)"
    }
  }
}
