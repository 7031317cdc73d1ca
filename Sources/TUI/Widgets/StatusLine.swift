/// A line with items at the left, the most important first, and a note at the right.
///
///      Enter open  f follow  w watched         offline 3h · next try 40s
///
/// Where both do not fit, the last items go first; then the note is cut.
public struct StatusLine: Sendable {
  /// What stands at the left, the most important first.
  public var items: [Line]
  /// What stands at the right.
  public var note: Line
  /// What stands between and around.
  public var style: Style

  /// A line of `items` and `note`.
  public init(items: [Line], note: Line = Line(), style: Style = .plain) {
    self.items = items
    self.note = note
    self.style = style
  }

  /// Draws it into the first row of `area`, one blank from each edge, items two blanks apart.
  public func draw(in area: Rect, on buffer: inout Buffer) {
    let row = Rect(column: area.column, row: area.row, columns: area.columns, rows: min(1, area.rows))
    buffer.fill(row, style: style)
    let inside = row.inset(horizontal: 1, vertical: 0)
    let first = items.first?.width(ambiguity: buffer.ambiguity) ?? 0
    // The first item says what Enter does: the note gives way to it, but keeps a third of the line.
    let noteRoom = max(inside.columns - first - 2, inside.columns / 3)
    let note = note.truncated(to: max(0, noteRoom), ambiguity: buffer.ambiguity)
    let noteWidth = note.width(ambiguity: buffer.ambiguity)
    buffer.write(note, column: inside.endColumn - noteWidth, row: row.row, in: inside)
    drawItems(in: inside.split(left: inside.columns - (noteWidth > 0 ? noteWidth + 2 : 0)).left, on: &buffer)
  }

  private func drawItems(in area: Rect, on buffer: inout Buffer) {
    var column = area.column
    for (index, item) in items.enumerated() {
      let width = item.width(ambiguity: buffer.ambiguity)
      if column + width > area.endColumn {
        guard index == 0 else { return }
        return buffer.write(item, in: area)
      }
      column = buffer.write(item, column: column, row: area.row, in: area) + 2
    }
  }
}
