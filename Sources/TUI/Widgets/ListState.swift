/// Which row of a list is selected, and which is the first that is shown.
///
/// It knows neither the rows nor how many fit; both are told where they matter,
/// so that a list may change under it.
public struct ListState: Hashable, Sendable {
  /// The selected row, from 0.
  public var selection: Int
  /// The first row on screen.
  public private(set) var offset: Int

  /// The first row selected, or another one.
  public init(selection: Int = 0) {
    self.selection = max(0, selection)
    offset = 0
  }

  /// Ways through a list.
  public enum Movement: Hashable, Sendable {
    case up, down, pageUp, pageDown, halfPageUp, halfPageDown, first, last
  }

  /// Moves the selection in a list of `count` rows of which `rows` are shown.
  public mutating func move(_ movement: Movement, count: Int, rows: Int) {
    let page = max(1, rows - 1)
    let half = max(1, rows / 2)
    let target =
      switch movement {
      case .up: selection - 1
      case .down: selection + 1
      case .pageUp: selection - page
      case .pageDown: selection + page
      case .halfPageUp: selection - half
      case .halfPageDown: selection + half
      case .first: 0
      case .last: count - 1
      }
    select(target, count: count, rows: rows)
  }

  /// Selects the row nearest to `row` that exists, and scrolls no further than needed to show it.
  public mutating func select(_ row: Int, count: Int, rows: Int) {
    selection = max(0, min(row, count - 1))
    offset = window(count: count, rows: rows).lowerBound
  }

  /// Shows the rows that are `way` further on, with the same row selected while it is among them, else the nearest.
  public mutating func scroll(by way: Int, count: Int, rows: Int) {
    let first = window(count: count, rows: rows).lowerBound + way
    offset = max(0, min(first, count - rows))
    selection = max(offset, min(selection, offset + rows - 1, count - 1))
  }

  /// The rows to show: those from `offset`, moved so that the selection is among them and no row stays empty.
  public func window(count: Int, rows: Int) -> Range<Int> {
    let rows = max(0, rows)
    let selection = max(0, min(selection, count - 1))
    var first = max(min(offset, selection), selection - rows + 1)
    first = max(0, min(first, count - rows))
    return first..<max(first, min(count, first + rows))
  }
}
