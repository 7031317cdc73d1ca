extension ByteBlock {
  /// Adds `text`, UTF-8, as it stands between the quotes of JSON.
  ///
  /// Escaped is what RFC 8259 asks for and nothing else: the quote, the backslash, and what is below the blank.
  mutating func append(quoted text: ArraySlice<UInt8>) {
    text.withUnsafeBufferPointer { text in
      var start = 0
      for index in text.indices where Self.isEscaped(text[index]) {
        append(UnsafeBufferPointer(rebasing: text[start..<index]))
        append(escaped: text[index])
        start = index + 1
      }
      append(UnsafeBufferPointer(rebasing: text[start...]))
    }
  }

  private static func isEscaped(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private mutating func append(escaped byte: UInt8) {
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
}
