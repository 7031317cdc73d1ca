import TUI
import Testing

@Suite struct GlyphsTests {
  private func drawn(_ text: String, ambiguity: TextWidth.Ambiguity = .narrow) -> String {
    String(Glyphs(text, ambiguity: ambiguity).map(\.character))
  }

  @Test(arguments: [
    ("❤\u{FE0F}", "❤"), ("👩\u{200D}🚀!", "👩!"), ("🇯🇵", "JP"), ("\u{1B}[31mred", "[31mred"), ("a\tb\nc", "a b c"),
    ("\u{202E}evil\u{202C}", "evil"), ("\u{1FAE8}", "□"), ("\u{E000}", "□"), ("\u{1112}\u{1161}\u{11AB}", "한"),
    ("\u{1112}\u{1161}", "하"), ("\u{301}a", "a"), ("नम\u{200D}स्ते", "नमस्ते"), ("A\u{9B}B\u{7F}", "AB"), ("가\u{1161}", "가□"),
  ])
  func `What terminals disagree on is rewritten`(_ text: String, _ expected: String) {
    #expect(drawn(text) == expected)
  }

  @Test func `A character keeps two of four hundred marks`() {
    let zalgo = "Z" + String(repeating: "\u{335}", count: 400) + "a"
    #expect(drawn(zalgo).unicodeScalars.count == 4)
  }

  @Test func `What has no width is a question mark where the box is ambiguous`() {
    #expect(drawn("\u{1FAE8}", ambiguity: .wide) == "?")
  }
}
