/// Writes what a comment says, so that no player takes any of it for a command.
enum ASSText {
  /// Adds `text`, with `\N` between its lines and without the empty ones above and below.
  static func append(_ text: UnsafeBufferPointer<UInt8>, to block: inout ByteBlock) {
    guard !isPlain(text) else { return block.append(text) }
    var isFirst = true
    for line in TextBlock(text) {
      if !isFirst { block.append("\\N") }
      isFirst = false
      append(line: line, to: &block)
    }
  }

  /// Whether `text` is written as it is: one line that neither begins nor ends with a blank, and holds no command.
  private static func isPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = text.first, let last = text.last, first != blank, last != blank else { return false }
    return !text.contains(anyOf: { $0 == UInt8(ascii: "\n") || isSpecial($0) })
  }

  /// Players leave out blanks at both ends, and half of the height of a line without anything.
  private static func append(line: UnsafeBufferPointer<UInt8>, to block: inout ByteBlock) {
    guard let first = line.firstIndex(where: { $0 != blank }), let last = line.lastIndex(where: { $0 != blank }) else {
      for _ in 0..<max(1, line.count) { block.append("\\h") }
      return
    }
    for _ in 0..<first { block.append("\\h") }
    append(escaping: UnsafeBufferPointer(rebasing: line[first...last]), to: &block)
    for _ in last + 1..<line.count { block.append("\\h") }
  }

  private static func append(escaping text: UnsafeBufferPointer<UInt8>, to block: inout ByteBlock) {
    var start = 0
    for (index, byte) in text.enumerated() where isSpecial(byte) {
      block.append(UnsafeBufferPointer(rebasing: text[start..<index]))
      if byte == UInt8(ascii: "\\") {
        block.append("\\\u{2060}")
      } else {
        block.append(UInt8(ascii: "\\"))
        block.append(byte)
      }
      start = index + 1
    }
    block.append(UnsafeBufferPointer(rebasing: text[start...]))
  }

  /// Braces hold commands and are written `\{`, `\}`; a backslash begins one, unless an invisible U+2060 follows it.
  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") || byte == UInt8(ascii: "\\")
  }

  private static let blank = UInt8(ascii: " ")
}
