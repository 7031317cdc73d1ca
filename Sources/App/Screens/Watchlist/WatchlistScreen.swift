import Anime
import TUI

/// The user's shows by status, with progress and score; searched and filtered as you type.
struct WatchlistScreen: Screen {
  /// A tab: a status, or what is followed whatever its status.
  enum Tab: Hashable, Sendable {
    case status(WatchStatus)
    case followed

    static let all: [Tab] = [
      .status(.watching), .status(.planned), .followed, .status(.rewatching), .status(.paused), .status(.completed),
      .status(.dropped),
    ]

    func contains(_ entry: ListEntry) -> Bool {
      switch self {
      case .status(let status): entry.status == status
      case .followed: entry.isFollowed
      }
    }
  }

  /// The order of the rows.
  enum Order: CaseIterable, Sendable {
    case changed, title, score
  }

  private(set) var tab = Tab.status(.watching)
  private(set) var order = Order.changed
  private(set) var counts: [Tab: Int] = [:]
  private(set) var list = Rows<Item>()
  /// What is typed in the search field.
  private(set) var field = SearchField()
  private var isShown = false

  /// A row.
  struct Item: Identifiable, Sendable {
    var id: ShowID
    /// Its place in the catalogue; nil where the catalogue has lost it.
    var position: Int?
  }

  var hints: [Action] { [.open, .watchNext, .editStatus, .editScore, .editNote, .nextTab, .undo, .help] }

  func selectedShow(_ world: Surroundings) -> ShowID? { list.selected?.id }

  mutating func refresh(_ world: Surroundings) {
    counts = [:]
    let entries = entries(world)
    for entry in entries {
      for tab in Tab.all where tab.contains(entry) { counts[tab, default: 0] += 1 }
    }
    // The first look goes where something is.
    if !isShown, counts[tab] == nil, let first = Tab.all.first(where: { counts[$0] != nil }) { tab = first }
    isShown = isShown || !counts.isEmpty
    list.replace(rows(of: entries, world).map { .item($0) }, height: listArea(world).rows)
  }

  mutating func handle(_ action: Action, _ world: Surroundings) -> Bool {
    if let movement = action.movement {
      list.move(movement, height: listArea(world).rows)
      return true
    }
    switch action {
    case .search: field.isTyping = true
    case .clearFilters where !field.isEmpty, .back where !field.isEmpty:
      field.leave(world)
      refresh(world)
    case .nextTab: step(1, world)
    case .previousTab: step(-1, world)
    case .sort:
      let all = Order.allCases
      order = all[((all.firstIndex(of: order) ?? 0) + 1) % all.count]
      refresh(world)
    default: return false
    }
    return true
  }

  mutating func select(at position: Position, _ world: Surroundings) -> Bool {
    let area = listArea(world)
    field.isTyping = false
    if position.row == Layout.inside(world.layout.main).row {
      let hit = tabs(world).first { $0.place.contains(position) }
      if let hit { show(hit.tab, world) }
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

  /// Whether the search field is shown, in the row that is blank without it.
  var showsField: Bool { field.isTyping || !field.isEmpty }

  /// The rows of the list: below the tabs, the search field or a blank row, and what is said of the field.
  func listArea(_ world: Surroundings) -> Rect {
    Layout.inside(world.layout.main).split(top: field.hasRemark ? 3 : 2).rest
  }

  /// Where the tabs stand; those that do not fit are left out, but never the present one.
  func tabs(_ world: Surroundings) -> [(tab: Tab, text: String, place: Rect)] {
    let area = Layout.inside(world.layout.main).inset(horizontal: 1, vertical: 0)
    var shown = Tab.all.filter { counts[$0] != nil || $0 == tab || $0 == .status(.watching) || $0 == .status(.planned) }
    func width() -> Int { shown.reduce(-2) { $0 + world.widest([text($1, world)]) + 2 } }
    while width() > area.columns, let index = shown.lastIndex(where: { $0 != tab }) { shown.remove(at: index) }
    var column = area.column
    return shown.map { tab in
      let text = text(tab, world)
      let columns = world.widest([text])
      defer { column += columns + 2 }
      return (tab, text, Rect(column: column, row: area.row, columns: columns, rows: 1))
    }
  }

  func name(of tab: Tab, _ world: Surroundings) -> String {
    switch tab {
    case .status(let status): world.strings.status(status)
    case .followed: world.strings.followed
    }
  }

  private func text(_ tab: Tab, _ world: Surroundings) -> String {
    "\(name(of: tab, world)) \(counts[tab] ?? 0)"
  }

  /// What the search field lets pass of all that is kept.
  private func entries(_ world: Surroundings) -> [ListEntry] {
    guard !field.isEmpty else { return Array(world.library.entries.values) }
    let prepared = PreparedFilter(field.filter, in: world.filterScene)
    return world.library.entries.values.filter { prepared.passes($0.show, entry: $0) }
  }

  private mutating func step(_ count: Int, _ world: Surroundings) {
    let all = Tab.all
    let index = (all.firstIndex(of: tab) ?? 0) + count
    guard all.indices.contains(index) else { return }
    show(all[index], world)
  }

  private mutating func show(_ tab: Tab, _ world: Surroundings) {
    self.tab = tab
    isShown = true
    list = Rows()
    refresh(world)
  }

  /// The rows of those of `entries` that the tab holds.
  private func rows(of entries: [ListEntry], _ world: Surroundings) -> [Item] {
    let entries = entries.filter(tab.contains)
    let sorted =
      switch order {
      case .changed:
        entries.sorted { ($1.changed?.milliseconds ?? 0, $0.show) < ($0.changed?.milliseconds ?? 0, $1.show) }
      case .title:
        entries.map { (title: world.title(of: $0.show), entry: $0) }
          .sorted { ($0.title, $0.entry.show) < ($1.title, $1.entry.show) }.map(\.entry)
      case .score: entries.sorted { ($1.score ?? -1, $0.show) < ($0.score ?? -1, $1.show) }
      }
    return sorted.map { Item(id: $0.show, position: world.catalogue.position(of: $0.show)) }
  }
}
