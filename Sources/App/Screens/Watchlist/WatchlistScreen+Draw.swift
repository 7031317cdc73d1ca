import Anime
import TUI

extension WatchlistScreen {
  func draw(on frame: inout Frame, _ world: Surroundings) {
    let place = list.count == 0 ? "" : "\(list.state.selection + 1)/\(Strings.grouped(list.count))"
    let area = world.panel(
      world.strings.watchlist, note: note(world), footer: place, in: world.layout.table, on: &frame)
    drawTabs(in: area, on: &frame.buffer, world)
    if showsField { field.draw(in: area.split(top: 1).rest, on: &frame, world) }
    if field.hasRemark { field.drawRemark(in: area.split(top: 2).rest, on: &frame.buffer, world) }
    drawList(in: listArea(world), frame: &frame, world)
    if let card = world.layout.card { ShowCard(list.selected?.id, world).draw(in: card, on: &frame) }
  }

  private func drawTabs(in area: Rect, on buffer: inout Buffer, _ world: Surroundings) {
    let row = tabRow(world)
    for (tab, text, place) in row.tabs {
      buffer.write(
        Line(text, style: world.theme[tab == self.tab ? .tabSelected : .tab]), in: place.intersection(area))
    }
    for (text, place) in row.marks {
      buffer.write(text, column: place.column, row: place.row, style: world.theme[.tab], in: area)
    }
  }

  /// `Score ▼ · 3 marked`: how the list is sorted, and what is marked.
  private func note(_ world: Surroundings) -> String {
    let order = "\(order.column.head(world.entryStrings)) \(direction(world))"
    let marked = marked
    guard !marked.isEmpty else { return order }
    let hidden = marked.subtracting(list.rows.compactMap { $0.item?.id }).count
    return [world.entryStrings.marked(marked.count, hidden), order].joined(separator: world.marks.separator)
  }

  private func direction(_ world: Surroundings) -> String {
    order.isAscending ? world.marks.ascending : world.marks.descending
  }

  private func drawList(in area: Rect, frame: inout Frame, _ world: Surroundings) {
    guard list.count > 0 else { return world.remark(emptyRemarks(world), in: area, on: &frame) }
    let columns = table.layout(in: tableWidth(world))
    let marked = marked
    if let head = headArea(world) { drawHead(columns, in: head, on: &frame.buffer, world) }
    list.draw(in: area, frame: &frame, world: world) { item, place, isSelected, buffer in
      let row = RowPainter(
        columns, spacing: WatchlistTable.spacing, place: place, isSelected: isSelected, world: world, buffer: &buffer)
      if marked.contains(item.id) {
        buffer.write(
          world.marks.chosen, column: place.column, row: place.row, style: row.color(.markFollowed), in: place)
      }
      WatchlistRow(item, row, table).draw(on: &buffer)
    }
  }

  /// Why nothing is shown, and what would change that.
  private func emptyRemarks(_ world: Surroundings) -> [String] {
    let strings = world.strings
    let follow = world.keymap.key(for: .follow, in: .watchlist) ?? "-"
    let status = world.keymap.key(for: .editStatus, in: .watchlist) ?? "-"
    if world.library.entries.isEmpty { return [world.entryStrings.emptyList(follow, status)] }
    guard field.isEmpty else {
      let clear = world.keymap.key(for: .clearFilters, in: .watchlist).map(strings.clearHint)
      return [strings.nothingMatches, clear].compactMap(\.self)
    }
    if case .saved = tab { return [strings.nothingMatches] }
    return [strings.emptyTab(tab.name(world), follow, status)]
  }

  /// The heads of the columns; the one that the list is sorted by stands out, with its direction.
  private func drawHead(
    _ columns: [TableLayout.Column], in area: Rect, on buffer: inout Buffer, _ world: Surroundings
  ) {
    let place = area.split(left: tableWidth(world) + 2).left
    let row = RowPainter(
      columns, spacing: WatchlistTable.spacing, place: place, isSelected: false, world: world, buffer: &buffer)
    for (index, column) in table.columns.enumerated() {
      let isOrder = column == order.column
      let head = column.head(world.entryStrings) + (isOrder ? direction(world) : "")
      row.write(head, isOrder ? .chipSet : .textFaint, column: index, alignment: column.alignment, on: &buffer)
    }
  }
}
