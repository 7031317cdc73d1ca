/// The hours of the wall clock in which nobody is to be disturbed, `23:00-07:00`.
///
/// They go by what the clock on the wall says: in the night in which an hour comes twice they are an hour longer.
public struct QuietHours: Hashable, Sendable {
  /// Minutes after midnight at which they begin.
  public let begin: Int
  /// Minutes after midnight at which they are over; before `begin` where they last over midnight.
  public let end: Int

  /// Reads `23:00-07:00`. Nil for anything else, and where they would be none or the whole day.
  public init?(_ text: some StringProtocol) {
    let times = String(text).split(separator: "-", omittingEmptySubsequences: false).map(Self.minutes)
    guard times.count == 2, let begin = times[0], let end = times[1], begin != end else { return nil }
    self.begin = begin
    self.end = end
  }

  /// Whether it is quiet at `instant` in `zone`.
  public func contains(_ instant: Instant, in zone: Zone) -> Bool {
    let time = zone.civil(instant)
    let minute = time.hour * 60 + time.minute
    return begin < end ? (begin..<end).contains(minute) : minute >= begin || minute < end
  }

  private static func minutes(_ text: Substring) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, (1...2).contains(parts[0].utf8.count), parts[1].utf8.count == 2,
      let hour = Int(parts[0]), let minute = Int(parts[1]), 0...23 ~= hour, 0...59 ~= minute
    else { return nil }
    return hour * 60 + minute
  }
}

extension QuietHours: CustomStringConvertible {
  /// `23:00-07:00`, as it is read.
  public var description: String { "\(Self.clock(begin))-\(Self.clock(end))" }

  private static func clock(_ minutes: Int) -> String { "\(padded(minutes / 60, 2)):\(padded(minutes % 60, 2))" }
}
