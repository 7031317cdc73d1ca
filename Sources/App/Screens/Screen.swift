import Anime
import TUI

/// One screen as a value: it changes itself and draws itself; what it wants done is the model's to ask for.
protocol Screen: Sendable {
  /// The show that the keys for shows are about.
  func selectedShow(_ world: Surroundings) -> ShowID?
  /// The shows that what is changed is changed for: the selected one, or several where some are marked.
  func selectedShows(_ world: Surroundings) -> [ShowID]
  /// What Enter and the most useful other keys do here, the first first.
  var hints: [Action] { get }
  /// Takes in what has changed in the world.
  mutating func refresh(_ world: Surroundings)
  /// Does what `action` asks for; false where that means nothing here.
  mutating func handle(_ action: Action, _ world: Surroundings) -> Bool
  /// Selects what is at `position`; false where there is nothing.
  mutating func select(at position: Position, _ world: Surroundings) -> Bool
  func draw(on frame: inout Frame, _ world: Surroundings)
}

extension Screen {
  func selectedShows(_ world: Surroundings) -> [ShowID] { selectedShow(world).map { [$0] } ?? [] }
}

extension Action {
  /// The way through a list that it asks for; nil for anything else.
  var movement: ListState.Movement? {
    switch self {
    case .selectNext: .down
    case .selectPrevious: .up
    case .selectFirst: .first
    case .selectLast: .last
    case .pageDown: .pageDown
    case .pageUp: .pageUp
    case .halfPageDown: .halfPageDown
    case .halfPageUp: .halfPageUp
    default: nil
    }
  }
}

extension Surroundings {
  /// Draws a panel's border and title and returns what is inside.
  func panel(_ title: String, note: String = "", footer: String = "", in area: Rect, on frame: inout Frame) -> Rect {
    var line = title.isEmpty ? Line() : Line(title, style: theme[.panelTitle])
    if !note.isEmpty { line.append(marks.separator + note, style: theme[.panelNote]) }
    let foot = footer.isEmpty ? Line() : Line(footer, style: theme[.panelNote])
    return Block(title: line, footer: foot, style: theme[.panel]).draw(in: area, on: &frame.buffer)
  }

  /// The two marks of a show: whether it is followed, and its status.
  func marks(of show: ShowID) -> [(String, StyleName)] {
    let entry = library[show]
    return [
      (entry.isFollowed ? marks.followed : " ", .markFollowed),
      (entry.status.map(marks.status) ?? " ", entry.status?.style ?? .mark),
    ]
  }

  /// Whether a show is one of the user's: followed, or being watched.
  func isMine(_ show: ShowID) -> Bool {
    let entry = library[show]
    return entry.isFollowed || entry.status == .watching || entry.status == .rewatching
  }

  /// Where a show stands in its own time, in a few words.
  func state(of show: ShowSummary) -> String {
    switch show.state(at: shown) {
    case .upcoming: strings.upcoming
    case .airing: strings.airing
    case .ended: strings.ended
    }
  }

  /// Writes a remark into an empty panel, wrapped.
  func remark(_ texts: [String], in area: Rect, on frame: inout Frame) {
    let inside = area.inset(horizontal: 1, vertical: 0)
    var row = inside.row
    for text in texts {
      for line in text.wrapped(to: inside.columns, ambiguity: ambiguity) where row < inside.endRow {
        frame.buffer.write(line, column: inside.column, row: row, style: theme[.textDim], in: inside)
        row += 1
      }
    }
  }
}
