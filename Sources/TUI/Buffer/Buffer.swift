/// A screenful of cells.
public struct Buffer: Hashable, Sendable {
  /// Its width and height.
  public let size: Size
  /// How wide the terminal draws ambiguous characters.
  public let ambiguity: TextWidth.Ambiguity
  /// The cells, row by row.
  public private(set) var cells: [Cell]

  /// A blank buffer.
  public init(size: Size, style: Style = .plain, ambiguity: TextWidth.Ambiguity = .narrow) {
    self.size = size
    self.ambiguity = ambiguity
    cells = Array(repeating: Cell(.blank, style: style), count: size.columns * size.rows)
  }

  /// All of it.
  public var area: Rect { Rect(size) }

  /// The cell at a place; it must lie inside.
  public subscript(column: Int, row: Int) -> Cell {
    cells[row * size.columns + column]
  }

  /// Writes `text` from `column`, clipped to `area`, and returns the column after it.
  ///
  /// A wide character takes two cells; one that would cross an edge of `area`
  /// is replaced by a blank, so that no half of it is ever drawn. The text
  /// may be anything: it is cleaned on the way (see `Glyphs`).
  ///
  ///     area 5 wide, "進撃の"  →  |進撃 |
  @discardableResult
  public mutating func write(_ text: some StringProtocol, column: Int, row: Int, style: Style, in area: Rect) -> Int {
    let area = area.intersection(self.area)
    guard row >= area.row, row < area.endRow else { return column + width(of: text) }
    var column = column
    for glyph in Glyphs(text, ambiguity: ambiguity) {
      if column >= area.endColumn { break }
      clip(glyph, column: column, row: row, style: style, in: area)
      column += glyph.width
    }
    return column
  }

  /// Writes one glyph, clipped to `area` like text: for what is drawn many times and was taken apart once.
  public mutating func write(_ glyph: Glyph, column: Int, row: Int, style: Style, in area: Rect) {
    let area = area.intersection(self.area)
    guard row >= area.row, row < area.endRow else { return }
    clip(glyph, column: column, row: row, style: style, in: area)
  }

  /// Writes one glyph where it fits into `area`, else blanks for the part of it that is inside.
  private mutating func clip(_ glyph: Glyph, column: Int, row: Int, style: Style, in area: Rect) {
    let end = column + glyph.width
    if column >= area.column, end <= area.endColumn {
      put(glyph, column: column, row: row, style: style)
    } else {
      for half in max(column, area.column)..<max(column, area.column, min(end, area.endColumn)) {
        put(.blank, column: half, row: row, style: style)
      }
    }
  }

  /// The cells that `text` takes here.
  public func width(of text: some StringProtocol) -> Int { TextWidth.of(text, ambiguity: ambiguity) }

  /// Fills `area` with blanks of `style`.
  public mutating func fill(_ area: Rect, style: Style) {
    let area = area.intersection(self.area)
    guard !area.isEmpty else { return }
    for row in area.row..<area.endRow {
      let start = row * size.columns
      cutWide(before: area.column, row: row)
      cutWide(before: area.endColumn, row: row)
      for index in start + area.column..<start + area.endColumn { cells[index] = Cell(.blank, style: style) }
    }
  }

  /// Gives the cells of `area` the style that `change` makes of theirs.
  public mutating func restyle(_ area: Rect, _ change: (Style) -> Style) {
    let area = area.intersection(self.area)
    guard !area.isEmpty else { return }
    for row in area.row..<area.endRow {
      for index in row * size.columns + area.column..<row * size.columns + area.endColumn {
        cells[index].style = change(cells[index].style)
      }
    }
  }

  /// Hands the cells of `area` to `body` row by row, to be changed in place: for what fills it in every frame.
  ///
  /// Who puts a glyph there sees to it that no half of a wide one is left.
  public mutating func changeRows(
    of area: Rect, _ body: (_ row: Int, _ cells: UnsafeMutableBufferPointer<Cell>) -> Void
  ) {
    let area = area.intersection(self.area)
    let columns = size.columns
    guard !area.isEmpty else { return }
    cells.withUnsafeMutableBufferPointer { cells in
      for row in area.row..<area.endRow {
        let start = row * columns + area.column
        body(row, UnsafeMutableBufferPointer(rebasing: cells[start..<start + area.columns]))
      }
    }
  }

  /// Puts one glyph, and blanks what is left of wide characters that it cuts.
  private mutating func put(_ glyph: Glyph, column: Int, row: Int, style: Style) {
    cutWide(before: column, row: row)
    cutWide(before: column + glyph.width, row: row)
    let index = row * size.columns + column
    cells[index] = Cell(glyph, style: style)
    if glyph.width == 2 { cells[index + 1] = Cell(.rightHalf, style: style) }
  }

  /// Blanks both halves of a wide character that the line before `column` would cut.
  private mutating func cutWide(before column: Int, row: Int) {
    guard column > 0, column < size.columns else { return }
    let index = row * size.columns + column
    guard cells[index].glyph == .rightHalf else { return }
    cells[index - 1].glyph = .blank
    cells[index].glyph = .blank
  }
}
