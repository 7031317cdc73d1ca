import Anime
import TUI

/// All shows: searched and filtered as you type, filtered and sorted by single keys.
struct CatalogueScreen: Screen {
  /// What is typed in the search field.
  private(set) var field = SearchField()
  private(set) var filter = ShowFilter()
  private(set) var isFollowedOnly = false
  private(set) var order = ShowOrder.match
  private(set) var positions: [Int] = []
  private(set) var state = ListState()

  var hints: [Action] {
    if positions.isEmpty { return [.clearFilters, .search, .help] }
    return [.open, .search, .follow, .editStatus, .currentSeason, .filterKind, .sort, .help]
  }

  /// Whether keys go into the field.
  var isTyping: Bool { field.isTyping }

  /// Whether anything restricts the list.
  var isFiltered: Bool { !field.isEmpty || filter != ShowFilter(text: filter.text) || isFollowedOnly }

  func selectedShow(_ world: Surroundings) -> ShowID? {
    positions.indices.contains(state.selection) ? world.catalogue.id(at: positions[state.selection]) : nil
  }

  mutating func refresh(_ world: Surroundings) {
    let selected = selectedShow(world)
    find(world)
    let place = selected.flatMap { world.catalogue.position(of: $0) }.flatMap { positions.firstIndex(of: $0) }
    state.select(place ?? state.selection, count: positions.count, rows: listArea(world).rows)
  }

  mutating func handle(_ action: Action, _ world: Surroundings) -> Bool {
    if let movement = action.movement {
      state.move(movement, count: positions.count, rows: listArea(world).rows)
      return true
    }
    switch action {
    case .search: field.isTyping = true
    case .previousSeason: filter.season = (filter.season ?? Season(world.shown).advanced(by: 1)).advanced(by: -1)
    case .nextSeason: filter.season = filter.season?.advanced(by: 1) ?? Season(world.shown)
    case .currentSeason: filter.season = filter.season == Season(world.shown) ? nil : Season(world.shown)
    case .filterKind: filter.kinds = Self.next(after: filter.kinds, in: Show.Kind.allCases)
    case .filterLanguage: filter.languages = Self.next(after: filter.languages, in: Language.allCases)
    case .filterAiring: filter.state = Self.next(after: filter.state, in: [.airing, .upcoming, .ended])
    case .filterFollowed: isFollowedOnly.toggle()
    case .sort: order = Self.next(after: order, in: [.match, .title, .season]) ?? .match
    case .clearFilters: clear(world)
    case .back where isFiltered: clear(world)
    default: return false
    }
    if action != .search { restart(world) }
    return true
  }

  mutating func select(at position: Position, _ world: Surroundings) -> Bool {
    let area = listArea(world)
    if position.row == area.row - 2 {
      field.isTyping = true
      return false
    }
    field.isTyping = false
    guard let row = List(count: positions.count, state: state).row(at: position, in: area) else { return false }
    state.select(row, count: positions.count, rows: area.rows)
    return true
  }

  /// Shows the shows of `season`.
  mutating func show(_ season: Season, _ world: Surroundings) {
    clear(world)
    filter.season = season
    restart(world)
  }

  /// Searches for `text`.
  mutating func search(_ text: String, _ world: Surroundings) {
    field.set(text, world)
    restart(world)
  }

  /// Gives a key to the search field; false where it means nothing there.
  mutating func type(_ key: Key, _ world: Surroundings) -> Bool {
    switch key {
    case .down, .control("n"): return handle(.selectNext, world)
    case .up, .control("p"): return handle(.selectPrevious, world)
    case .pageDown: return handle(.pageDown, world)
    case .pageUp: return handle(.pageUp, world)
    default:
      let before = field.text
      guard field.handle(key, world) else { return false }
      if field.text != before { restart(world) }
    }
    return true
  }

  /// Types pasted text into the search field.
  mutating func paste(_ text: String, _ world: Surroundings) {
    field.paste(text, world)
    restart(world)
  }

  /// The rows of the list: below the search field and the filters.
  func listArea(_ world: Surroundings) -> Rect {
    Layout.inside(world.layout.main).split(top: 2).rest
  }

  private mutating func clear(_ world: Surroundings) {
    field.set("", world)
    filter = ShowFilter()
    isFollowedOnly = false
  }

  /// Finds anew, and selects the best.
  private mutating func restart(_ world: Surroundings) {
    find(world)
    state.select(0, count: positions.count, rows: listArea(world).rows)
  }

  private mutating func find(_ world: Surroundings) {
    let wanted = field.filter
    filter.text = wanted.words
    filter.only = isFollowedOnly ? Set(world.library.entries.values.lazy.filter(\.isFollowed).map(\.show)) : nil
    guard isFiltered || order != .match else {
      positions = world.catalogue.search("")
      return
    }
    let prepared = wanted.isSearch ? nil : PreparedFilter(wanted, in: world.filterScene)
    positions = world.catalogue.positions(matching: filter, sorted: order, now: world.shown) { position in
      prepared?.passes(at: position, entry: world.library.entries[world.catalogue.id(at: position)]) ?? true
    }
  }

  private static func next<Value: Hashable>(after value: Value?, in all: [Value]) -> Value? {
    guard let value, let index = all.firstIndex(of: value) else { return all.first }
    return index + 1 < all.count ? all[index + 1] : nil
  }

  private static func next<Value: Hashable>(after values: Set<Value>, in all: [Value]) -> Set<Value> {
    next(after: values.first, in: all).map { [$0] } ?? []
  }
}
