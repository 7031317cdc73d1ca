/// A hybrid logical clock's reading: the wall clock's time, with a counter that keeps what is
/// written later on one device later, also when its clock stands still or goes back.
public struct HybridTime: Hashable, Sendable {
  /// The milliseconds since 1970 that a clock can show: up to the year 9999.
  static let plausible: ClosedRange<Int64> = 0...253_402_300_799_999

  /// The year 9000: no clock of anybody's shows it.
  private static let latest: Int64 = 221_845_392_000_000

  /// Whether what is written later can be told from it: behind the last time that a line can carry there is none.
  var hasRoom: Bool { milliseconds < Self.latest && counter < 1 << 20 }

  /// Milliseconds since 1970.
  public let milliseconds: Int64

  /// Counts within one millisecond.
  public let counter: Int

  /// Describes a reading.
  public init(milliseconds: Int64, counter: Int) {
    self.milliseconds = milliseconds
    self.counter = counter
  }

  /// The next reading when the wall clock shows `now`.
  public func next(now: Int64) -> HybridTime {
    now > milliseconds
      ? HybridTime(milliseconds: now, counter: 0)
      : HybridTime(milliseconds: milliseconds, counter: counter + 1)
  }
}

extension HybridTime: Comparable {
  /// Whether `left` was read before `right`.
  public static func < (left: HybridTime, right: HybridTime) -> Bool {
    (left.milliseconds, left.counter) < (right.milliseconds, right.counter)
  }
}
