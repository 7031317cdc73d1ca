/// Writes texts one behind the other into a row, and ends with an ellipsis where they are longer.
///
/// Nothing is put together and nothing is measured first, so that a row which changes in every frame takes no memory.
public struct RowWriter {
  private let row: Rect
  private var column: Int
  private var isFull = false

  /// Writes from the first cell of `area`, into its first row.
  public init(_ area: Rect) {
    row = area.split(top: 1).top
    column = area.column
  }

  /// Writes `text` behind what is there already; nothing more once the row is full.
  public mutating func write(_ text: String, style: Style, on buffer: inout Buffer) {
    guard !isFull, !row.isEmpty else { return }
    for glyph in Glyphs(text, ambiguity: buffer.ambiguity) {
      guard column + glyph.width <= row.endColumn else { return end(style, on: &buffer) }
      buffer.write(glyph, column: column, row: row.row, style: style, in: row)
      column += glyph.width
    }
  }

  /// Puts the ellipsis where the last cells are free, or where it is in the way of the fewest, in the style of what it
  /// cuts.
  private mutating func end(_ style: Style, on buffer: inout Buffer) {
    isFull = true
    let mark = buffer.ambiguity.ellipsis
    var start = max(row.column, min(column, row.endColumn - mark.count))
    if start > row.column, start < column, buffer[start, row.row].glyph == .rightHalf { start -= 1 }
    let style = start < column ? buffer[start, row.row].style : style
    if start < column {
      buffer.fill(Rect(column: start, row: row.row, columns: column - start, rows: 1), style: style)
    }
    buffer.write(mark, column: start, row: row.row, style: style, in: row)
  }
}
