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
