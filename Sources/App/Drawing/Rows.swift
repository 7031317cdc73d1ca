import TUI

/// A list in sections: items can be selected, headings and remarks cannot.
struct Rows<Item: Identifiable & Sendable>: Sendable where Item.ID: Sendable {
  /// One row.
  enum Row: Sendable {
    case item(Item)
    case heading(String)
    /// A line across, with a word in it: where the present is.
    case divider(String)
    /// A remark.
    case text(String)
    /// Something in several styles.
    case line(Line)
    case space

    var item: Item? {
      if case .item(let item) = self { item } else { nil }
    }
  }

  private(set) var rows: [Row] = []
  private(set) var state = ListState()

  var count: Int { rows.count }

  /// The selected item; nil where there is none.
  var selected: Item? {
    rows.indices.contains(state.selection) ? rows[state.selection].item : nil
  }

  /// Shows other rows, with the same item selected where it is still there; else `preferred` picks one.
  mutating func replace(_ new: [Row], height: Int, preferred: (Item) -> Bool = { _ in true }) {
    let old = selected?.id
    let place = state.selection
    let isBetweenItems = old == nil && rows.contains { $0.item != nil }
    rows = new
    if isBetweenItems { return state.scroll(by: 0, count: rows.count, rows: height) }
    if old == nil, let index = rows.firstIndex(where: { $0.item.map(preferred) ?? false }) {
      return show(index, height: height)
    }
    let kept = old.flatMap { id in rows.firstIndex { $0.item?.id == id } }
    if kept == place { return state.scroll(by: 0, count: rows.count, rows: height) }
    select(kept ?? nearestItem(to: place) ?? 0, height: height)
  }

  /// Shows the top; the first item is selected if it is on screen then.
  mutating func scrollToTop(height: Int) {
    state = ListState(selection: rows.prefix(height).firstIndex { $0.item != nil } ?? 0)
  }

  /// Selects the first item that fits.
  mutating func select(height: Int, where fits: (Item) -> Bool) {
    guard let index = rows.firstIndex(where: { $0.item.map(fits) ?? false }) else { return }
    show(index, height: height)
  }

  /// Selects the row at `index`, if it is an item; false where not.
  mutating func select(row index: Int, height: Int) -> Bool {
    guard rows.indices.contains(index), rows[index].item != nil else { return false }
    select(index, height: height)
    return true
  }

  /// Selects another item; where none is near, the rows between are shown, and what is selected stays so while it is
  /// on screen.
  mutating func move(_ movement: ListState.Movement, height: Int) {
    var target = state
    target.move(movement, count: rows.count, rows: height)
    let found = item(from: target.selection, forward: movement.isForward)
    if let found, isNear(found, after: movement, height: height) { return select(found, height: height) }
    let last = item(from: target.selection, forward: !movement.isForward)
    if !movement.isStep, let last, movement.isForward ? last > state.selection : last < state.selection {
      return select(last, height: height)
    }
    state.scroll(by: target.selection - state.selection, count: rows.count, rows: height)
  }

  /// Whether the item at `index` is selected at once: a step to one far away would pass over what nobody has read.
  private func isNear(_ index: Int, after movement: ListState.Movement, height: Int) -> Bool {
    !movement.isStep || abs(index - state.selection) <= height / 2
      || state.window(count: rows.count, rows: height).contains(index)
  }

  /// Selects a row, and shows more of what comes after it than of what came before.
  private mutating func show(_ index: Int, height: Int) {
    if index > height / 2 { state.select(min(index + height * 2 / 3, rows.count - 1), count: rows.count, rows: height) }
    select(index, height: height)
    // Nothing stands above what is on screen.
    let first = state.window(count: rows.count, rows: height).lowerBound
    if first < index, case .space = rows[first] { state.scroll(by: 1, count: rows.count, rows: height) }
  }

  /// Selects a row, and shows what heads it where it is the first of all.
  private mutating func select(_ index: Int, height: Int) {
    if rows[..<min(index, rows.count)].allSatisfy({ $0.item == nil }), index < height {
      state.select(0, count: rows.count, rows: height)
    }
    state.select(index, count: rows.count, rows: height)
  }

  private func item(from index: Int, forward: Bool) -> Int? {
    guard rows.indices.contains(index) else { return nil }
    return forward
      ? rows[index...].firstIndex { $0.item != nil }
      : rows[...index].lastIndex { $0.item != nil }
  }

  private func nearestItem(to index: Int) -> Int? {
    let index = min(index, rows.count - 1)
    return item(from: index, forward: false) ?? item(from: max(0, index), forward: true)
  }
}

extension ListState.Movement {
  /// Whether it goes towards the end.
  fileprivate var isForward: Bool {
    switch self {
    case .down, .pageDown, .halfPageDown, .last: true
    case .up, .pageUp, .halfPageUp, .first: false
    }
  }

  /// Whether it goes on by one row.
  fileprivate var isStep: Bool { self == .down || self == .up }
}

extension Rows {
  /// Draws the rows: items by `drawItem`, the others here.
  func draw(
    in area: Rect, frame: inout Frame, world: Surroundings, showsScrollbar: Bool = true,
    drawItem: (Item, Rect, Bool, inout Buffer) -> Void
  ) {
    let list = List(count: rows.count, state: state, scrollbar: showsScrollbar ? world.theme[.listScrollbar] : nil)
    list.draw(in: area, on: &frame.buffer) { index, place, isSelected, buffer in
      switch rows[index] {
      case .item(let item):
        drawItem(item, place, isSelected, &buffer)
      case .heading(let text):
        buffer.write(Line(text, style: world.theme[.heading]), in: place.inset(horizontal: 1, vertical: 0))
      case .divider(let text):
        let rule = String(repeating: world.marks.rule, count: place.columns)
        buffer.write(rule, column: place.column, row: place.row, style: world.theme[.panel], in: place)
        buffer.write(Line(" \(text) ", style: world.theme[.new]), in: place, alignment: .center)
      case .text(let text):
        buffer.write(Line(text, style: world.theme[.textDim]), in: place.inset(horizontal: 1, vertical: 0))
      case .line(let line):
        buffer.write(line, in: place.inset(horizontal: 1, vertical: 0))
      case .space:
        break
      }
    }
  }
}
