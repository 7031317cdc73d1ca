import Anime
import TUI

extension MirrorsScreen {
  func draw(on frame: inout Frame, _ world: Surroundings) {
    let strings = world.strings.mirrors
    let panels = panels(world)
    let note = overview.map { self.note($0, world) } ?? ""
    let footer = list.selected.map { "\(place(of: $0))/\(list.rows.count { $0.item != nil })" } ?? ""
    let area = world.panel(strings.title, note: note, footer: footer, in: panels.list, on: &frame)
    drawList(in: area, frame: &frame, world)
    guard let sheet = panels.sheet else { return }
    let inside = world.panel(list.selected?.host ?? "", in: sheet, on: &frame).inset(horizontal: 1, vertical: 0)
    guard let mirror = list.selected else { return }
    MirrorSheet(mirror, isDisputed: provider?.isDisputed ?? false, world).draw(in: inside, on: &frame.buffer)
  }

  /// How many can be counted on; nothing while this side is to blame, and nobody can tell.
  private func note(_ overview: MirrorsOverview, _ world: Surroundings) -> String {
    let mirrors = overview.mirrors
    return mirrors.isEmpty || overview.localFault != nil
      ? "" : world.strings.mirrors.usableOf(mirrors.count { $0.state.isUsable }, mirrors.count)
  }

  /// The number of `mirror` in the list, from 1.
  private func place(of mirror: MirrorLine) -> Int {
    list.rows.compactMap(\.item).prefix { $0.id != mirror.id }.count + 1
  }

  private func drawList(in area: Rect, frame: inout Frame, _ world: Surroundings) {
    guard let overview else {
      let text = failure.map { world.strings.message(for: $0, in: world.zone) } ?? world.strings.mirrors.awaited
      return world.remark([text], in: area, on: &frame)
    }
    let places = places(world)
    for (index, line) in banner(width: places.banner.columns, world).prefix(places.banner.rows).enumerated() {
      frame.buffer.write(line, column: places.banner.column, row: places.banner.row + index, in: places.banner)
    }
    guard overview.providers.contains(where: { !$0.mirrors.isEmpty }) else {
      return world.remark([world.strings.mirrors.none], in: places.list, on: &frame)
    }
    let columns = MirrorCells.columns(list.rows.compactMap(\.item), world)
    list.draw(in: places.list, frame: &frame, world: world) { mirror, place, isSelected, buffer in
      let row = RowPainter(columns, place: place, isSelected: isSelected, world: world, buffer: &buffer)
      MirrorCells(mirror, world).draw(row, on: &buffer)
    }
  }
}
