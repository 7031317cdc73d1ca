import Anime
import TUI

/// Which tabs the watchlist has, and where they stand.
extension WatchlistScreen {
  /// The tabs that are shown: those with something in them, and a few that always are.
  func tabs(in world: Surroundings) -> [WatchlistTab] {
    WatchlistTab.all(world).filter { counts[$0] != nil || $0 == tab || $0.isConstant }
  }

  /// The tabs that fit, with marks where there are more.
  struct TabRow {
    var tabs: [(tab: WatchlistTab, text: String, place: Rect)] = []
    var marks: [(text: String, place: Position)] = []
  }

  /// Where the tabs stand: all of them, or a run with the present one.
  ///
  ///     ‹ planned 4  followed 24  rewatching 4  paused 4 ›
  func tabRow(_ world: Surroundings) -> TabRow {
    let area = inside(world).inset(horizontal: 1, vertical: 0)
    let all = tabs(in: world)
    let texts = all.map { text($0, world) }
    let run = run(of: texts, around: all.firstIndex(of: tab) ?? 0, in: area.columns, world)
    var row = TabRow()
    var column = area.column
    if run.lowerBound > 0 {
      row.marks.append((world.marks.before, Position(column: column, row: area.row)))
      column += 2
    }
    for index in run {
      let columns = world.widest([texts[index]])
      row.tabs.append((all[index], texts[index], Rect(column: column, row: area.row, columns: columns, rows: 1)))
      column += columns + 2
    }
    if run.upperBound < all.count {
      row.marks.append((world.marks.after, Position(column: column - 1, row: area.row)))
    }
    return row
  }

  /// The tabs that fit into `columns`: the last ones go first, but never the one at `selected`.
  private func run(of texts: [String], around selected: Int, in columns: Int, _ world: Surroundings) -> Range<Int> {
    var run = texts.indices
    func width() -> Int {
      let marks = (run.lowerBound > 0 ? 2 : 0) + (run.upperBound < texts.count ? 2 : 0)
      return run.reduce(marks - 2) { $0 + world.widest([texts[$1]]) + 2 }
    }
    while run.count > 1, width() > columns {
      run = run.upperBound - 1 > selected ? run.dropLast() : run.dropFirst()
    }
    return run
  }

  private func text(_ tab: WatchlistTab, _ world: Surroundings) -> String {
    "\(tab.name(world)) \(counts[tab] ?? 0)"
  }
}
