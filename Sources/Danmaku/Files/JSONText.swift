/// The inside of a JSON string as it stands in the file.
struct JSONText {
  var bytes: Slice<UnsafeBufferPointer<UInt8>>
  /// Whether it is a program or an array.
  var isCode: Bool

  /// Appends the text, decoded and clean.
  func write(to arena: inout [UInt8]) {
    let start = arena.count
    decode(to: &arena)
    TextCleaner.clean(&arena, from: start, isCode: isCode)
  }

  /// Appends the text, decoded but as its sender wrote it.
  func decode(to arena: inout [UInt8]) {
    var rest = bytes
    while let place = rest.firstIndex(of: UInt8(ascii: "\\")) {
      arena.append(contentsOf: rest[..<place])
      rest = rest[(place + 1)...]
      guard let letter = rest.popFirst() else { return }
      switch letter {
      case UInt8(ascii: "n"): arena.append(UInt8(ascii: "\n"))
      case UInt8(ascii: "r"): arena.append(UInt8(ascii: "\r"))
      case UInt8(ascii: "t"), UInt8(ascii: "b"), UInt8(ascii: "f"): arena.append(UInt8(ascii: "\t"))
      case UInt8(ascii: "u"): arena.append(contentsOf: String(Self.scalar(&rest)).utf8)
      default: arena.append(letter)
      }
    }
    arena.append(contentsOf: rest)
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
    guard rest.count >= 4, let number = UInt32(String(decoding: rest.prefix(4), as: UTF8.self), radix: 16) else {
      return nil
    }
    rest = rest.dropFirst(4)
    return number
  }
}
