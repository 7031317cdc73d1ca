import Anime
import TUI

/// What is on, day by day: seven columns where there is room for them, else one day.
struct ScheduleScreen: Screen {
  /// The selected day.
  private(set) var day: CivilDate
  private(set) var isFollowedOnly = false
  /// The days of the week around it, Monday first.
  private(set) var days: [[Item]] = []
  private(set) var state = ListState()
  private var loaded: CivilDate?

  /// An episode's times.
  struct Item: Identifiable, Sendable {
    struct ID: Hashable, Sendable {
      var show: ShowID
      var at: Instant
    }

    var id: ID
    var position: Int
    var cells: TonightCells
  }

  init(today: CivilDate) {
    day = today
  }

  var hints: [Action] { [.open, .nextDay, .nextWeek, .follow, .filterFollowed, .now, .help] }

  /// The Monday of the week.
  var monday: CivilDate { day.adding(days: -((day.weekday + 6) % 7)) }
  /// Which of the seven days is selected.
  var dayIndex: Int { (day.weekday + 6) % 7 }
  /// What is on that day.
  var items: [Item] { days.indices.contains(dayIndex) ? days[dayIndex] : [] }
  var selected: Item? { items.indices.contains(state.selection) ? items[state.selection] : nil }

  func selectedShow(_ world: Surroundings) -> ShowID? { selected?.id.show }

  mutating func refresh(_ world: Surroundings) {
    let old = selected?.id
    let isFirst = loaded == nil
    load(world)
    let place = old.flatMap { id in items.firstIndex { $0.id == id } }
    state.select(place ?? state.selection, count: items.count, rows: rows(world))
    if isFirst { selectNext(world) }
  }

  mutating func handle(_ action: Action, _ world: Surroundings) -> Bool {
    if let movement = action.movement {
      state.move(movement, count: items.count, rows: rows(world))
      return true
    }
    switch action {
    case .previousDay: go(to: day.adding(days: -1), world)
    case .nextDay: go(to: day.adding(days: 1), world)
    case .previousWeek: go(to: day.adding(days: -7), world)
    case .nextWeek: go(to: day.adding(days: 7), world)
    case .now: goToToday(world)
    case .filterFollowed:
      isFollowedOnly.toggle()
      load(world)
      state.select(state.selection, count: items.count, rows: rows(world))
    default: return false
    }
    return true
  }

  mutating func select(at position: Position, _ world: Surroundings) -> Bool {
    let layout = ScheduleLayout(world)
    if let index = layout.headings.firstIndex(where: { $0.contains(position) }) {
      go(to: monday.adding(days: index), world)
      return false
    }
    guard let index = layout.lists.firstIndex(where: { $0.contains(position) }) else { return false }
    if layout.isGrid, index != dayIndex { go(to: monday.adding(days: index), world) }
    let list = List(count: items.count, state: state)
    guard let row = list.row(at: position, in: layout.lists[index]) else { return false }
    state.select(row, count: items.count, rows: rows(world))
    return true
  }

  private func rows(_ world: Surroundings) -> Int { ScheduleLayout(world).lists.first?.rows ?? 0 }

  /// Shows the day that the screens are about, and selects what comes next.
  mutating func goToToday(_ world: Surroundings) {
    go(to: world.today, world)
    load(world)
    selectNext(world)
  }

  private mutating func go(to day: CivilDate, _ world: Surroundings) {
    let oldMonday = monday
    let row = state.selection
    self.day = day
    if monday != oldMonday { load(world) }
    state = ListState()
    state.select(row, count: items.count, rows: rows(world))
  }

  /// Selects what comes next today.
  private mutating func selectNext(_ world: Surroundings) {
    guard day == world.today, let next = items.firstIndex(where: { $0.id.at >= world.shown }) else { return }
    state.select(next, count: items.count, rows: rows(world))
  }

  private mutating func load(_ world: Surroundings) {
    loaded = monday
    let starts = (0...7).map { world.zone.startOfDay(monday.adding(days: $0)) }
    let airings = world.catalogue.airings(in: starts[0]..<starts[7], now: world.shown)
    days = Array(repeating: [], count: 7)
    for row in ShowAirings.rows(airings) {
      guard let first = row.first, !isFollowedOnly || world.library[first.show].isFollowed,
        let index = starts.lastIndex(where: { $0 <= first.at }), index < 7
      else { continue }
      var cells = TonightCells(row, world)
      cells.time = first.isExact ? world.clock(first.at) : ""
      let id = Item.ID(show: first.show, at: first.at)
      days[index].append(Item(id: id, position: first.position, cells: cells))
    }
  }
}

/// Where the days of the schedule stand.
struct ScheduleLayout {
  /// Whether all seven days are shown.
  let isGrid: Bool
  let panel: Rect
  let detail: Rect?
  /// The names of the days.
  let headings: [Rect]
  /// What is on: one area for each day, or one for the selected day.
  let lists: [Rect]

  init(_ world: Surroundings) {
    let body = world.layout.body
    isGrid = body.columns >= 126
    if isGrid {
      let isTall = body.rows >= 40
      let (top, bottom) = body.split(top: isTall ? body.rows - 20 : body.rows)
      panel = top
      detail = isTall ? bottom : nil
      let columns = Self.seventh(of: panel.inset(horizontal: 2, vertical: 1))
      headings = columns.map { $0.split(top: 1).top }
      lists = columns.map { $0.split(top: 2).rest }
    } else {
      panel = world.layout.main
      detail = world.layout.detail
      let inside = Layout.inside(panel)
      headings = Self.seventh(of: inside.inset(horizontal: 1, vertical: 0)).map { $0.split(top: 1).top }
      lists = [inside.split(top: 2).rest]
    }
  }

  private static func seventh(of area: Rect) -> [Rect] {
    (0..<7).map { index in
      let start = area.columns * index / 7
      let end = area.columns * (index + 1) / 7
      return Rect(column: area.column + start, row: area.row, columns: end - start, rows: area.rows)
    }
  }
}
