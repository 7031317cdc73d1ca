import TUI
import TUITesting
import Testing

@Suite struct BufferTests {
  private func buffer(_ columns: Int, _ rows: Int = 1) -> Buffer { Buffer(size: Size(columns: columns, rows: rows)) }

  private func row(_ text: String, from column: Int, columns: Int, in area: Rect? = nil) -> String {
    var buffer = buffer(columns)
    buffer.fill(buffer.area, style: .plain)
    for place in 0..<columns { buffer.write(".", column: place, row: 0, style: .plain, in: buffer.area) }
    buffer.write(text, column: column, row: 0, style: .plain, in: area ?? buffer.area)
    return ScreenPicture(buffer).rows[0]
  }

  @Test func `A wide character that would cross the right edge is a blank`() {
    #expect(row("進撃の", from: 0, columns: 5) == "進撃")
  }

  @Test func `A wide character that would cross the left edge is a blank`() {
    #expect(row("進撃", from: -1, columns: 5) == " 撃..")
  }

  @Test func `An area clips on both sides`() {
    #expect(row("あいうえお", from: 0, columns: 10, in: Rect(column: 3, row: 0, columns: 4, rows: 1)) == "... う ...")
  }

  @Test func `Writing over half of a wide character blanks the other half`() {
    var buffer = buffer(6)
    buffer.write("夜桜夜", column: 0, row: 0, style: .plain, in: buffer.area)
    buffer.write("x", column: 1, row: 0, style: .plain, in: buffer.area)
    buffer.fill(Rect(column: 4, row: 0, columns: 1, rows: 1), style: .plain)
    #expect(ScreenPicture(buffer).rows[0] == " x桜")
  }

  @Test func `Text outside the rows is measured and not drawn`() {
    var buffer = buffer(4)
    #expect(buffer.write("夜桜", column: 0, row: 3, style: .plain, in: buffer.area) == 4)
    #expect(ScreenPicture(buffer).rows == [""])
  }

  @Test(arguments: [
    String(repeating: "長", count: 10_000), "\u{1B}[2J\u{1B}]0;title\u{7}", "\u{202E}\u{2066}rtl",
    "Z" + String(repeating: "\u{335}", count: 400), String(repeating: "👩\u{200D}", count: 300),
    "क्षि\u{200D}🇯\u{1FAE8}\u{FE0F}\0",
  ])
  func `No text shifts a row or leaves half a character`(_ text: String) {
    for column in -3...20 {
      var buffer = buffer(20)
      buffer.write(text, column: column, row: 0, style: .plain, in: Rect(column: 2, row: 0, columns: 15, rows: 1))
      for place in 0..<20 {
        let isRightHalf = buffer[place, 0].width == 0
        #expect(isRightHalf == (place > 0 && buffer[place - 1, 0].width == 2))
        #expect(buffer[place, 0].glyph.scalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F })
      }
      #expect(buffer[1, 0] == .blank)
      #expect(buffer[17, 0] == .blank)
    }
  }
}
