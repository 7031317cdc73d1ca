import Anime
import TUI

extension ScheduleScreen {
  /// A month: a cell for each day with what is on, the user's shows first, and beside it the selected day.
  ///
  ///     Mon         Tue
  ///     10 ●1 +30   11 +24
  ///     ● 葬送の…
  func drawMonth(_ layout: ScheduleLayout, on frame: inout Frame, _ world: Surroundings) {
    for (index, area) in layout.headings.enumerated() {
      let name = world.strings.weekday((index + 1) % 7)
      frame.buffer.write(Line(name, style: world.theme[.textFaint]), in: area)
    }
    for (date, area) in zip(month, layout.lists) { drawCell(date, in: area, on: &frame.buffer, world) }
    if let detail = layout.detail { drawSelectedDay(in: detail, on: &frame, world) }
  }

  private func drawCell(_ date: CivilDate, in area: Rect, on buffer: inout Buffer, _ world: Surroundings) {
    let items = days.items(on: date)
    let isSelected = date == day
    let place = area.split(left: area.columns - 1).left
    let (top, rest) = place.split(top: 1)
    if isSelected { buffer.fill(top, style: world.theme[.listSelected]) }
    buffer.write(
      Line(String(date.day).padded(to: 2, ambiguity: world.ambiguity), style: world.theme[style(of: date, world)]),
      in: top)
    drawCount(items, isSelected, in: top.split(left: 2).rest, on: &buffer, world)
    // A blank row between the weeks where there are rows to spare; and what is narrower than a word says nothing.
    let rows = rest.columns < 8 ? 0 : rest.rows < 4 ? rest.rows : rest.rows - 1
    for (row, item) in shown(items, rows: rows).enumerated() {
      let line = line(of: item, style(of: item, date, world), columns: rest.columns, world)
      buffer.write(line, in: Rect(column: rest.column, row: rest.row + row, columns: rest.columns, rows: 1))
    }
  }

  /// `22:30 ● 葬送のフリーレン` as in a week; where a cell is narrow, `●葬送の…`.
  private func line(of item: ScheduleItem, _ style: StyleName, columns: Int, _ world: Surroundings) -> Line {
    let (color, mark) = (world.theme[style], mark(of: item, world))
    let title = Span(world.title(at: item.first.position), style: color)
    let marked = Span(mark.text, style: world.theme[mark.style])
    guard columns >= 18 else { return Line(mark.text == " " ? [title] : [marked, title]) }
    let time = item.clock(world).padded(to: 5, ambiguity: world.ambiguity)
    return Line([Span(time + " ", style: color), marked, Span(" ", style: color), title])
  }

  /// How much of it is the user's, and how much more is on; where a cell is narrow, only that some is the user's.
  private func drawCount(
    _ items: [ScheduleItem], _ isSelected: Bool, in area: Rect, on buffer: inout Buffer, _ world: Surroundings
  ) {
    let followed = items.count(where: \.isMine)
    guard !items.isEmpty, area.columns > 0 else { return }
    let isWide = area.columns >= 7
    var line = Line()
    if followed > 0 {
      let text = isWide ? " \(world.marks.followed)\(followed)" : world.marks.followed
      line.append(text, style: world.theme[isSelected ? .listSelected : .markFollowed])
    }
    if isWide, items.count > followed {
      line.append(" +\(items.count - followed)", style: world.theme[isSelected ? .listSelectedDim : .textFaint])
    }
    buffer.write(line, in: area)
  }

  /// The user's shows; where cells are high, the others below them.
  private func shown(_ items: [ScheduleItem], rows: Int) -> ArraySlice<ScheduleItem> {
    let followed = items.filter(\.isMine)
    return (rows < 3 ? followed : followed + items.filter { !$0.isMine }).prefix(rows)
  }

  private func style(of date: CivilDate, _ world: Surroundings) -> StyleName {
    if date == day { return .listSelected }
    if date == world.today { return .new }
    return date.month == day.month ? .text : .textFaint
  }

  private func style(of item: ScheduleItem, _ date: CivilDate, _ world: Surroundings) -> StyleName {
    guard item.isMine, date.month == day.month else { return .textFaint }
    return item.first.at < world.shown ? .textDim : .text
  }

  /// The selected day of the month, as far as it fits: to be opened, not to be walked through.
  private func drawSelectedDay(in area: Rect, on frame: inout Frame, _ world: Surroundings) {
    let inside = world.panel(world.strings.longDay(day), in: area, on: &frame)
    let items = days.items(on: day)
    guard !items.isEmpty else { return world.remark([world.strings.nothingThatDay], in: inside, on: &frame) }
    let cells = items.map { $0.cells(world) }
    let columns = TonightCells.columns(cells, world)
    for (index, item) in items.prefix(inside.rows).enumerated() {
      let place = Rect(column: inside.column, row: inside.row + index, columns: inside.columns, rows: 1)
      let row = RowPainter(columns, place: place, isSelected: false, world: world, buffer: &frame.buffer)
      cells[index].draw(
        title: world.title(at: item.first.position), world.marks(of: item.id.show), row, on: &frame.buffer)
    }
  }
}
