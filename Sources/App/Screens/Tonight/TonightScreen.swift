import Anime
import TUI

/// What is on in the last and the next 24 hours, what to go on with, and what happened on this day.
struct TonightScreen: Screen {
  private(set) var list = Rows<TonightItem>()
  private(set) var columns: [TableLayout.Column] = []

  var hints: [Action] { [.open, .follow, .watchNext, .search, .commandLine, .help] }

  func selectedShow(_ world: Surroundings) -> ShowID? { list.selected?.show }

  mutating func refresh(_ world: Surroundings) {
    let rows = TonightPlan(world).rows
    columns = TonightCells.columns(rows.compactMap { $0.item?.cells }, world)
    list.replace(rows, height: height(world)) { $0.isNew || $0.isAhead(of: world.shown) || $0.role == .watching }
  }

  mutating func handle(_ action: Action, _ world: Surroundings) -> Bool {
    if let movement = action.movement {
      list.move(movement, height: height(world))
      return true
    }
    guard action == .now else { return false }
    list.select(height: height(world)) { $0.isAhead(of: world.shown) }
    return true
  }

  mutating func select(at position: Position, _ world: Surroundings) -> Bool {
    let area = Layout.inside(world.layout.main)
    guard let row = List(count: list.count, state: list.state).row(at: position, in: area) else { return false }
    return list.select(row: row, height: area.rows)
  }

  private func height(_ world: Surroundings) -> Int { Layout.inside(world.layout.main).rows }
}

/// A row of Tonight that can be selected.
struct TonightItem: Identifiable, Sendable {
  enum Role: Hashable, Sendable {
    /// An episode's times, gathered.
    case airing(Instant)
    /// What came since the last look.
    case new(Instant)
    /// A show that is being watched.
    case watching
    /// A show that begins today, at an hour that nobody said.
    case premiere
    /// A show of the season, or of this day in a past year.
    case season, anniversary(years: Int)
  }

  struct ID: Hashable, Sendable {
    var show: ShowID
    var role: Role
  }

  var show: ShowID
  var position: Int
  var role: Role
  /// Whether it may have ended without the catalogue knowing.
  var mayHaveEnded = false
  var cells: TonightCells

  var id: ID { ID(show: show, role: role) }

  /// The id of the same episode among what is new; its own where it is none.
  var newsID: ID {
    if case .airing(let at) = role { ID(show: show, role: .new(at)) } else { id }
  }

  /// Whether it came since the last look.
  var isNew: Bool {
    if case .new = role { true } else { false }
  }

  func isAhead(of now: Instant) -> Bool {
    if case .airing(let at) = role { at >= now } else { false }
  }
}
