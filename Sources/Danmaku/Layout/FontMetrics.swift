/// How wide text of a font is, without the font.
///
/// A renderer of ASS scales a font so that its ascent and descent together are `\fs`, not its em: a full-width
/// character is 0.69 of the size in Noto Sans CJK, 0.76 in Microsoft YaHei, 0.85 in WenQuanYi, and 1.0 in SimHei.
/// What a text is wide in full-width characters tells ``TextExtent``.
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

  /// The width in pixels of `extent` at the font size `size`; rounded up.
  func width(of extent: TextExtent, size: Int) -> Int {
    let unit = 1000 * TextExtent.fullWidth
    return (extent.width * fullWidth * size + unit - 1) / unit
  }
}
