extension Instant {
  /// Reads an ISO 8601 instant: `2026-07-01T13:00:00.000Z`, `2026-07-01T13:00Z`,
  /// `2026-07-01T22:00:00+09:00`. A zone must be given. Nil for anything else.
  public init?(iso8601 text: some StringProtocol) {
    self.init(iso8601: Array(text.utf8))
  }

  /// Reads the same as bytes.
  init?(iso8601 text: [UInt8]) {
    var reader = DigitReader(text)
    guard let date = reader.date(), reader.take(UInt8(ascii: "T")),
      let hour = reader.number(digits: 2), hour <= 24, reader.take(UInt8(ascii: ":")),
      let minute = reader.number(digits: 2), minute < 60
    else { return nil }
    var second = 0
    var millisecond = 0
    if reader.take(UInt8(ascii: ":")) {
      guard let value = reader.number(digits: 2), value <= 60 else { return nil }
      second = value
      if reader.take(UInt8(ascii: ".")) {
        guard let value = reader.fraction() else { return nil }
        millisecond = value
      }
    }
    guard let east = reader.zone(), reader.isAtEnd else { return nil }
    let seconds = date.daysSince1970 * 86_400 + hour * 3600 + minute * 60 + second - east
    self.init(milliseconds: Int64(seconds) * 1000 + Int64(millisecond))
  }

  /// `2026-07-01T13:00:00Z`, in UTC; fractions of a second only where there are any.
  public var iso8601: String {
    let civil = CivilTime(self)
    let fraction = ((milliseconds % 1000) + 1000) % 1000
    return String(unsafeUninitializedCapacity: 40) { buffer in
      var writer = DigitWriter(buffer)
      writer.append(civil.date)
      writer.append(civil.hour, digits: 2, after: "T")
      writer.append(civil.minute, digits: 2, after: ":")
      writer.append(civil.second, digits: 2, after: ":")
      if fraction > 0 { writer.append(Int(fraction), digits: 3, after: ".") }
      writer.append("Z")
      return writer.count
    }
  }
}

extension CivilDate: CustomStringConvertible {
  /// Reads `2026-07-01`. Nil for anything else, and for days that do not exist.
  public init?(iso8601 text: some StringProtocol) {
    var reader = DigitReader(Array(text.utf8))
    guard let date = reader.date(), reader.isAtEnd else { return nil }
    self = date
  }

  /// `2026-07-01`.
  public var description: String {
    String(unsafeUninitializedCapacity: 30) { buffer in
      var writer = DigitWriter(buffer)
      writer.append(self)
      return writer.count
    }
  }
}

/// `number` in at least `width` digits.
func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return digits.count >= width ? digits : String(repeating: "0", count: width - digits.count) + digits
}

/// Writes the fixed-width numbers of ISO 8601; a list has ten thousand of them.
private struct DigitWriter {
  private let buffer: UnsafeMutableBufferPointer<UInt8>
  private(set) var count = 0

  init(_ buffer: UnsafeMutableBufferPointer<UInt8>) {
    self.buffer = buffer
  }

  mutating func append(_ character: Unicode.Scalar) {
    buffer[count] = UInt8(truncatingIfNeeded: character.value)
    count += 1
  }

  /// `number` in at least `digits` digits; one below zero has its sign before them.
  mutating func append(_ number: Int, digits: Int, after character: Unicode.Scalar? = nil) {
    if let character { append(character) }
    if number < 0 { append("-") }
    var (rest, length) = (number.magnitude, 0)
    repeat {
      rest /= 10
      length += 1
    } while rest > 0
    length = max(length, number < 0 ? digits - 1 : digits)
    rest = number.magnitude
    for place in (count..<count + length).reversed() {
      buffer[place] = UInt8(ascii: "0") + UInt8(rest % 10)
      rest /= 10
    }
    count += length
  }

  mutating func append(_ date: CivilDate) {
    append(date.year, digits: 4)
    append(date.month, digits: 2, after: "-")
    append(date.day, digits: 2, after: "-")
  }
}

/// Reads the fixed-width numbers of ISO 8601.
struct DigitReader {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  var isAtEnd: Bool { position == bytes.count }

  mutating func take(_ byte: UInt8) -> Bool {
    guard position < bytes.count, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  mutating func number(digits: Int) -> Int? {
    guard position + digits <= bytes.count else { return nil }
    var value = 0
    for byte in bytes[position..<position + digits] {
      guard byte >= 48, byte <= 57 else { return nil }
      value = value * 10 + Int(byte - 48)
    }
    position += digits
    return value
  }

  /// A number of as many digits as there are, `count` at most.
  mutating func number(upTo count: Int) -> Int? {
    let found = bytes[position...].prefix(count).prefix { 48...57 ~= $0 }.count
    return found > 0 ? number(digits: found) : nil
  }

  /// The next byte, whatever it is.
  mutating func next() -> UInt8? {
    guard position < bytes.count else { return nil }
    position += 1
    return bytes[position - 1]
  }

  mutating func date() -> CivilDate? {
    guard let year = number(digits: 4), take(UInt8(ascii: "-")),
      let month = number(digits: 2), take(UInt8(ascii: "-")), let day = number(digits: 2),
      (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    let date = CivilDate(year: year, month: month, day: day)
    return CivilDate(daysSince1970: date.daysSince1970) == date ? date : nil
  }

  /// Digits after the point, as milliseconds.
  mutating func fraction() -> Int? {
    var value = 0
    var count = 0
    while position < bytes.count, bytes[position] >= 48, bytes[position] <= 57 {
      if count < 3 { value = value * 10 + Int(bytes[position] - 48) }
      count += 1
      position += 1
    }
    guard count > 0 else { return nil }
    for _ in count..<max(count, 3) { value *= 10 }
    return value
  }

  /// `Z`, `+09:00` or `-0330`, as seconds east of UTC.
  mutating func zone() -> Int? {
    if take(UInt8(ascii: "Z")) { return 0 }
    let sign = take(UInt8(ascii: "+")) ? 1 : take(UInt8(ascii: "-")) ? -1 : 0
    guard sign != 0, let hours = number(digits: 2) else { return nil }
    _ = take(UInt8(ascii: ":"))
    return sign * (hours * 3600 + (number(digits: 2) ?? 0) * 60)
  }
}
