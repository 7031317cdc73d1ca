import TUI
import TUINcurses
import Testing

@Suite struct CellPainterTests {
  private let size = Size(columns: 30, rows: 4)

  private func paint(_ buffer: Buffer, from old: Buffer, depth: ColorDepth = .trueColor) -> [UInt8] {
    var painter = CellPainter(depth: depth)
    for run in BufferDiff(from: old, to: buffer).runs { painter.paint(buffer, row: run.row, columns: run.columns) }
    return painter.bytes
  }

  private func line(_ text: String, _ style: Style = .plain) -> Buffer {
    var buffer = Buffer(size: size)
    buffer.write(text, column: 0, row: 1, style: style, in: buffer.area)
    return buffer
  }

  private func bytes(_ text: String, _ style: Style, _ depth: ColorDepth) -> String {
    String(decoding: paint(line(text, style), from: Buffer(size: size), depth: depth), as: UTF8.self)
  }

  @Test func `Nothing changed is no bytes`() {
    #expect(paint(line("夜桜"), from: line("夜桜")).isEmpty)
  }

  @Test(arguments: [
    (ColorDepth.trueColor, "\u{1B}[2;1H\u{1B}[0;1;38;2;255;183;197mx"),
    (.palette256, "\u{1B}[2;1H\u{1B}[0;1;38;5;218mx"),
    (.sixteen, "\u{1B}[2;1H\u{1B}[0;1;37mx"), (.none, "\u{1B}[2;1H\u{1B}[0;1mx"),
  ])
  func `A colour is reduced to what the terminal shows`(_ depth: ColorDepth, _ expected: String) {
    #expect(bytes("x", Style(foreground: .rgb(255, 183, 197), attributes: .bold), depth) == expected)
  }

  @Test func `A true colour that the palette has is named by its number`() {
    #expect(bytes("x", Style(foreground: .rgb(255, 255, 255)), .trueColor) == "\u{1B}[2;1H\u{1B}[0;38;5;231mx")
  }

  @Test func `A short gap is painted again rather than crossed`() {
    let old = line("abcdef")
    #expect(String(decoding: paint(line("xbcdey"), from: old), as: UTF8.self) == "\u{1B}[2;1H\u{1B}[0mx\u{1B}[4Cy")
    #expect(String(decoding: paint(line("xbcyef"), from: old), as: UTF8.self) == "\u{1B}[2;1H\u{1B}[0mxbcy")
  }

  @Test func `A blank needs no foreground`() {
    var next = Buffer(size: size)
    next.write("a", column: 0, row: 0, style: Style(foreground: .indexed(9)), in: next.area)
    next.fill(Rect(column: 1, row: 0, columns: 2, rows: 1), style: Style(foreground: .indexed(4)))
    #expect(String(decoding: paint(next, from: Buffer(size: size)), as: UTF8.self) == "\u{1B}[1;1H\u{1B}[0;91ma  ")
  }

  @Test func `Where ambiguous characters are wide the cursor is placed anew after each`() {
    var next = Buffer(size: size, ambiguity: .wide)
    next.write("★a", column: 0, row: 0, style: .plain, in: next.area)
    let bytes = paint(next, from: Buffer(size: size, ambiguity: .wide))
    #expect(String(decoding: bytes, as: UTF8.self) == "\u{1B}[1;1H\u{1B}[0m★\u{1B}[1;3Ha")
  }

  @Test func `A terminal shows any sequence of frames as they are`() {
    let texts = ["弹幕", "danmaku", "8888", "進撃の巨人", " ", "ﾊﾝｶｸ", "か", "★"]
    let styles = [
      Style(), Style(foreground: .rgb(255, 0, 9)), Style(foreground: .indexed(211), background: .indexed(234)),
      Style(background: .rgb(1, 2, 3), attributes: [.bold, .underline]), Style(attributes: [.dim, .italic, .reverse]),
    ]
    var random = SystemRandomNumberGenerator()
    var terminal = MiniTerminal(size: size)
    var shown = Buffer(size: size)
    for _ in 0..<200 {
      var next = Bool.random(using: &random) ? shown : Buffer(size: size)
      for _ in 0..<6 {
        next.write(
          texts.randomElement(using: &random) ?? "", column: .random(in: -6..<30, using: &random),
          row: .random(in: 0..<4, using: &random), style: styles.randomElement(using: &random) ?? .plain, in: next.area)
      }
      terminal.feed(paint(next, from: shown))
      shown = next
      #expect(zip(terminal.cells, shown.cells).allSatisfy(looksAlike))
    }
  }

  /// A blank's foreground and weight cannot be seen.
  private func looksAlike(_ one: Cell, _ other: Cell) -> Bool {
    let lines: Style.Attributes = [.underline, .reverse]
    guard one.character == " ", one.width == 1 else { return one == other }
    guard one.style.attributes.isDisjoint(with: lines) else { return one == other }
    return one.glyph == other.glyph && one.style.background == other.style.background
      && other.style.attributes.isDisjoint(with: lines)
  }
}
