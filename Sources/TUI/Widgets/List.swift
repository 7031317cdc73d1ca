/// Rows of which one is selected, with a scrollbar where not all fit.
///
///     List(count: shows.count, state: state).draw(in: area, on: &buffer) { row, area, isSelected, buffer in
///       buffer.write(shows[row].title, column: area.column, row: area.row, style: …, in: area)
///     }
public struct List: Sendable {
  /// How many rows there are.
  public let count: Int
  /// Which is selected.
  public let state: ListState
  /// How the scrollbar looks; nil shows none.
  public var scrollbar: Style?

  /// A list of `count` rows.
  public init(count: Int, state: ListState, scrollbar: Style? = .plain) {
    self.count = count
    self.state = state
    self.scrollbar = scrollbar
  }

  /// Draws the rows that fit, each by `drawRow`, which gets its index, its place and whether it is selected.
  public func draw(
    in area: Rect, on buffer: inout Buffer, drawRow: (Int, Rect, Bool, inout Buffer) -> Void
  ) {
    let window = state.window(count: count, rows: area.rows)
    let selection = min(state.selection, count - 1)
    let showsBar = scrollbar != nil && window.count < count && area.columns > 1
    let columns = area.columns - (showsBar ? 1 : 0)
    for row in window {
      let place = Rect(column: area.column, row: area.row + row - window.lowerBound, columns: columns, rows: 1)
      drawRow(row, place, row == selection, &buffer)
    }
    if showsBar, let scrollbar {
      let bar = Rect(column: area.endColumn - 1, row: area.row, columns: 1, rows: area.rows)
      Scrollbar(window: window, count: count, style: scrollbar).draw(in: bar, on: &buffer)
    }
  }

  /// The row drawn at `position` when the list is drawn in `area`; nil where there is none.
  public func row(at position: Position, in area: Rect) -> Int? {
    guard area.contains(position) else { return nil }
    let window = state.window(count: count, rows: area.rows)
    let row = window.lowerBound + position.row - area.row
    return window.contains(row) ? row : nil
  }
}
