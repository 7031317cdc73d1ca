/// A screenful of cells.
public struct Buffer: Hashable, Sendable {
  /// Its width and height.
  public let size: Size
  /// The cells, row by row.
  public private(set) var cells: [Cell]

  /// A blank buffer.
  public init(size: Size, style: Style = .plain) {
    self.size = size
    cells = Array(repeating: Cell(style: style), count: size.columns * size.rows)
  }

  /// The cell at a place; it must lie inside.
  public subscript(column: Int, row: Int) -> Cell {
    cells[row * size.columns + column]
  }

  /// Writes `text` from `column`, clipped to `area`, and returns the column after it.
  ///
  /// A wide character takes two cells; one that would cross an edge of `area`
  /// is replaced by a blank, so that no half of it is ever drawn.
  ///
  ///     area 5 wide, "進撃の"  →  |進撃 |
  @discardableResult
  public mutating func write(_ text: some StringProtocol, column: Int, row: Int, style: Style, in area: Rect) -> Int {
    let area = area.intersection(Rect(size))
    var column = column
    for character in text {
      let width = TextWidth.of(character)
      guard width > 0 else { continue }
      if row >= area.row, row < area.endRow {
        if column >= area.column, column + width <= area.endColumn {
          put(character, width: width, column: column, row: row, style: style)
        } else {
          for half in column..<column + width where half >= area.column && half < area.endColumn {
            put(" ", width: 1, column: half, row: row, style: style)
          }
        }
      }
      column += width
      if column >= area.endColumn { break }
    }
    return column
  }

  /// Fills `area` with blanks of `style`.
  public mutating func fill(_ area: Rect, style: Style) {
    let area = area.intersection(Rect(size))
    guard !area.isEmpty else { return }
    for row in area.row..<area.endRow {
      for column in area.column..<area.endColumn { put(" ", width: 1, column: column, row: row, style: style) }
    }
  }

  /// Gives the cells of `area` the style that `change` makes of theirs.
  public mutating func restyle(_ area: Rect, _ change: (Style) -> Style) {
    let area = area.intersection(Rect(size))
    guard !area.isEmpty else { return }
    for row in area.row..<area.endRow {
      for index in row * size.columns + area.column..<row * size.columns + area.endColumn {
        cells[index].style = change(cells[index].style)
      }
    }
  }

  /// Puts one character, and blanks what is left of wide characters that it cuts.
  private mutating func put(_ character: Character, width: Int, column: Int, row: Int, style: Style) {
    let start = row * size.columns
    let index = start + column
    if cells[index].width == 0, column > 0 { cells[index - 1] = Cell(style: cells[index - 1].style) }
    let last = index + width - 1
    if cells[last].width == 2, column + width < size.columns { cells[last + 1] = Cell(style: cells[last + 1].style) }
    cells[index] = Cell(character, style: style, width: UInt8(width))
    if width == 2 { cells[index + 1] = Cell(" ", style: style, width: 0) }
  }
}
