/// How much room a text takes, before a font and a size are chosen.
///
/// Widths are guessed on the safe side, for who is thought too narrow is run over by the next one: each ASCII
/// character counts as the widest of its class in Noto Sans CJK, and whatever else there is as full width.
struct TextExtent: Hashable {
  /// What a full-width character is wide; a comment of a thousand emoji still fits into 16 bits.
  static let fullWidth = 40

  /// The width of the widest line.
  private(set) var width = 0
  /// The lines, without the empty ones above and below.
  private(set) var lines = 1

  /// The extent of `text`, which is UTF-8 with `\n` between its lines.
  init(_ text: UnsafeBufferPointer<UInt8>) {
    var hasLines = false
    for byte in text {
      width += Int(Self.widths[Int(byte)])
      hasLines = hasLines || byte == UInt8(ascii: "\n")
    }
    if hasLines { measureLines(of: text) }
  }

  /// The extent that these numbers tell.
  init(width: Int, lines: Int) {
    self.width = width
    self.lines = lines
  }

  private mutating func measureLines(of text: UnsafeBufferPointer<UInt8>) {
    let block = TextBlock(text)
    lines = block.count
    width = block.reduce(0) { widest, line in max(widest, line.reduce(0) { $0 + Int(Self.widths[Int($1)]) }) }
  }

  /// Widths by the first byte of a character; its other bytes count nothing.
  private static let widths: [UInt8] = (0..<256).map { byte in
    switch UInt8(byte) {
    case ..<0x20, 0x7F, 0x80...0xBF: 0
    // Colour emoji come from fonts of their own: 1.06 of the font size in Noto Color Emoji, where full width is 0.69.
    case 0xF0...: 64
    case 0xC0...: 40
    case let ascii where " !'(),-./:;I[\\]fijlrt{|}".utf8.contains(ascii): 16
    case let ascii where "%@mMwW".utf8.contains(ascii): 38
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "&"): 30
    default: 26
    }
  }
}
