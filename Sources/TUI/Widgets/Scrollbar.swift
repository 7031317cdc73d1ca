/// A column that shows which part of something is on screen.
public struct Scrollbar: Sendable {
  /// The rows on screen.
  public let window: Range<Int>
  /// How many there are.
  public let count: Int
  /// How it looks.
  public let style: Style

  /// A scrollbar for `window` of `count` rows.
  public init(window: Range<Int>, count: Int, style: Style = .plain) {
    self.window = window
    self.count = count
    self.style = style
  }

  /// Draws the thumb in the first column of `area`; the rest of the column stays as it is.
  public func draw(in area: Rect, on buffer: inout Buffer) {
    guard count > window.count, area.rows > 0 else { return }
    let length = max(1, area.rows * window.count / count)
    let top = (area.rows - length) * window.lowerBound / max(1, count - window.count)
    let mark = buffer.ambiguity == .narrow ? "▐" : "#"
    for row in area.row + top..<area.row + top + length {
      buffer.write(mark, column: area.column, row: row, style: style, in: area)
    }
  }
}
