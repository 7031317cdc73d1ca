import CNcurses
import TUI
import Testing

@Suite struct TextWidthTests {
  @Test(arguments: [
    ("Frieren", 7), ("葬送のフリーレン", 16), ("ﾌﾘｰﾚﾝ", 5), ("한국어", 6), ("か\u{3099}", 2), ("e\u{301}", 1),
    ("★ ● …", 5), ("🌸", 2), ("❤\u{FE0F}", 1), ("1\u{FE0F}\u{20E3}", 1), ("👍\u{1F3FD}", 2),
    ("👨\u{200D}👩\u{200D}👧\u{200D}👦", 2), ("👩\u{200D}⚕\u{FE0F}", 2), ("🇯🇵", 2), ("🇯", 1), ("\u{1FAE8}", 1),
    ("क्षि", 3), ("\u{1112}\u{1161}\u{11AB}", 2), ("a\u{AD}b", 2), ("\u{202E}abc", 3), ("\u{1B}[31m", 4), ("", 0),
  ])
  func `Text is as wide as every terminal draws it`(_ text: String, _ width: Int) {
    #expect(TextWidth.of(text) == width)
  }

  @Test(arguments: [("★●…①─", 10), ("あa", 3), ("\u{E000}", 1)])
  func `Ambiguous characters take two cells where the terminal is set so`(_ text: String, _ width: Int) {
    #expect(TextWidth.of(text, ambiguity: .wide) == width)
  }

  @Test(arguments: ["👨\u{200D}👩\u{200D}👧 葬送", "क्षि देव", "🇯🇵🇯", "e\u{301}\u{302}\u{303}x", "한\u{1112}\u{1161}"])
  func `A text is as wide as its characters together`(_ text: String) {
    #expect(text.reduce(0) { $0 + TextWidth.of($1) } == TextWidth.of(text))
  }

  /// ncurses asks libc: where it disagreed with us, a row would shift.
  @Test(.enabled(if: LibcWidth.isUnicode14, "this libc knows another Unicode than 14"))
  func `Each scalar that is drawn as it is has the width that libc gives it`() {
    let different = (0x20...0x10FFFF as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init).filter { scalar in
      let glyphs = Array(Glyphs(String(Character(scalar))))
      guard glyphs.count == 1, glyphs[0].scalars == [scalar] else { return false }
      return glyphs[0].width != LibcWidth.of(scalar)
    }
    #expect(different.isEmpty)
  }
}

/// The width that libc gives to a scalar in a UTF-8 locale.
private enum LibcWidth {
  static let isUnicode14 = setlocale(LC_CTYPE, "C.UTF-8") != nil && of("\u{1F979}") == 2 && of("\u{1FAE8}") == -1

  static func of(_ scalar: Unicode.Scalar) -> Int { Int(nc_wcwidth(wchar_t(scalar.value))) }
}
