import Anime
import TUI

extension ScheduleScreen {
  func draw(on frame: inout Frame, _ world: Surroundings) {
    let layout = layout(world)
    let strings = world.strings
    let span = view == .week ? strings.week(monday, monday.adding(days: 6)) : strings.month(day)
    let note = ([span] + filter.words(world)).joined(separator: world.marks.separator)
    _ = world.panel(strings.schedule, note: note, in: layout.panel, on: &frame)
    if view == .month { return drawMonth(layout, on: &frame, world) }
    for (index, area) in layout.headings.enumerated() { drawHeading(index, in: area, on: &frame.buffer, world) }
    if layout.isGrid {
      for (index, area) in layout.lists.enumerated() { drawColumn(index, in: area, on: &frame, world) }
    } else if let area = layout.lists.first {
      drawDay(in: area, frame: &frame, world)
    }
    if let detail = layout.detail {
      ShowCard(selected?.id.show, world).draw(in: detail, on: &frame)
    }
  }

  private func drawHeading(_ index: Int, in area: Rect, on buffer: inout Buffer, _ world: Surroundings) {
    let date = monday.adding(days: index)
    let isToday = date == world.today
    let style: StyleName = index == dayIndex ? .tabSelected : isToday ? .new : .tab
    let mark = Line(world.marks.followed, style: world.theme[.markFollowed])
    // The mark stands at its own day, and a blank before the next one.
    let room = area.columns - 1 - mark.width(ambiguity: world.ambiguity)
    let short = world.strings.shortDay(date)
    let forms = [short, short.replacing(" ", with: "")]
    let text = forms.first { world.widest([$0]) <= room } ?? String(date.day)
    buffer.write(Line(text, style: world.theme[style]), in: area.split(left: area.columns - 1).left)
    let left = room - world.widest([text])
    guard left >= 0, days.items(on: date).contains(where: \.isMine) else { return }
    buffer.write(mark, in: area.split(left: world.widest([text]) + min(1, left)).rest)
  }

  /// One day of seven.
  private func drawColumn(_ index: Int, in area: Rect, on frame: inout Frame, _ world: Surroundings) {
    let isHere = index == dayIndex
    // Wide columns tell by a bar that there is more than is seen, and stand two blanks apart.
    let isWide = area.columns >= 20
    let area = area.split(left: area.columns - (isWide ? 2 : 1)).left
    lists[index].draw(in: area, frame: &frame, world: world, showsScrollbar: isWide) {
      item, place, isSelected, buffer in
      draw(item, in: place, isSelected && isHere, on: &buffer, world)
    }
  }

  private func draw(
    _ item: ScheduleItem, in place: Rect, _ isSelected: Bool, on buffer: inout Buffer, _ world: Surroundings
  ) {
    if isSelected { buffer.fill(place, style: world.theme[.listSelected]) }
    func color(_ style: StyleName) -> Style { world.theme[isSelected ? .listSelected : style] }
    let cells = item.cells(world)
    let mark = mark(of: item, world)
    let time = cells.time.padded(to: 5, ambiguity: world.ambiguity)
    let line = Line([
      Span(time, style: color(item.first.isMoved ? .new : cells.timeStyle)),
      Span(" ", style: color(.text)), Span(mark.text, style: color(mark.style)), Span(" ", style: color(.text)),
      Span(world.title(at: item.first.position), style: color(cells.titleStyle)),
    ])
    buffer.write(line, in: place)
  }

  /// What the user has to do with it, in one cell before a title: that it is followed, or else how it stands in the list.
  func mark(of item: ScheduleItem, _ world: Surroundings) -> (text: String, style: StyleName) {
    world.marks(of: item.id.show).first { $0.0 != " " } ?? (" ", .mark)
  }

  /// One day alone, with the columns of Tonight.
  private func drawDay(in area: Rect, frame: inout Frame, _ world: Surroundings) {
    let items = days.items(on: day)
    guard !items.isEmpty else { return world.remark([world.strings.nothingThatDay], in: area, on: &frame) }
    let columns = TonightCells.columns(items.map { $0.cells(world) }, world)
    lists[dayIndex].draw(in: area, frame: &frame, world: world) { item, place, isSelected, buffer in
      let row = RowPainter(columns, place: place, isSelected: isSelected, world: world, buffer: &buffer)
      item.cells(world).draw(
        title: world.title(at: item.first.position), world.marks(of: item.id.show), row, on: &buffer)
    }
  }
}
