/// Reads numbers as files write them: `258.47799682617`, ` 1`, `-1`, `4294967295`, `1e-05`.
enum NumberField {
  /// The number in thousandths, rounded; nil where there is none.
  static func thousandths(_ field: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    guard let parts = Parts(field) else { return rare(field).flatMap { Int(exactly: ($0 * 1000).rounded()) } }
    var fraction = 0
    for place in 0..<4 { fraction = fraction * 10 + (place < parts.fraction.count ? digit(parts.fraction, place) : 0) }
    let (whole, overflows) = parts.whole.multipliedReportingOverflow(by: 1000)
    guard !overflows else { return nil }
    let rounded = whole.addingReportingOverflow((fraction + 5) / 10)
    guard !rounded.overflow else { return nil }
    return parts.isNegative ? -rounded.partialValue : rounded.partialValue
  }

  /// The number without its fraction; nil where there is none, or where it is beyond 64 bits.
  static func integer(_ field: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    if let number = digits(field) { return number }
    guard let parts = Parts(field) else { return rare(field).flatMap { Int(exactly: $0.rounded(.towardZero)) } }
    return parts.isNegative ? -parts.whole : parts.whole
  }

  /// The number that digits alone write, as nearly all fields do; nil where it is written otherwise.
  private static func digits(_ field: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    // No number of 18 digits is beyond 64 bits.
    guard 1...18 ~= field.count else { return nil }
    var number = 0
    for byte in field {
      guard byte.isDigit else { return nil }
      number = number &* 10 &+ Int(byte &- UInt8(ascii: "0"))
    }
    return number
  }

  private static func digit(_ digits: Slice<UnsafeBufferPointer<UInt8>>, _ place: Int) -> Int {
    Int(digits[digits.startIndex + place] - UInt8(ascii: "0"))
  }

  /// What is not written with digits and one point alone.
  private static func rare(_ field: Slice<UnsafeBufferPointer<UInt8>>) -> Double? {
    guard field.contains(where: { $0 | 0x20 == UInt8(ascii: "e") }) else { return nil }
    return Double(String(decoding: field, as: UTF8.self)).flatMap { $0.isFinite ? $0 : nil }
  }

  /// A sign, digits, and the digits behind the point.
  private struct Parts {
    var isNegative = false
    var whole = 0
    var fraction: Slice<UnsafeBufferPointer<UInt8>>

    init?(_ field: Slice<UnsafeBufferPointer<UInt8>>) {
      var position = field.startIndex
      var end = field.endIndex
      while position < end, field[position] <= 0x20 { position += 1 }
      while end > position, field[end - 1] <= 0x20 { end -= 1 }
      if position < end, field[position] == UInt8(ascii: "-") || field[position] == UInt8(ascii: "+") {
        isNegative = field[position] == UInt8(ascii: "-")
        position += 1
      }
      let first = position
      while position < end, field[position].isDigit {
        let digit = Int(field[position] - UInt8(ascii: "0"))
        // No number of 18 digits is beyond 64 bits.
        guard let sum = position - first < 18 ? whole &* 10 &+ digit : Self.sum(whole, digit) else { return nil }
        whole = sum
        position += 1
      }
      let digits = position - first
      if position < end, field[position] == UInt8(ascii: ".") { position += 1 }
      let point = position
      while position < end, field[position].isDigit { position += 1 }
      guard position == end, digits + position - point > 0 else { return nil }
      fraction = field[point..<end]
    }

    /// Ten times `whole` and `digit`; nil beyond 64 bits.
    private static func sum(_ whole: Int, _ digit: Int) -> Int? {
      let (tenfold, overflows) = whole.multipliedReportingOverflow(by: 10)
      let (sum, isTooLarge) = tenfold.addingReportingOverflow(digit)
      return overflows || isTooLarge ? nil : sum
    }
  }
}

extension UInt8 {
  /// Whether it is one of the ten digits.
  var isDigit: Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= self }
}
