/// Checks that bytes are UTF-8 as RFC 3629 has it: shortest forms only, no surrogates, nothing above U+10FFFF.
enum UTF8Check {
  /// Where the first byte stands that begins no character. Nil where all is well.
  static func firstError(in bytes: [UInt8]) -> Int? {
    var index = 0
    while index < bytes.count {
      let first = bytes[index]
      guard first >= 0x80 else {
        index += 1
        continue
      }
      guard let form = form(first), index + form.length <= bytes.count,
        form.second.contains(bytes[index + 1]),
        bytes[index + 2..<max(index + 2, index + form.length)].allSatisfy({ $0 & 0xC0 == 0x80 })
      else { return index }
      index += form.length
    }
    return nil
  }

  /// How many bytes a character has that begins with `first`, and what the second may be.
  ///
  /// Source: The Unicode Standard, table 3-7.
  private static func form(_ first: UInt8) -> (length: Int, second: ClosedRange<UInt8>)? {
    switch first {
    case 0xC2...0xDF: (2, 0x80...0xBF)
    case 0xE0: (3, 0xA0...0xBF)
    case 0xE1...0xEC, 0xEE, 0xEF: (3, 0x80...0xBF)
    case 0xED: (3, 0x80...0x9F)
    case 0xF0: (4, 0x90...0xBF)
    case 0xF1...0xF3: (4, 0x80...0xBF)
    case 0xF4: (4, 0x80...0x8F)
    default: nil
    }
  }
}
