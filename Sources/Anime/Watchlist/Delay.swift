/// A broadcast that does not come as planned: a holiday, a football match, a broken production schedule.
public struct Delay: Hashable, Comparable, Sendable {
  /// The day of the broadcast that does not come as planned, by the calendar of Japan.
  public var of: CivilDate
  /// By how many minutes it comes later, negative where it comes earlier; nil where it does not come at all.
  public var by: Int?

  /// The broadcast of the day `of` comes `by` minutes later, or, with nil, not at all.
  public init(of: CivilDate, by: Int?) {
    self.of = of
    self.by = by
  }

  /// By how many minutes a broadcast can be moved: a week earlier to a year later.
  public static let range = -10_080...525_600

  /// Whether `left` is about the earlier day.
  public static func < (left: Delay, right: Delay) -> Bool {
    left.of == right.of ? (left.by ?? .max) < (right.by ?? .max) : left.of < right.of
  }

  /// `delays` as an entry keeps them: by day, one for each, of which the last one said counts, the latest days where
  /// there are more than anybody can mean.
  public static func sorted(_ delays: some Sequence<Delay>) -> [Delay] {
    var byDay: [CivilDate: Delay] = [:]
    for delay in delays { byDay[delay.of] = delay }
    return byDay.values.sorted().suffix(greatestCount)
  }

  private static let greatestCount = 1000
}

extension Delay: CustomStringConvertible {
  /// Reads `2026-08-15` (does not come at all), `2026-08-15+30m`, `2026-08-15+1d2h`, `2026-08-15-15`: weeks, days, hours
  /// and minutes; a number by itself is minutes. Nil for anything else.
  public init?(_ text: some StringProtocol) {
    guard let day = CivilDate(iso8601: text.prefix(10)), ListEntry.yearRange.contains(day.year) else { return nil }
    self.init(of: day, by: nil)
    var rest = text.dropFirst(10)
    guard let sign = rest.popFirst() else { return }
    guard sign == "+" || sign == "-", let minutes = Self.minutes(String(rest)) else { return nil }
    let by = sign == "+" ? minutes : -minutes
    guard Self.range.contains(by) else { return nil }
    self.by = by
  }

  /// `2026-08-15`, `2026-08-15+1d2h`, `2026-08-15-15m`.
  public var description: String {
    guard let by else { return "\(of)" }
    let minutes = by.magnitude
    let parts = [("d", minutes / 1440), ("h", minutes / 60 % 24), ("m", minutes % 60)].filter { $0.1 > 0 }
    let length = parts.isEmpty ? "0m" : parts.map { "\($0.1)\($0.0)" }.joined()
    return "\(of)\(by < 0 ? "-" : "+")\(length)"
  }

  /// `1d2h` in minutes; each unit once at most, the greater before.
  private static func minutes(_ text: String) -> Int? {
    var units: [(letter: Character, minutes: Int)] = [("w", 10_080), ("d", 1440), ("h", 60), ("m", 1)]
    var total = 0
    var digits = ""
    for character in text {
      if character.isASCII, character.isNumber, digits.count < 6 {
        digits.append(character)
      } else {
        guard let index = units.firstIndex(where: { $0.letter == character }), let count = Int(digits) else {
          return nil
        }
        total += count * units[index].minutes
        units.removeFirst(index + 1)
        digits = ""
      }
    }
    guard !text.isEmpty else { return nil }
    return digits.isEmpty ? total : units.count == 4 ? Int(digits) : nil
  }
}
