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
    let (time, overflows) = seconds.addingReportingOverflow(minutes * 60_000)
    return overflows ? nil : time
  }

  /// The seconds since 1970 of `2022-03-04T05:06:07+09:00`, the form of RFC 3339; nil where it is none.
  static func seconds(_ field: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    var numbers = DigitGroups(rest: field)
    guard let year = numbers.next(), let month = numbers.next(), let day = numbers.next(), let hours = numbers.next(),
      let minutes = numbers.next(), let seconds = numbers.next()
    else { return nil }
    let days = days(year: year, month: month, day: day)
    return days * 86_400 + hours * 3600 + minutes * 60 + seconds - offset(field)
  }

  /// The seconds by which a zone at the end of `field` is ahead: 32 400 for `+09:00`, 0 for `Z`.
  private static func offset(_ field: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    let zone = field.suffix(6)
    var numbers = DigitGroups(rest: zone.dropFirst())
    guard zone.count == 6, let sign = zone.first, let hours = numbers.next(), let minutes = numbers.next() else {
      return 0
    }
    switch sign {
    case UInt8(ascii: "+"): return hours * 3600 + minutes * 60
    case UInt8(ascii: "-"): return hours * -3600 - minutes * 60
    default: return 0
    }
  }

  /// The days since 1970, counted in years that begin in March, so that the odd day comes last.
  private static func days(year: Int, month: Int, day: Int) -> Int {
    let (year, month) = month > 2 ? (year, month - 3) : (year - 1, month + 9)
    return year * 365 + year / 4 - year / 100 + year / 400 + (month * 153 + 2) / 5 + day - 719_469
  }
}

/// The numbers of a time, whatever stands between them.
private struct DigitGroups {
  var rest: Slice<UnsafeBufferPointer<UInt8>>

  /// The next number; nil where there is none, or one of more than four digits.
  mutating func next() -> Int? {
    while let byte = rest.first, !byte.isDigit { rest.removeFirst() }
    guard !rest.isEmpty else { return nil }
    var number = 0
    while let byte = rest.first, byte.isDigit {
      number = number * 10 + Int(byte - UInt8(ascii: "0"))
      guard number < 10_000 else { return nil }
      rest.removeFirst()
    }
    return number
  }
}
