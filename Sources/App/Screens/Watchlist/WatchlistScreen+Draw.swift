import Anime
import TUI

extension WatchlistScreen {
  func draw(on frame: inout Frame, _ world: Surroundings) {
    let strings = world.strings
    let area = world.panel(
      strings.watchlist, note: name(of: order, strings), in: world.layout.main, on: &frame)
    for (tab, text, place) in tabs(world) {
      frame.buffer.write(
        Line(text, style: world.theme[tab == self.tab ? .tabSelected : .tab]), in: place.intersection(area))
    }
    if showsField { field.draw(in: area.split(top: 1).rest, on: &frame, world) }
    if field.hasRemark { field.drawRemark(in: area.split(top: 2).rest, on: &frame.buffer, world) }
    drawList(in: listArea(world), frame: &frame, world)
    if let detail = world.layout.detail {
      ShowCard(list.selected?.id, world).draw(in: detail, on: &frame)
    }
  }

  private func name(of order: Order, _ strings: Strings) -> String {
    switch order {
    case .changed: strings.byChange
    case .title: strings.byTitle
    case .score: strings.byScore
    }
  }

  private func drawList(in area: Rect, frame: inout Frame, _ world: Surroundings) {
    guard list.count > 0 else {
      guard field.isEmpty else { return world.remark([world.strings.nothingMatches], in: area, on: &frame) }
      let follow = world.keymap.key(for: .follow, in: .watchlist) ?? "-"
      let status = world.keymap.key(for: .editStatus, in: .watchlist) ?? "-"
      return world.remark([world.strings.emptyTab(name(of: tab, world), follow, status)], in: area, on: &frame)
    }
    let entries = list.rows.compactMap(\.item).map { world.library[$0.id] }
    let progress = entries.map { progressText($0, world) }
    let columns: [TableLayout.Column] = [
      .init(width: 1, priority: 6), .init(width: 1, priority: 5), .init(minimum: 16, priority: 9),
      .init(minimum: 0, maximum: entries.contains { !$0.note.isEmpty } ? 24 : 0, priority: 1),
      .init(width: 10, priority: 2), .init(width: world.widest(progress), priority: 8),
      .init(width: entries.contains { $0.score != nil } ? 4 : 0, priority: 7),
    ]
    list.draw(in: area, frame: &frame, world: world) { item, place, isSelected, buffer in
      let row = RowPainter(columns, place: place, isSelected: isSelected, world: world, buffer: &buffer)
      drawItem(item, row, world, &buffer)
    }
  }

  private func drawItem(_ item: Item, _ row: RowPainter, _ world: Surroundings, _ buffer: inout Buffer) {
    let entry = world.library[item.id]
    let marks = world.marks(of: item.id)
    let summary = item.position.map(world.catalogue.summary)
    let isGone = summary?.isGone ?? true
    row.write(marks[0].0, marks[0].1, column: 0, on: &buffer)
    row.write(marks[1].0, marks[1].1, column: 1, on: &buffer)
    row.write(world.title(of: item.id), isGone ? .textFaint : .list, column: 2, on: &buffer)
    row.write(entry.note, .textFaint, column: 3, on: &buffer)
    if let count = summary?.episodeCount, count > 0, entry.progress > 0, let area = row.area(4) {
      let fraction = Double(entry.progress) / Double(count)
      Gauge(fraction, style: row.color(.gauge), rest: row.color(.gaugeRest)).draw(in: area, on: &buffer)
    }
    row.write(progressText(entry, world), .textDim, column: 5, alignment: .right, on: &buffer)
    row.write(
      entry.score.map(world.configuration.scoreScale.text) ?? "", .new, column: 6, alignment: .right, on: &buffer)
  }

  private func progressText(_ entry: ListEntry, _ world: Surroundings) -> String {
    let show = world.catalogue.position(of: entry.show).map(world.catalogue.summary)
    if entry.isFollowed, let begin = show?.begin, begin > world.shown {
      let day = world.strings.monthDay(Zone.japan.civil(begin).date)
      return [world.strings.reserved, day, world.strings.relative(begin, now: world.shown)]
        .joined(separator: world.marks.separator)
    }
    return world.strings.progress(entry.progress, show?.episodeCount)
  }
}
