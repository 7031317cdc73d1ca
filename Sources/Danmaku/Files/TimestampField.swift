/// Reads times that are written with colons.
enum TimestampField {
  /// The milliseconds of `1:02.34` or `1:02:03`; nil where it is none.
  static func clock(_ field: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    let parts = field.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard let seconds = parts.last.flatMap(NumberField.thousandths), parts.count <= 3 else { return nil }
    var minutes = 0
    for part in parts.dropLast() {
      guard let number = NumberField.integer(part), 0..<100_000 ~= number else { return nil }
      minutes = minutes * 60 + number
    }
    return minutes * 60_000 + seconds
  }

  /// The seconds since 1970 of `2022-03-04T05:06:07+09:00`, the form of RFC 3339; nil where it is none.
  static func seconds(_ field: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    let numbers = field.split { !(UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0) }.map { NumberField.integer($0) ?? 0 }
    guard numbers.count >= 6, numbers.prefix(6).allSatisfy({ 0..<10_000 ~= $0 }) else { return nil }
    let days = days(year: numbers[0], month: numbers[1], day: numbers[2])
    return days * 86_400 + numbers[3] * 3600 + numbers[4] * 60 + numbers[5] - offset(field)
  }

  /// The seconds by which a zone at the end of `field` is ahead: 32 400 for `+09:00`, 0 for `Z`.
  private static func offset(_ field: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    let zone = field.suffix(6)
    guard zone.count == 6, let sign = zone.first, let minutes = clock(zone.dropFirst()) else { return 0 }
    // Hours and minutes are sixty times the minutes and seconds that a clock would read.
    switch sign {
    case UInt8(ascii: "+"): return minutes / 1000 * 60
    case UInt8(ascii: "-"): return minutes / 1000 * -60
    default: return 0
    }
  }

  /// The days since 1970, counted in years that begin in March, so that the odd day comes last.
  private static func days(year: Int, month: Int, day: Int) -> Int {
    let (year, month) = month > 2 ? (year, month - 3) : (year - 1, month + 9)
    return year * 365 + year / 4 - year / 100 + year / 400 + (month * 153 + 2) / 5 + day - 719_469
  }
}
