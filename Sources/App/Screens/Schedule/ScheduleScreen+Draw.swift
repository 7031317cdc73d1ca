import Anime
import TUI

extension ScheduleScreen {
  func draw(on frame: inout Frame, _ world: Surroundings) {
    let strings = world.strings
    let layout = ScheduleLayout(world)
    var note = strings.week(monday, monday.adding(days: 6))
    if isFollowedOnly { note += world.marks.separator + strings.followedOnly }
    _ = world.panel(strings.schedule, note: note, in: layout.panel, on: &frame)
    for (index, area) in layout.headings.enumerated() { drawHeading(index, in: area, on: &frame.buffer, world) }
    if layout.isGrid {
      for (index, area) in layout.lists.enumerated() { drawColumn(index, in: area, on: &frame.buffer, world) }
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
    let short = world.strings.shortDay(date)
    let text = world.widest([short]) < area.columns ? short : String(date.day)
    buffer.write(Line(text, style: world.theme[style]), in: area.split(left: area.columns - 1).left)
  }

  /// One day of seven.
  private func drawColumn(_ index: Int, in area: Rect, on buffer: inout Buffer, _ world: Surroundings) {
    let items = days[index]
    let isToday = index == dayIndex
    let list = List(count: items.count, state: isToday ? state : ListState(), scrollbar: nil)
    list.draw(in: area, on: &buffer) { row, place, isSelected, buffer in
      draw(items[row], in: place.split(left: place.columns - 1).left, isSelected && isToday, on: &buffer, world)
    }
  }

  private func draw(
    _ item: Item, in place: Rect, _ isSelected: Bool, on buffer: inout Buffer, _ world: Surroundings
  ) {
    if isSelected { buffer.fill(place, style: world.theme[.listSelected]) }
    func color(_ style: StyleName) -> Style { world.theme[isSelected ? .listSelected : style] }
    let isFollowed = world.library[item.id.show].isFollowed
    let time = item.cells.time.padded(to: 5, ambiguity: world.ambiguity)
    let line = Line([
      Span(time, style: color(item.cells.timeStyle)),
      Span(isFollowed ? world.marks.followed : " ", style: color(.markFollowed)),
      Span(world.title(at: item.position), style: color(item.cells.titleStyle)),
    ])
    buffer.write(line, in: place)
  }

  /// One day alone, with the columns of Tonight.
  private func drawDay(in area: Rect, frame: inout Frame, _ world: Surroundings) {
    guard !items.isEmpty else { return world.remark([world.strings.nothingThatDay], in: area, on: &frame) }
    let columns = TonightCells.columns(items.map(\.cells), world)
    let list = List(count: items.count, state: state, scrollbar: world.theme[.listScrollbar])
    list.draw(in: area, on: &frame.buffer) { index, place, isSelected, buffer in
      let row = RowPainter(columns, place: place, isSelected: isSelected, world: world, buffer: &buffer)
      let item = items[index]
      item.cells.draw(title: world.title(at: item.position), world.marks(of: item.id.show), row, on: &buffer)
    }
  }
}
