import TUI

/// Writes one row of a list: columns side by side, in the colours of the selection where it is selected.
struct RowPainter {
  let world: Surroundings
  let place: Rect
  let isSelected: Bool
  private let layout: TableLayout

  /// A painter for the row at `place`, with `spacing` blanks between columns; a blank stays at each edge.
  init(
    _ columns: [TableLayout.Column], spacing: Int = 1, place: Rect, isSelected: Bool, world: Surroundings,
    buffer: inout Buffer
  ) {
    self.world = world
    self.place = place.inset(horizontal: 1, vertical: 0)
    self.isSelected = isSelected
    layout = TableLayout(columns, width: max(0, place.columns - 2), spacing: spacing)
    if isSelected { buffer.fill(place, style: world.theme[.listSelected]) }
  }

  /// Writes `text` into column `index`, if there is room for that column.
  func write(
    _ text: String, _ style: StyleName, column index: Int, alignment: Alignment = .left, on buffer: inout Buffer
  ) {
    guard let area = layout.rect(index, in: place), !text.isEmpty else { return }
    buffer.write(Line(text, style: color(style)), in: area, alignment: alignment)
  }

  /// Writes `text` into column `index` and on through what is blank behind it, a blank before the cell `end`; to the end
  /// of the row where that is nil.
  func write(_ text: String, _ style: StyleName, column index: Int, upTo end: Int?, on buffer: inout Buffer) {
    guard let area = layout.rect(index, in: place), !text.isEmpty else { return }
    let columns = max(area.columns, (end.map { $0 - 1 } ?? place.endColumn) - area.column)
    let room = Rect(column: area.column, row: area.row, columns: columns, rows: area.rows)
    buffer.write(Line(text, style: color(style)), in: room.intersection(place))
  }

  /// The cell in which `text` begins when it is written into column `index`; nil where nothing is written there.
  func start(of text: String, column index: Int, alignment: Alignment = .left) -> Int? {
    guard let area = layout.rect(index, in: place), !text.isEmpty else { return nil }
    return area.column + alignment.leading(of: max(0, area.columns - world.widest([text])))
  }

  /// The place of column `index`.
  func area(_ index: Int) -> Rect? { layout.rect(index, in: place) }

  /// How `style` looks in this row: on the selection only weight tells things apart.
  func color(_ style: StyleName) -> Style {
    guard isSelected else { return world.theme[style] }
    switch style {
    case .list, .text, .textStrong: return world.theme[.listSelected]
    default: return world.theme[.listSelectedDim]
    }
  }
}
