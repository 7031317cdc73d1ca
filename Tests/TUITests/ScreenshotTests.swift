import TUI
import TUITesting
import Testing

@Suite struct ScreenshotTests {
  private func svg(_ text: String, style: Style = .plain) -> String {
    var buffer = Buffer(size: Size(columns: 20, rows: 1))
    buffer.write(text, column: 0, row: 0, style: style, in: buffer.area)
    return Screenshot(buffer).svg
  }

  @Test func `Chinese characters are one text, emoji stand alone`() {
    #expect(svg("夜桜🌸").contains("<text x=\"1\" y=\"15\" fill=\"#d0d0d0\" class=\"w\">夜桜</text>"))
    #expect(svg("夜桜🌸").contains("<text x=\"45\" y=\"15\" fill=\"#d0d0d0\" class=\"m\">🌸</text>"))
  }

  @Test func `Latin text is exactly as long as its cells`() {
    #expect(svg("a<b&c").contains("textLength=\"180\""))
    #expect(svg("a<b&c").contains(">a&lt;b&amp;c"))
  }

  @Test func `Colours and weights are those of the cells`() {
    let picture = svg("x", style: Style(foreground: .indexed(211), background: .rgb(1, 2, 255), attributes: .bold))
    #expect(picture.contains("fill=\"#ff87af\" class=\"b\""))
    #expect(picture.contains("<rect x=\"0\" y=\"0\" width=\"9\" height=\"20\" fill=\"#0102ff\"/>"))
  }

  @Test func `A border is drawn as lines that meet`() {
    #expect(svg("──").contains("<path d=\"M0 10h18\""))
    #expect(svg("╭").contains("<path d=\"M9 10Q4.5 10 4.5 20\""))
  }

  @Test func `A window has a title and three dots`() {
    let picture = Screenshot(Buffer(size: Size(columns: 20, rows: 1)), title: "yozakura").svg
    #expect(picture.split(separator: "<circle").count == 4)
    #expect(picture.contains(">yozakura</text>"))
  }
}
