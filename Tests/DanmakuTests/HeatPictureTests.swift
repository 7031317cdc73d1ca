import Danmaku
import Testing

@Suite struct `The picture of a film's heat` {
  private static let duration = 600_000

  /// The SVG of a film in which ten comments appear at each of `times`.
  private func svg(_ times: [Int], title: String = "夜桜") -> String {
    let comments = Comments(
      times.flatMap { time in (0..<10).map { Danmaku.Comment(time: time + $0, text: "夜") } })
    let heat = Heat(comments, sizes: CommentSizes(comments, width: SimpleWidth.of), duration: Self.duration)
    return HeatPicture(heat, title: title, duration: Self.duration).svg
  }

  /// What stands between `start` and `end` in `text`, each time.
  private func parts(of text: String, between start: String, and end: String) -> [String] {
    text.split(separator: start, omittingEmptySubsequences: false).dropFirst().compactMap {
      $0.split(separator: end, maxSplits: 1, omittingEmptySubsequences: false).first.map(String.init)
    }
  }

  /// The heights over the ground of the curve in `svg`, from left to right.
  private func heights(_ svg: String) -> [Int] {
    let curve = parts(of: svg, between: "<path d=\"M20 160", and: "Z\"").first ?? ""
    return curve.split(separator: "L").compactMap { $0.split(separator: " ").last.flatMap { Int($0) } }.map { 160 - $0 }
  }

  @Test func `The curve rises where comments are, and nowhere else`() throws {
    let heights = heights(svg([300_000]))
    let first = try #require(heights.firstIndex { $0 > 0 })
    let last = try #require(heights.lastIndex { $0 > 0 })

    // 480 bars and the end on the ground; the comment is there from the middle on, for eight seconds.
    #expect(heights.count == 481 && heights.last == 0)
    #expect(heights.max() == 100)
    #expect((239...241).contains(first) && (245...247).contains(last))
  }

  @Test func `Each peak has a mark with its time, in proportion to the film`() {
    let marks = parts(of: svg([150_000, 450_000]), between: "stroke-dasharray", and: "</text>")

    #expect(marks.count == 2)
    #expect(marks[0].contains("<text x=\"254\" y=\"46\"") && marks[0].hasSuffix(">02:33"))
    #expect(marks[1].contains("<text x=\"714\" y=\"46\"") && marks[1].hasSuffix(">07:33"))
  }

  @Test func `Times that would touch stand in two rows`() {
    let marks = parts(of: svg([150_000, 175_000, 450_000]), between: "stroke-dasharray", and: "</text>")
    let rows = marks.flatMap { parts(of: $0, between: "y=\"", and: "\"") }

    #expect(rows == ["46", "56", "46"])
  }

  @Test func `The begin and the end of the film stand below`() {
    let text = svg([300_000])

    #expect(text.contains(">00:00</text>") && text.contains(">10:00</text>"))
  }

  @Test func `A title is text, whatever stands in it`() {
    let text = svg([300_000], title: "<b>A & B</b>\u{1}\u{FFFF}")

    #expect(text.contains("<title>&lt;b&gt;A &amp; B&lt;/b&gt;  </title>"))
    #expect(!text.contains("<b>"))
  }

  @Test func `A film without comments has a flat curve and no marks`() {
    let text = svg([])

    #expect(heights(text).allSatisfy { $0 == 0 })
    #expect(!text.contains("stroke-dasharray"))
  }
}
