import TUI
import TUITesting
import Testing

@Suite struct FittingTests {
  @Test(arguments: [
    ("葬送のフリーレン", 9, "葬送のフ…"), ("葬送のフリーレン", 8, "葬送の…"), ("葬送", 4, "葬送"), ("Frieren", 1, "…"),
    ("Frieren", 0, ""), ("", 3, ""),
  ])
  func `Long text is cut with an ellipsis`(_ text: String, _ columns: Int, _ expected: String) {
    #expect(text.truncated(to: columns) == expected)
  }

  @Test func `Where the ellipsis is ambiguous it is two dots`() {
    #expect("Frieren".truncated(to: 5, ambiguity: .wide) == "Fri..")
  }

  @Test(arguments: [(Alignment.left, "夜桜  "), (.center, " 夜桜 "), (.right, "  夜桜")])
  func `Padded text fills its cells`(_ alignment: Alignment, _ expected: String) {
    #expect("夜桜".padded(to: 6, alignment: alignment) == expected)
  }

  @Test(arguments: [
    ("the quick brown fox", 10, ["the quick", "brown fox"]), ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
    ("勇者ヒンメルたちと共に", 8, ["勇者ヒン", "メルたち", "と共に"]), ("これは夜桜。です", 10, ["これは夜", "桜。です"]),
    ("これ「夜桜」", 6, ["これ", "「夜", "桜」"]), ("one\n\ntwo", 9, ["one", "", "two"]), ("", 5, [""]),
  ])
  func `Text wraps between words or wide characters`(_ text: String, _ columns: Int, _ lines: [String]) {
    #expect(text.wrapped(to: columns) == lines)
  }

  @Test(arguments: ["勇者、。「」ヒンメルa b-c", "Z\u{335}\u{335} 長い abcdefghijk", "。。。。。。。。"])
  func `No wrapped line is wider than asked`(_ text: String) {
    for columns in 2...12 {
      #expect(text.wrapped(to: columns).allSatisfy { TextWidth.of($0) <= columns })
    }
  }

  @Test(arguments: [
    ("葬送のフリーレン - 07.mkv", 16, "葬送のフリ…7.mkv"), ("short.mkv", 9, "short.mkv"), ("abcdefghij", 7, "abcd…ij"),
    ("abc", 2, "a…"), ("abc", 1, "…"), ("abc", 0, ""), ("葬送の", 4, "葬…"),
  ])
  func `A text that is cut in its middle keeps its begin and its end`(
    _ text: String, _ columns: Int, _ expected: String
  ) {
    #expect(text.truncatedInMiddle(to: columns) == expected)
  }

  @Test func `What does not fit in so many rows ends with an ellipsis`() {
    #expect("葬送のフリーレン".wrapped(to: 6, rows: 2) == ["葬送の", "フリ…"])
    #expect("one two three".wrapped(to: 6, rows: 2) == ["one", "two…"])
    #expect("one two three".wrapped(to: 5, rows: 3) == ["one", "two", "three"])
    #expect("one two".wrapped(to: 5, rows: 0).isEmpty)
    #expect("one two three".wrapped(to: 4, rows: 2, ambiguity: .wide) == ["one", "tw.."])
  }

  @Test func `A line is cut in the style of the part where it ends`() {
    let line = Line([Span("夜桜", style: Style(attributes: .bold)), Span(" Yozakura")])
    #expect(line.truncated(to: 7).spans == [Span("夜桜", style: Style(attributes: .bold)), Span(" Y…")])
    #expect(line.truncated(to: 4).spans == [Span("夜…", style: Style(attributes: .bold))])
    #expect(line.truncated(to: 13) == line)
  }
}
