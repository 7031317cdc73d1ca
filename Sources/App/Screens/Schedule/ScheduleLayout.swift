import Anime
import TUI

/// Where the days of the schedule stand.
struct ScheduleLayout {
  let panel: Rect
  /// Beside the month the selected day, beside a day the selected show; nil where there is no room.
  let detail: Rect?
  /// The names of the days.
  let headings: [Rect]
  /// What is on: one area for each of seven days, or one for the selected day.
  let lists: [Rect]

  /// Whether all seven days are shown.
  var isGrid: Bool { lists.count == 7 }

  /// The places of a week: seven columns where there is room for them, else the selected day alone.
  init(week world: Surroundings) {
    let body = world.layout.body
    guard body.columns >= 126 else {
      panel = world.layout.main
      detail = world.layout.detail
      let inside = Layout.inside(panel)
      headings = Self.seventh(of: inside.inset(horizontal: 1, vertical: 0)).map { $0.split(top: 1).top }
      lists = [inside.split(top: 2).rest]
      return
    }
    let isTall = body.rows >= 40
    let (top, bottom) = body.split(top: isTall ? body.rows - 20 : body.rows)
    panel = top
    detail = isTall ? bottom : nil
    let columns = Self.seventh(of: panel.inset(horizontal: 2, vertical: 1))
    headings = columns.map { $0.split(top: 1).top }
    lists = columns.map { $0.split(top: 2).rest }
  }

  /// The places of a month of so many weeks: a heading for each day of the week, and a cell for each day.
  init(month weeks: Int, _ world: Surroundings) {
    panel = world.layout.table
    detail = world.layout.card
    let inside = Layout.inside(panel).inset(horizontal: 1, vertical: 0)
    let (top, rest) = inside.split(top: 1)
    headings = Self.seventh(of: top)
    let columns = Self.seventh(of: rest)
    lists = (0..<weeks).flatMap { week in
      let rows = rest.rows / weeks
      return columns.map { Rect(column: $0.column, row: $0.row + week * rows, columns: $0.columns, rows: rows) }
    }
  }

  /// Seven places of one width, so that all days say as much; what is left over stands between them.
  private static func seventh(of area: Rect) -> [Rect] {
    let width = area.columns / 7
    return (0..<7).map { index in
      let start = (area.columns - width) * index / 6
      return Rect(column: area.column + start, row: area.row, columns: width, rows: area.rows)
    }
  }
}
