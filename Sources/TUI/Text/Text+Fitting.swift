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
  func leading(of room: Int) -> Int {
    switch self {
    case .left: 0
    case .center: room / 2
    case .right: room
    }
  }
}
