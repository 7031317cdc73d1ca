import Anime
import TUI

/// Which tabs the watchlist has, and where they stand.
extension WatchlistScreen {
  /// The tabs that are shown: those with something in them, and a few that always are.
  func tabs(in world: Surroundings) -> [WatchlistTab] {
    WatchlistTab.all(world).filter { counts[$0] != nil || $0 == tab || $0.isConstant }
  }

  /// Where the tabs stand; those that do not fit are left out, but never the present one.
  func tabs(_ world: Surroundings) -> [(tab: WatchlistTab, text: String, place: Rect)] {
    let area = inside(world).inset(horizontal: 1, vertical: 0)
    var shown = tabs(in: world)
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

  private func text(_ tab: WatchlistTab, _ world: Surroundings) -> String {
    "\(tab.name(world)) \(counts[tab] ?? 0)"
  }
}
