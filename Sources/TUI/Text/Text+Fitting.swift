extension StringProtocol {
  /// The text, cut to `columns` cells with an ellipsis where it is longer.
  ///
  ///     "葬送のフリーレン".truncated(to: 9)  →  葬送のフ…
  public func truncated(to columns: Int, ambiguity: TextWidth.Ambiguity = .narrow) -> String {
    var fitting = String.UnicodeScalarView()
    var kept = fitting
    var used = 0
    let ellipsis = String(ambiguity.ellipsis.prefix(Swift.max(0, columns)))
    let room = columns - ellipsis.unicodeScalars.count
    for glyph in Glyphs(self, ambiguity: ambiguity) {
      used += glyph.width
      if used > columns { return String(kept) + ellipsis }
      glyph.forEachScalar { fitting.append($0) }
      if used <= room { kept = fitting }
    }
    return String(fitting)
  }

  /// The text, cut to `columns` cells with an ellipsis in the middle where it is longer; of its begin twice as much is
  /// kept as of its end.
  ///
  ///     "葬送のフリーレン - 07.mkv".truncatedInMiddle(to: 16)  →  葬送のフリ…7.mkv
  public func truncatedInMiddle(to columns: Int, ambiguity: TextWidth.Ambiguity = .narrow) -> String {
    guard TextWidth.of(self, ambiguity: ambiguity) > columns else { return String(self) }
    let ellipsis = String(ambiguity.ellipsis.prefix(Swift.max(0, columns)))
    let room = columns - ellipsis.unicodeScalars.count
    let glyphs = Array(Glyphs(self, ambiguity: ambiguity))
    let end = Self.fitting(glyphs.reversed(), room: room / 3)
    let begin = Self.fitting(glyphs, room: room - end.reduce(0) { $0 + $1.width })
    return Self.text(of: begin) + ellipsis + Self.text(of: end.reversed())
  }

  /// As many of the first glyphs as `room` cells hold.
  private static func fitting(_ glyphs: some Sequence<Glyph>, room: Int) -> [Glyph] {
    var used = 0
    return glyphs.prefix {
      used += $0.width
      return used <= room
    }
  }

  private static func text(of glyphs: some Sequence<Glyph>) -> String {
    var text = String.UnicodeScalarView()
    for glyph in glyphs { glyph.forEachScalar { text.append($0) } }
    return String(text)
  }

  /// The text in exactly `columns` cells: cut, or filled with blanks.
  public func padded(
    to columns: Int, alignment: Alignment = .left, ambiguity: TextWidth.Ambiguity = .narrow
  ) -> String {
    let text = truncated(to: columns, ambiguity: ambiguity)
    let room = Swift.max(0, columns - TextWidth.of(text, ambiguity: ambiguity))
    let left = alignment.leading(of: room)
    return String(repeating: " ", count: left) + text + String(repeating: " ", count: room - left)
  }
}

extension TextWidth.Ambiguity {
  /// What marks text that was cut; each of its characters takes one cell.
  public var ellipsis: String { self == .narrow ? "…" : ".." }
}

/// Where text stands in a wider place.
public enum Alignment: Hashable, Sendable {
  case left, center, right

  /// The blanks before the text, of `room` that are left.
  public func leading(of room: Int) -> Int {
    switch self {
    case .left: 0
    case .center: room / 2
    case .right: room
    }
  }
}
