/// A line with items at the left, the most important first, and a note at the right.
///
///      Enter open  f follow  w watched         offline 3h · next try 40s
///
/// Where both do not fit, the last items go first; then the note is cut. An item that is kept never goes.
public struct StatusLine: Sendable {
  /// What stands at the left, the most important first.
  public var items: [Line]
  /// What stands behind the items however little room there is: the way to all the others.
  public var kept: Line
  /// What stands at the right.
  public var note: Line
  /// What stands between and around.
  public var style: Style

  /// A line of `items`, the one that is `kept`, and `note`.
  public init(items: [Line], kept: Line = Line(), note: Line = Line(), style: Style = .plain) {
    self.items = items
    self.kept = kept
    self.note = note
    self.style = style
  }

  /// Draws it into the first row of `area`, one blank from each edge, items two blanks apart.
  public func draw(in area: Rect, on buffer: inout Buffer) {
    let row = Rect(column: area.column, row: area.row, columns: area.columns, rows: min(1, area.rows))
    buffer.fill(row, style: style)
    let inside = row.inset(horizontal: 1, vertical: 0)
    let least = columns(of: items.prefix(1), ambiguity: buffer.ambiguity)
    // The first item says what Enter does: the note gives way to it, but keeps a third of the line.
    let noteRoom = max(inside.columns - least - 2, inside.columns / 3)
    let note = note.truncated(to: max(0, noteRoom), ambiguity: buffer.ambiguity)
    let noteWidth = note.width(ambiguity: buffer.ambiguity)
    buffer.write(note, column: inside.endColumn - noteWidth, row: row.row, in: inside)
    drawItems(in: inside.split(left: inside.columns - (noteWidth > 0 ? noteWidth + 2 : 0)).left, on: &buffer)
  }

  /// How many cells all items and the one that is kept take.
  public func columns(ambiguity: TextWidth.Ambiguity) -> Int { columns(of: items[...], ambiguity: ambiguity) }

  private func columns(of items: ArraySlice<Line>, ambiguity: TextWidth.Ambiguity) -> Int {
    let widths = (items + [kept]).map { $0.width(ambiguity: ambiguity) }.filter { $0 > 0 }
    return widths.reduce(0, +) + 2 * max(0, widths.count - 1)
  }

  private func drawItems(in area: Rect, on buffer: inout Buffer) {
    let shown =
      items.indices.reversed().map { items[...$0] }
      .first { columns(of: $0, ambiguity: buffer.ambiguity) <= area.columns } ?? items.prefix(1)
    let keptWidth = kept.width(ambiguity: buffer.ambiguity)
    let place = area.split(left: area.columns - (keptWidth > 0 ? keptWidth + 2 : 0)).left
    var column = area.column
    for item in shown {
      buffer.write(item, in: place.split(left: column - place.column).rest)
      column = min(place.endColumn, column + item.width(ambiguity: buffer.ambiguity)) + 2
    }
    buffer.write(kept, column: column, row: area.row, in: area)
  }
}
