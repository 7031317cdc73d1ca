import TUI
import TUITesting
import Testing

@Suite struct WidgetTests {
  private func picture(
    _ columns: Int, _ rows: Int, ambiguity: TextWidth.Ambiguity = .narrow, draw: (Rect, inout Buffer) -> Void
  ) -> String {
    var buffer = Buffer(size: Size(columns: columns, rows: rows), ambiguity: ambiguity)
    draw(buffer.area, &buffer)
    return ScreenPicture(buffer).text
  }

  @Test func `A block has its title in the border`() {
    let text = picture(14, 3) { Block(title: "今夜", footer: "1/9").draw(in: $0, on: &$1) }
    #expect(text == "╭ 今夜 ──────╮\n│            │\n╰─────── 1/9 ╯\n")
  }

  @Test func `A title longer than the border is cut`() {
    let text = picture(10, 2) { Block(title: "葬送のフリーレン").draw(in: $0, on: &$1) }
    #expect(text == "╭ 葬送… ─╮\n╰────────╯\n")
  }

  @Test func `Where boxes are ambiguous they are ASCII`() {
    let text = picture(8, 3, ambiguity: .wide) { Block(title: "夜").draw(in: $0, on: &$1) }
    #expect(text == "+ 夜 --+\n|      |\n+------+\n")
  }

  @Test(arguments: [(0, 0), (1, 1), (2, 1), (1, 2), (2, 2), (3, 2)])
  func `A block without room draws what it can`(_ columns: Int, _ rows: Int) {
    _ = picture(columns, rows) { area, buffer in
      let inside = Block(title: "title", footer: "footer").draw(in: area, on: &buffer)
      #expect(inside.isEmpty)
    }
  }

  @Test func `A list shows the selected row and where it is`() {
    var state = ListState()
    state.move(.last, count: 10, rows: 4)
    let text = picture(6, 4) { area, buffer in
      List(count: 10, state: state).draw(in: area, on: &buffer) { row, area, isSelected, buffer in
        buffer.write((isSelected ? ">" : " ") + "\(row)", column: 0, row: area.row, style: .plain, in: area)
      }
    }
    #expect(text == " 6\n 7\n 8\n>9   ▐\n")
  }

  @Test func `A row is found under the mouse`() {
    let list = List(count: 3, state: ListState())
    let area = Rect(column: 2, row: 1, columns: 5, rows: 4)
    #expect(list.row(at: Position(column: 3, row: 2), in: area) == 1)
    #expect(list.row(at: Position(column: 3, row: 4), in: area) == nil)
    #expect(list.row(at: Position(column: 1, row: 2), in: area) == nil)
  }

  @Test func `A status line drops the last items first`() {
    let line = StatusLine(items: ["Enter open", "f follow", "w watched"], note: "offline ⟳ 40s")
    #expect(picture(50, 1) { line.draw(in: $0, on: &$1) } == " Enter open  f follow  w watched    offline ⟳ 40s\n")
    #expect(picture(37, 1) { line.draw(in: $0, on: &$1) } == " Enter open  f follow  offline ⟳ 40s\n")
    #expect(picture(28, 1) { line.draw(in: $0, on: &$1) } == " Enter open   offline ⟳ 40s\n")
  }

  @Test(arguments: [
    (50, " Enter open  f follow  ? help       offline ⟳ 40s\n"), (43, " Enter open  ? help          offline ⟳ 40s\n"),
    (36, " Enter open  ? help   offline ⟳ 40s\n"), (12, " E…  ? help\n"),
  ])
  func `A status line keeps one item to the last`(_ columns: Int, _ expected: String) {
    let line = StatusLine(
      items: ["Enter open", "f follow"], kept: "? help", note: columns < 20 ? "" : "offline ⟳ 40s")
    #expect(picture(columns, 1) { line.draw(in: $0, on: &$1) } == expected)
  }

  @Test func `A sparkline keeps the greatest of what shares a cell`() {
    #expect(picture(4, 1) { Sparkline([0, 1, 2, 8, 4, 4, 0, 0]).draw(in: $0, on: &$1) } == "▁█▄\n")
    #expect(picture(2, 1, ambiguity: .wide) { Sparkline([1, 9]).draw(in: $0, on: &$1) } == ".@\n")
    #expect(picture(3, 1) { Sparkline([]).draw(in: $0, on: &$1) } == "\n")
  }

  @Test(arguments: [(1, "  ▂▄\n"), (-2, "▄█\n"), (9, "\n")])
  func `A sparkline moves its bars and leaves nothing behind them`(_ shift: Int, _ expected: String) {
    let moved = picture(4, 1) { Sparkline([0, 2, 4, 8], maximum: 8, shift: shift).draw(in: $0, on: &$1) }
    #expect(moved == expected)
  }

  @Test(arguments: [
    (["葬送の", "Frieren"], 13, "葬送のFrieren\n"), (["葬送の", "Frieren"], 12, "葬送のFrier…\n"),
    (["葬送の", "Frieren"], 6, "葬送…\n"), (["葬送の", ""], 6, "葬送の\n"), (["a葬送", " b"], 5, "a葬…\n"),
    (["ab", "c", "d"], 1, "…\n"), (["ab"], 0, "\n"),
  ])
  func `A row ends with an ellipsis where its texts are longer`(
    _ texts: [String], _ columns: Int, _ expected: String
  ) {
    let row = picture(columns, 1) { area, buffer in
      var writer = RowWriter(area)
      for text in texts { writer.write(text, style: .plain, on: &buffer) }
    }
    #expect(row == expected)
  }

  @Test func `An ellipsis looks like what it cuts`() {
    var buffer = Buffer(size: Size(columns: 4, rows: 1))
    var writer = RowWriter(buffer.area)
    writer.write("ab", style: Style(foreground: .indexed(1)), on: &buffer)
    writer.write("cdef", style: Style(foreground: .indexed(2)), on: &buffer)
    #expect(buffer[3, 0].style.foreground == .indexed(2))
    #expect(buffer[1, 0].style.foreground == .indexed(1))
  }

  @Test(arguments: [
    (0.0, "────\n"), (0.5, "━━──\n"), (0.6, "━━╸─\n"), (1.0, "━━━━\n"), (.nan, "────\n"), (7.0, "━━━━\n"),
  ])
  func `A gauge is exact to half a cell`(_ fraction: Double, _ expected: String) {
    #expect(picture(4, 1) { Gauge(fraction).draw(in: $0, on: &$1) } == expected)
  }

  @Test func `A popup stands at the centre and cuts what it covers`() {
    let text = picture(12, 4) { area, buffer in
      for row in 0..<4 { buffer.write("夜夜夜夜夜夜", column: 0, row: row, style: .plain, in: area) }
      _ = Popup(block: Block(), size: Size(columns: 6, rows: 2)).draw(in: area, on: &buffer)
    }
    #expect(text == "夜夜夜夜夜夜\n夜 ╭────╮ 夜\n夜 ╰────╯ 夜\n夜夜夜夜夜夜\n")
  }
}
