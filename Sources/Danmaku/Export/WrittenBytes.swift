/// Appending what files of comments are made of, without a string in between.
extension [UInt8] {
  /// Appends the ASCII that a program's own text is.
  mutating func append(_ text: StaticString) {
    append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Appends `number` in decimal.
  mutating func append(decimal number: some FixedWidthInteger) {
    if number < 0 { append(UInt8(ascii: "-")) }
    var rest = UInt64(number.magnitude)
    let start = count
    repeat {
      append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
    self[start...].reverse()
  }

  /// Appends the last `digits` hexadecimal digits of `number`, with leading zeros.
  mutating func append(hexadecimal number: UInt64, digits: Int) {
    for place in (0..<digits).reversed() {
      let digit = UInt8(truncatingIfNeeded: number >> UInt64(4 * place) & 0xF)
      append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") - 10 + digit)
    }
  }

  /// Appends `text`, UTF-8, as it stands between the quotes of JSON.
  ///
  /// Escaped is what RFC 8259 asks for and nothing else: the quote, the backslash, and what is below the blank.
  mutating func append(quoted text: ArraySlice<UInt8>) {
    var start = text.startIndex
    for index in text.indices {
      let byte = text[index]
      guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else { continue }
      append(contentsOf: text[start..<index])
      start = index + 1
      switch byte {
      case UInt8(ascii: "\n"): append("\\n")
      case ..<0x20:
        append("\\u00")
        append(hexadecimal: UInt64(byte), digits: 2)
      default:
        append(UInt8(ascii: "\\"))
        append(byte)
      }
    }
    append(contentsOf: text[start...])
  }
}
