/// A repeating broadcast, `R/2026-07-01T13:00:00.000Z/P7D`.
///
/// It says when, never which episode: it may start long after the show did.
/// Source: the grammar of bangumi-data, a part of ISO 8601 repeating intervals.
public struct Broadcast: Hashable, Sendable {
  /// The first time.
  public var start: Instant
  /// How often.
  public var period: Period

  /// A broadcast at `start` and then every `period`.
  public init(start: Instant, period: Period) {
    self.start = start
    self.period = period
  }

  /// The time between two broadcasts.
  public enum Period: Hashable, Sendable {
    /// Once only, `P0D`.
    case once
    /// Every so many days, `P7D`.
    case days(Int)
    /// Every so many months on the same day; a month that lacks the day is skipped, as RFC 5545 does.
    case months(Int)
  }

  /// Reads `R/2026-07-01T13:00:00.000Z/P7D`. Nil for anything else.
  public init?(_ text: some StringProtocol) {
    // Bytes, for two in three links of a catalogue carry one: characters took a sixth of the time of reading a file.
    let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].elementsEqual("R".utf8), let start = Instant(iso8601: Array(parts[1])) else {
      return nil
    }
    var period = DigitReader(Array(parts[2]))
    guard period.take(UInt8(ascii: "P")), let count = period.number(upTo: 2), let unit = period.next(), period.isAtEnd
    else { return nil }
    switch unit {
    case UInt8(ascii: "D"): self.init(start: start, period: count == 0 ? .once : .days(count))
    case UInt8(ascii: "M"): self.init(start: start, period: count == 0 ? .once : .months(count))
    default: return nil
    }
  }

  /// The times in `range`, in order; at most 1,000.
  public func occurrences(in range: Range<Instant>) -> [Instant] {
    switch period {
    case .days(let days) where days > 0:
      let step = Int64(days) * 86_400_000
      let behind = range.lowerBound.milliseconds - start.milliseconds
      let first = behind <= 0 ? 0 : (behind + step - 1) / step
      return (0..<1000).lazy
        .map { Instant(milliseconds: start.milliseconds + (first + Int64($0)) * step) }
        .prefix { $0 < range.upperBound }
        .map { $0 }
    case .months(let months) where months > 0:
      return monthly(every: months, in: range)
    case .once, .days, .months:
      return range.contains(start) ? [start] : []
    }
  }

  /// The first time at or after `instant`; nil after the only one.
  public func next(from instant: Instant) -> Instant? {
    occurrences(in: instant..<instant + .days(400)).first ?? (start >= instant ? start : nil)
  }

  /// The last time at or before `instant`; nil before the first.
  public func last(until instant: Instant) -> Instant? {
    guard start <= instant else { return nil }
    switch period {
    case .days(let days) where days > 0:
      let step = Int64(days) * 86_400_000
      let count = (instant.milliseconds - start.milliseconds) / step
      return Instant(milliseconds: start.milliseconds + count * step)
    case .months(let months) where months > 0:
      let from = max(start, instant - .days(400))
      return occurrences(in: from..<Instant(milliseconds: instant.milliseconds + 1)).last
    case .once, .days, .months:
      return start
    }
  }

  /// How many times there are before `instant`; for those of every month, of the first 1,000.
  public func count(before instant: Instant) -> Int {
    guard start < instant else { return 0 }
    switch period {
    case .days(let days) where days > 0:
      let step = Int64(days) * 86_400_000
      return Int((instant.milliseconds - start.milliseconds + step - 1) / step)
    case .months(let months) where months > 0:
      return occurrences(in: start..<instant).count
    case .once, .days, .months:
      return 1
    }
  }

  private func monthly(every months: Int, in range: Range<Instant>) -> [Instant] {
    let first = CivilTime(start).date
    let timeOfDay = start.milliseconds - Int64(first.daysSince1970) * 86_400_000
    var found: [Instant] = []
    for step in 0..<12_000 where found.count < 1000 {
      let index = first.month - 1 + step * months
      let date = CivilDate(year: first.year + index / 12, month: index % 12 + 1, day: first.day)
      guard CivilDate(daysSince1970: date.daysSince1970) == date else { continue }
      let instant = Instant(milliseconds: Int64(date.daysSince1970) * 86_400_000 + timeOfDay)
      if instant >= range.upperBound { break }
      if instant >= range.lowerBound { found.append(instant) }
    }
    return found
  }
}

extension Broadcast: CustomStringConvertible {
  /// `R/2026-07-01T13:00:00Z/P7D`, as it is read.
  public var description: String {
    let period =
      switch period {
      case .once: "P0D"
      case .days(let count): "P\(count)D"
      case .months(let count): "P\(count)M"
      }
    return "R/\(start.iso8601)/\(period)"
  }
}
