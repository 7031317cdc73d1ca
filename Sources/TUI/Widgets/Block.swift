/// A panel: a border with a title, and perhaps a note at its foot.
///
///     ╭ Tonight · Saturday 15 August ──────────╮
///     │                                        │
///     ╰──────────────────────────────── 12/340 ╯
public struct Block: Sendable {
  /// What stands in the top border.
  public var title: Line
  /// What stands in the bottom border, at the right.
  public var footer: Line
  /// How the border looks.
  public var style: Style
  /// The border's characters; nil takes those that the buffer's ambiguity allows.
  public var border: Border?

  /// A panel.
  public init(title: Line = Line(), footer: Line = Line(), style: Style = .plain, border: Border? = nil) {
    self.title = title
    self.footer = footer
    self.style = style
    self.border = border
  }

  /// Draws it around the edge of `area` and returns what is inside.
  @discardableResult
  public func draw(in area: Rect, on buffer: inout Buffer) -> Rect {
    guard area.columns >= 2, area.rows >= 2 else { return area.inset(horizontal: 1, vertical: 1) }
    let border = border ?? .standard(for: buffer.ambiguity)
    let line = String(repeating: border.horizontal, count: area.columns - 2)
    let corners = border.corners.map(String.init)
    let bottom = area.endRow - 1
    buffer.write(corners[0] + line + corners[1], column: area.column, row: area.row, style: style, in: area)
    buffer.write(corners[3] + line + corners[2], column: area.column, row: bottom, style: style, in: area)
    for row in area.row + 1..<max(area.row + 1, bottom) {
      buffer.write(String(border.vertical), column: area.column, row: row, style: style, in: area)
      buffer.write(String(border.vertical), column: area.endColumn - 1, row: row, style: style, in: area)
    }
    write(title, alignment: .left, in: area, row: area.row, on: &buffer)
    write(footer, alignment: .right, in: area, row: bottom, on: &buffer)
    return area.inset(horizontal: 1, vertical: 1)
  }

  /// Writes `line` into the border between two blanks, and leaves the corners alone.
  private func write(_ line: Line, alignment: Alignment, in area: Rect, row: Int, on buffer: inout Buffer) {
    guard !line.spans.isEmpty, area.columns > 5 else { return }
    let blank = Line(" ", style: style)
    let text = blank + line.truncated(to: area.columns - 4, ambiguity: buffer.ambiguity) + blank
    buffer.write(
      text, in: Rect(column: area.column + 1, row: row, columns: area.columns - 2, rows: 1), alignment: alignment)
  }
}
