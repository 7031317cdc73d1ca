extension TOMLReader {
  /// A string of any kind.
  mutating func string() throws(TOMLError) -> String {
    if isAt("\"\"\"") || isAt("'''") { return try longString() }
    return try shortString()
  }

  /// A string in one line, `"…"` or `'…'`.
  mutating func shortString() throws(TOMLError) -> String {
    let start = place
    let quote = bytes[place]
    place += 1
    var text: [UInt8] = []
    while let byte = next {
      place += 1
      if byte == quote { return String(decoding: text, as: UTF8.self) }
      if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        text += try escape()
        continue
      }
      guard byte != UInt8(ascii: "\n"), byte != UInt8(ascii: "\r") else { break }
      guard !byte.isControl else { throw error("a string holds a control character", at: place - 1) }
      text.append(byte)
    }
    throw error("the string that begins here does not end in its line", at: start)
  }

  /// A string over several lines, in three quotes of either kind.
  private mutating func longString() throws(TOMLError) -> String {
    let start = place
    let quote = bytes[place]
    place += 3
    // A line break right behind the quotes is for the eye.
    if isAt("\r\n") { place += 2 } else { _ = take(UInt8(ascii: "\n")) }
    var text: [UInt8] = []
    while let byte = next {
      if byte == quote, let more = takeClosing(quote) {
        return String(decoding: text + Array(repeating: quote, count: more), as: UTF8.self)
      }
      place += 1
      if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        if !skipFoldedLine() { text += try escape() }
        continue
      }
      let isBreak = byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") && next == UInt8(ascii: "\n")
      guard isBreak || !byte.isControl else { throw error("a string holds a control character", at: place - 1) }
      text.append(byte)
    }
    throw error("the string that begins here does not end", at: start)
  }

  /// Goes past the quotes that end a long string, if they stand here, and says how many belong to its text: up to two.
  private mutating func takeClosing(_ quote: UInt8) -> Int? {
    let count = bytes[place...].prefix(5).prefix { $0 == quote }.count
    guard count >= 3 else { return nil }
    place += count
    return count - 3
  }

  /// Behind a backslash that ends a line, goes past the break and all blanks after it; false where it does not.
  private mutating func skipFoldedLine() -> Bool {
    let rest = bytes[place...]
    let blank = rest.prefix { [UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r")].contains($0) }
    guard rest.dropFirst(blank.count).first == UInt8(ascii: "\n") else { return false }
    place += rest.prefix { [0x20, 0x09, 0x0D, 0x0A].contains($0) }.count
    return true
  }

  /// What stands for the character behind a backslash.
  private mutating func escape() throws(TOMLError) -> [UInt8] {
    let start = place - 1
    let byte = next
    place += 1
    switch byte {
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): return [byte ?? 0]
    case UInt8(ascii: "u"): return try scalar(digits: 4, start)
    case UInt8(ascii: "U"): return try scalar(digits: 8, start)
    default: throw error("nothing is written with this behind a backslash", at: start)
    }
  }

  private mutating func scalar(digits: Int, _ start: Int) throws(TOMLError) -> [UInt8] {
    let word = bytes[min(place, bytes.count)...].prefix(digits)
    let isHexadecimal = word.allSatisfy { $0.isDigit || UInt8(ascii: "a")...UInt8(ascii: "f") ~= $0 | 0x20 }
    guard word.count == digits, isHexadecimal, let value = UInt32(String(decoding: word, as: UTF8.self), radix: 16),
      let scalar = Unicode.Scalar(value)
    else { throw error("this is no character", at: start) }
    place += digits
    return Array(String(scalar).utf8)
  }
}
