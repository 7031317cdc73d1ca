/// What the escapes in a JSON string stand for (RFC 8259, section 7); a broken one costs itself alone.
enum JSONEscapes {
  /// Appends `text`, the inside of a string as it stands in the file, as its sender wrote it.
  static func decode(_ text: Slice<UnsafeBufferPointer<UInt8>>, to arena: inout [UInt8]) {
    var rest = text
    while let place = rest.firstIndex(of: UInt8(ascii: "\\")) {
      arena.append(contentsOf: UnsafeBufferPointer(rebasing: rest[..<place]))
      rest = rest[(place + 1)...]
      guard let letter = rest.popFirst() else { return }
      switch letter {
      case UInt8(ascii: "n"): arena.append(UInt8(ascii: "\n"))
      case UInt8(ascii: "r"): arena.append(UInt8(ascii: "\r"))
      case UInt8(ascii: "t"), UInt8(ascii: "b"), UInt8(ascii: "f"): arena.append(UInt8(ascii: "\t"))
      case UInt8(ascii: "u"): arena.append(utf8: scalar(&rest))
      default: arena.append(letter)
      }
    }
    arena.append(contentsOf: UnsafeBufferPointer(rebasing: rest))
  }

  /// The scalar behind `\u`, of two halves where it needs them; U+FFFD where it is none.
  private static func scalar(_ rest: inout Slice<UnsafeBufferPointer<UInt8>>) -> Unicode.Scalar {
    guard let high = unit(&rest) else { return "\u{FFFD}" }
    guard 0xD800..<0xDC00 ~= high else { return Unicode.Scalar(high) ?? "\u{FFFD}" }
    var behind = rest
    guard behind.popFirst() == UInt8(ascii: "\\"), behind.popFirst() == UInt8(ascii: "u"), let low = unit(&behind),
      0xDC00..<0xE000 ~= low
    else { return "\u{FFFD}" }
    rest = behind
    return Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)) ?? "\u{FFFD}"
  }

  /// Four hexadecimal digits; takes nothing and answers nil where there are fewer.
  private static func unit(_ rest: inout Slice<UnsafeBufferPointer<UInt8>>) -> UInt32? {
    guard rest.count >= 4, let number = UInt64(hexadecimal: rest.prefix(4)) else { return nil }
    rest = rest.dropFirst(4)
    return UInt32(number)
  }
}

extension [UInt8] {
  /// Appends the UTF-8 of `scalar`.
  mutating func append(utf8 scalar: Unicode.Scalar) {
    guard !scalar.isASCII else { return append(UInt8(scalar.value)) }
    append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }
}
