import Anime
import TUI

/// Where the parts of the watchlist stand.
extension WatchlistScreen {
  /// Below this many rows the head of the table gives way to shows.
  private static let fewestRowsForHead = 10

  /// What is inside the border of the table.
  func inside(_ world: Surroundings) -> Rect { Layout.inside(world.layout.table) }

  /// Whether the search field is shown, in the row that is blank without it.
  var showsField: Bool { field.isTyping || !field.isEmpty }

  /// The rows below the tabs, the search field or a blank row, and what is said of the field.
  private func below(_ world: Surroundings) -> Rect {
    inside(world).split(top: field.hasRemark ? 3 : 2).rest
  }

  /// The row of the heads of the columns; nil where the terminal is too low for it.
  func headArea(_ world: Surroundings) -> Rect? {
    inside(world).rows < Self.fewestRowsForHead ? nil : below(world).split(top: 1).top
  }

  /// The rows of the list.
  func listArea(_ world: Surroundings) -> Rect {
    below(world).split(top: headArea(world) == nil ? 0 : 1).rest
  }

  /// The cells for the columns: without a blank at each edge, and the scrollbar where there is one.
  func tableWidth(_ world: Surroundings) -> Int {
    let area = listArea(world)
    return area.columns - 2 - (list.count > area.rows ? 1 : 0)
  }
}
