import Anime
import TUI

/// The user's shows by status, as a table; searched and filtered as you type, sorted by any column, and marked to be
/// changed together.
struct WatchlistScreen: Screen {
  private(set) var tab = WatchlistTab.status(.watching)
  private(set) var order = WatchlistOrder()
  private(set) var counts: [WatchlistTab: Int] = [:]
  private(set) var list = Rows<Item>()
  private(set) var table = WatchlistTable()
  private(set) var marks = WatchlistMarks()
  /// What is typed in the search field.
  private(set) var field = SearchField()
  private var isShown = false

  /// A row.
  struct Item: Identifiable, Sendable {
    var id: ShowID
    /// Its place in the catalogue; nil where the catalogue has lost it.
    var position: Int?
  }

  var hints: [Action] {
    if list.selected == nil, marks.isEmpty { return [.showCatalogue, .nextTab, .undo, .commandLine, .help] }
    return marks.isEmpty
      ? [.open, .mark, .editEntry, .watchNext, .editStatus, .sort, .nextTab, .undo, .help]
      : [.editEntry, .mark, .markRange, .markAll, .unmarkAll, .editStatus, .editScore, .undo, .help]
  }

  func selectedShow(_ world: Surroundings) -> ShowID? { list.selected?.id }

  func selectedShows(_ world: Surroundings) -> [ShowID] {
    let marked = marked
    guard !marked.isEmpty else { return list.selected.map { [$0.id] } ?? [] }
    let shown = shows.filter(marked.contains)
    return shown + marked.subtracting(shown).sorted()
  }

  mutating func refresh(_ world: Surroundings) {
    counts = [:]
    marks.keep(world.library.entries.keys)
    let entries = entries(world)
    for tab in WatchlistTab.all(world) {
      let passes = tab.filter(world)
      let count = entries.count(where: passes)
      counts[tab] = count > 0 ? count : nil
    }
    // The first look goes where something is.
    if !isShown, counts[tab] == nil, let first = tabs(in: world).first(where: { counts[$0] != nil && $0 != .all }) {
      tab = first
    }
    isShown = isShown || !counts.isEmpty
    let rows = order.sorted(entries.filter(tab.filter(world)), world)
    table = WatchlistTable(rows, tab: tab, world)
    list.replace(
      rows.map { .item(Item(id: $0.show, position: world.catalogue.position(of: $0.show))) },
      height: listArea(world).rows)
  }

  mutating func handle(_ action: Action, _ world: Surroundings) -> Bool {
    if let movement = action.movement {
      list.move(movement, height: listArea(world).rows)
      return true
    }
    switch action {
    case .search: field.isTyping = true
    case .clearFilters where !field.isEmpty: leaveSearch(world)
    case .back: return goBack(world)
    case .nextTab: step(1, world)
    case .previousTab: step(-1, world)
    case .sort: sort(by: 1, world)
    case .previousSort: sort(by: -1, world)
    case .reverseSort: sort(by: order.column, world)
    case .mark: mark(world)
    case .markRange: marks.toggleRange(in: shows, selected: list.selected?.id)
    case .markAll: marks.toggleAll(shows)
    case .unmarkAll: marks.clear()
    default: return false
    }
    return true
  }

  /// The rows of the list by their shows.
  private var shows: [ShowID] { list.rows.compactMap { $0.item?.id } }

  /// All that is marked, with the range that is being marked.
  var marked: Set<ShowID> {
    marks.isEmpty ? [] : marks.marked(in: shows, selected: list.selected?.id)
  }

  /// Marks the selected show and goes to the next, as file managers do; a range that has begun is marked instead.
  private mutating func mark(_ world: Surroundings) {
    guard let show = list.selected?.id else { return }
    guard marks.anchor == nil else { return marks.toggleRange(in: shows, selected: show) }
    marks.toggle(show)
    list.move(.down, height: listArea(world).rows)
  }

  /// One step back: from a range, from the search, from the marks.
  private mutating func goBack(_ world: Surroundings) -> Bool {
    if marks.anchor != nil {
      marks.leaveRange()
    } else if !field.isEmpty {
      leaveSearch(world)
    } else if !marks.isEmpty {
      marks.clear()
    } else {
      return false
    }
    return true
  }

  private mutating func leaveSearch(_ world: Surroundings) {
    field.leave(world)
    refresh(world)
  }

  // MARK: Order

  private mutating func sort(by step: Int, _ world: Surroundings) {
    let shown = Set(table.shown(in: tableWidth(world)).map(\.column))
    let columns = WatchlistColumn.allCases.filter { $0.isSortable && (shown.contains($0) || $0 == .changed) }
    let index = columns.firstIndex(of: order.column) ?? columns.count - 1
    sort(by: columns[(index + step + columns.count) % columns.count], world)
  }

  /// Sorts by `column`, and where that is so already the other way round.
  private mutating func sort(by column: WatchlistColumn, _ world: Surroundings) {
    let isAscending = column == order.column ? !order.isAscending : column.beginsAscending
    order = WatchlistOrder(column: column, isAscending: isAscending)
    refresh(world)
  }

  // MARK: Mouse and typing

  mutating func select(at position: Position, _ world: Surroundings) -> Bool {
    let area = listArea(world)
    field.isTyping = false
    if let hit = tabRow(world).tabs.first(where: { $0.place.contains(position) }) {
      show(hit.tab, world)
      return false
    }
    if let head = headArea(world), head.contains(position) {
      let column = position.column - head.column - 1
      let hit = table.shown(in: tableWidth(world)).first { $0.place.contains(column) }
      if let hit, hit.column.isSortable { sort(by: hit.column, world) }
      return false
    }
    guard let row = List(count: list.count, state: list.state).row(at: position, in: area) else { return false }
    return list.select(row: row, height: area.rows)
  }

  /// Gives a key to the search field; false where it means nothing there.
  mutating func type(_ key: Key, _ world: Surroundings) -> Bool {
    switch key {
    case .down, .control("n"): return handle(.selectNext, world)
    case .up, .control("p"): return handle(.selectPrevious, world)
    case .pageDown: return handle(.pageDown, world)
    case .pageUp: return handle(.pageUp, world)
    default:
      guard field.handle(key, world) else { return false }
      refresh(world)
      return true
    }
  }

  /// Types pasted text into the search field.
  mutating func paste(_ text: String, _ world: Surroundings) {
    field.paste(text, world)
    refresh(world)
  }

  /// What the search field lets pass of all that is kept.
  private func entries(_ world: Surroundings) -> [ListEntry] {
    guard !field.isEmpty else { return Array(world.library.entries.values) }
    let prepared = PreparedFilter(field.filter, in: world.filterScene)
    return world.library.entries.values.filter { prepared.passes($0.show, entry: $0) }
  }

  // MARK: Tabs

  private mutating func step(_ count: Int, _ world: Surroundings) {
    let all = tabs(in: world)
    let index = (all.firstIndex(of: tab) ?? 0) + count
    guard all.indices.contains(index) else { return }
    show(all[index], world)
  }

  private mutating func show(_ tab: WatchlistTab, _ world: Surroundings) {
    self.tab = tab
    isShown = true
    marks.leaveRange()
    list = Rows()
    refresh(world)
  }
}
