/// How far something is: `━━━━━━━╸─────`.
public struct Gauge: Sendable {
  /// The part done, 0 to 1.
  public let fraction: Double
  /// How the part done looks.
  public let style: Style
  /// How the rest looks.
  public let rest: Style

  /// A gauge at `fraction`.
  public init(_ fraction: Double, style: Style = .plain, rest: Style = .plain) {
    self.fraction = fraction.isFinite ? max(0, min(1, fraction)) : 0
    self.style = style
    self.rest = rest
  }

  /// Draws it into the first row of `area`, to half a cell.
  public func draw(in area: Rect, on buffer: inout Buffer) {
    let isASCII = buffer.ambiguity == .wide
    let halves = Int((fraction * Double(area.columns * 2)).rounded())
    for column in 0..<area.columns {
      let filled = min(2, max(0, halves - column * 2))
      let mark = isASCII ? (filled == 2 ? "=" : "-") : ["─", "╸", "━"][filled]
      let style = filled > 0 && !(isASCII && filled == 1) ? style : rest
      buffer.write(mark, column: area.column + column, row: area.row, style: style, in: area)
    }
  }
}
