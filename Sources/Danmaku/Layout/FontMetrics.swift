/// How wide text of a font is, without the font.
///
/// A renderer of ASS scales a font so that its ascent and descent together are `\fs`, not its em: a full-width
/// character is 0.69 of the size in Noto Sans CJK, 0.76 in Microsoft YaHei, 0.85 in WenQuanYi, and 1.0 in SimHei.
/// Widths are guessed on the safe side, for who is thought too narrow is run over by the next one: each ASCII
/// character counts as the widest of its class in Noto Sans CJK, and whatever else there is as full width.
public struct FontMetrics: Hashable, Sendable {
  /// The width of a full-width character, in thousandths of the font size.
  public var fullWidth: Int

  /// Metrics of a font whose full-width characters are `fullWidth` thousandths of its size wide.
  public init(fullWidth: Int) { self.fullWidth = max(1, min(fullWidth, 4000)) }

  /// Metrics of the font `name` where it is a usual one; else those of the widest, which no font exceeds.
  public init(fontNamed name: String) {
    let name = name.lowercased()
    self.init(fullWidth: Self.usual.first { name.hasPrefix($0.prefix) }?.fullWidth ?? 1000)
  }

  /// 1000 em by ascent and descent as the fonts' tables give them, rounded up.
  private static let usual: [(prefix: String, fullWidth: Int)] = [
    ("noto sans cjk", 691), ("noto sans mono cjk", 691), ("source han sans", 691), ("noto serif cjk", 696),
    ("pingfang", 715), ("microsoft yahei", 760), ("wenquanyi", 860),
  ]

  /// The width of `text`, one line of UTF-8, in pixels at the font size `size`; rounded up.
  func width(of text: UnsafeBufferPointer<UInt8>, size: Int) -> Int {
    var hundredths = 0
    var emoji = 0
    for byte in text {
      hundredths += Int(Self.hundredths[Int(byte)])
      emoji += byte >= 0xF0 ? 1 : 0
    }
    let thousandths = hundredths * fullWidth / 100 + emoji * Self.emoji
    return (thousandths * size + 999) / 1000
  }

  /// Colour emoji come from fonts of their own, and are wider than high: 1.06 of the size in Noto Color Emoji. So
  /// may rare characters be, which have four bytes too.
  private static let emoji = 1100

  /// Hundredths of a full width by the first byte of a character; its other bytes count nothing.
  private static let hundredths: [UInt8] = (0..<256).map { byte in
    switch UInt8(byte) {
    case ..<0x20, 0x7F, 0x80...0xBF, 0xF0...: 0
    case 0xC0...: 100
    case let ascii where " !'(),-./:;I[\\]fijlrt{|}".utf8.contains(ascii): 40
    case let ascii where "%@mMwW".utf8.contains(ascii): 95
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "&"): 75
    default: 63
    }
  }
}
