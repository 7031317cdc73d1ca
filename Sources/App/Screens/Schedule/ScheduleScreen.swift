import Anime
import TUI

/// What is on, day by day: a week, or a month at a glance.
struct ScheduleScreen: Screen {
  /// How the days are shown.
  enum View: Sendable {
    /// Seven columns where there is room for them, else one day.
    case week
    /// A cell for each day.
    case month
  }

  private(set) var view = View.week
  /// The selected day.
  private(set) var day: CivilDate
  private(set) var filter = ScheduleFilter()
  /// What is on in the week or the month around the day.
  private(set) var days = ScheduleDays.none
  /// The rows of the days of the week, Monday first, with the present marked.
  private(set) var lists: [Rows<ScheduleItem>] = Array(repeating: Rows(), count: 7)
  private var isShown = false

  init(today: CivilDate) {
    day = today
  }

  var hints: [Action] {
    view == .week
      ? [.open, .nextDay, .nextWeek, .changeView, .follow, .filterFollowed, .now, .help]
      : [.open, .nextDay, .nextWeek, .nextMonth, .changeView, .filterFollowed, .now, .help]
  }

  /// The Monday of the week.
  var monday: CivilDate { Self.monday(of: day) }
  /// Which of the seven days is selected.
  var dayIndex: Int { (day.weekday + 6) % 7 }
  var selected: ScheduleItem? { view == .week ? lists[dayIndex].selected : nil }

  /// The days of the weeks that the month around the day touches.
  var month: [CivilDate] {
    let first = CivilDate(year: day.year, month: day.month, day: 1)
    let next = first.adding(months: 1)
    let start = Self.monday(of: first)
    let end = Self.monday(of: next.adding(days: -1)).adding(days: 7)
    return (0..<end.daysSince1970 - start.daysSince1970).map { start.adding(days: $0) }
  }

  func selectedShow(_ world: Surroundings) -> ShowID? { selected?.id.show }

  func layout(_ world: Surroundings) -> ScheduleLayout {
    view == .week ? ScheduleLayout(week: world) : ScheduleLayout(month: month.count / 7, world)
  }

  mutating func refresh(_ world: Surroundings) {
    load(world)
    if !isShown { selectNext(world) }
    isShown = true
  }

  mutating func handle(_ action: Action, _ world: Surroundings) -> Bool {
    if view == .month, handleInMonth(action, world) { return true }
    if let movement = action.movement {
      lists[dayIndex].move(movement, height: height(world))
      return true
    }
    switch action {
    case .previousDay: go(to: day.adding(days: -1), world)
    case .nextDay: go(to: day.adding(days: 1), world)
    case .previousWeek: go(to: day.adding(days: -7), world)
    case .nextWeek: go(to: day.adding(days: 7), world)
    case .previousMonth: go(to: day.adding(months: -1), world)
    case .nextMonth: go(to: day.adding(months: 1), world)
    case .now: goToToday(world)
    case .changeView: show(view == .week ? .month : .week, world)
    case .back where filter != ScheduleFilter(): refilter(world) { $0 = ScheduleFilter() }
    case .clearFilters: refilter(world) { $0 = ScheduleFilter() }
    case .filterFollowed: refilter(world) { $0.isFollowedOnly.toggle() }
    case .filterKind: refilter(world) { $0.nextKind() }
    case .filterSite: refilter(world) { [sites = days.sites] in $0.nextSite(of: sites) }
    default: return false
    }
    return true
  }

  /// In the month the way through a list is the way through the days, and Enter opens the day.
  private mutating func handleInMonth(_ action: Action, _ world: Surroundings) -> Bool {
    switch action {
    case .selectNext: go(to: day.adding(days: 7), world)
    case .selectPrevious: go(to: day.adding(days: -7), world)
    case .pageDown, .halfPageDown: go(to: day.adding(months: 1), world)
    case .pageUp, .halfPageUp: go(to: day.adding(months: -1), world)
    case .selectFirst: go(to: CivilDate(year: day.year, month: day.month, day: 1), world)
    case .selectLast: go(to: day.adding(months: 1).firstOfMonth.adding(days: -1), world)
    case .open: show(.week, world)
    default: return false
    }
    return true
  }

  mutating func select(at position: Position, _ world: Surroundings) -> Bool {
    let layout = layout(world)
    if view == .month {
      guard let index = layout.lists.firstIndex(where: { $0.contains(position) }) else { return false }
      go(to: month[index], world)
      return true
    }
    if let index = layout.headings.firstIndex(where: { $0.contains(position) }) {
      go(to: monday.adding(days: index), world)
      return false
    }
    guard let index = layout.lists.firstIndex(where: { $0.contains(position) }) else { return false }
    if layout.isGrid, index != dayIndex { go(to: monday.adding(days: index), world) }
    let list = List(count: lists[dayIndex].count, state: lists[dayIndex].state)
    guard let row = list.row(at: position, in: layout.lists[index]) else { return false }
    return lists[dayIndex].select(row: row, height: height(world))
  }

  /// Shows the day that the screens are about, and selects what comes next.
  mutating func goToToday(_ world: Surroundings) {
    day = world.today
    load(world)
    selectNext(world)
  }

  // MARK: Steps

  private static func monday(of day: CivilDate) -> CivilDate { day.adding(days: -((day.weekday + 6) % 7)) }

  private func height(_ world: Surroundings) -> Int { ScheduleLayout(week: world).lists.first?.rows ?? 0 }

  private mutating func show(_ view: View, _ world: Surroundings) {
    self.view = view
    load(world)
    if view == .week { selectNext(world) }
  }

  private mutating func refilter(_ world: Surroundings, _ change: (inout ScheduleFilter) -> Void) {
    change(&filter)
    load(world)
  }

  /// Goes to another day, and there to what is on at the same time or later.
  private mutating func go(to day: CivilDate, _ world: Surroundings) {
    let minute = selected?.minute(world)
    let (oldFirst, oldCount) = (days.first, days.items.count)
    self.day = day
    if (range.first, range.count) != (oldFirst, oldCount) { load(world) }
    guard view == .week, let minute else { return }
    if lists[dayIndex].rows.contains(where: { $0.item.map { $0.minute(world) >= minute } ?? false }) {
      lists[dayIndex].select(height: height(world)) { $0.minute(world) >= minute }
    } else {
      lists[dayIndex].move(.last, height: height(world))
    }
  }

  /// Selects what comes next today.
  private mutating func selectNext(_ world: Surroundings) {
    guard day == world.today else { return }
    lists[dayIndex].select(height: height(world)) { $0.first.at >= world.shown }
  }

  private var range: (first: CivilDate, count: Int) {
    guard view == .month else { return (monday, 7) }
    let month = month
    return (month[0], month.count)
  }

  private mutating func load(_ world: Surroundings) {
    days = ScheduleDays(
      from: range.first, count: range.count, places: filter.places, isFollowedOnly: filter.isFollowedOnly, world)
    for index in 0..<7 {
      lists[index].replace(rows(on: monday.adding(days: index), world), height: height(world))
    }
  }

  /// What is on on `date`, with the present between what was and what comes.
  private func rows(on date: CivilDate, _ world: Surroundings) -> [Rows<ScheduleItem>.Row] {
    let items = days.items(on: date)
    var rows: [Rows<ScheduleItem>.Row] = items.map { .item($0) }
    guard date == world.today, !items.isEmpty else { return rows }
    let place = items.firstIndex { $0.first.isExact && $0.first.at >= world.shown } ?? items.count
    rows.insert(.divider(world.present), at: place)
    return rows
  }
}

extension CivilDate {
  /// The first day of its month.
  var firstOfMonth: CivilDate { CivilDate(year: year, month: month, day: 1) }

  /// The same day so many months later, or the last of that month where it is shorter.
  func adding(months count: Int) -> CivilDate {
    let index = year * 12 + month - 1 + count
    let first = CivilDate(year: index / 12, month: index % 12 + 1, day: 1)
    let next = CivilDate(year: (index + 1) / 12, month: (index + 1) % 12 + 1, day: 1)
    return first.adding(days: min(day, next.daysSince1970 - first.daysSince1970) - 1)
  }
}
