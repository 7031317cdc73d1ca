import Danmaku
import Testing

@Suite struct ASSOverlayTests {
  private static func overlay(
    _ comments: [Comment], ruling: Ruling? = nil, _ change: (inout ASSOptions) -> Void = { _ in }
  ) -> ASSOverlay {
    var options = ASSOptions()
    change(&options)
    var lanes = options.laneRules
    lanes.resolution = 1
    return ASSOverlay(Comments(comments), ruling: ruling, options: options, lanes: lanes)
  }

  @Test func `A moving comment stands where it is at the moment`() {
    let overlay = Self.overlay([Comment(time: 1000, text: "感动")])

    #expect(overlay.lines(at: 999).isEmpty)
    #expect(overlay.lines(at: 1000).contains("\\pos(1920,0)"))
    #expect(overlay.lines(at: 7000).contains("\\pos(934,0)"))
    #expect(overlay.lines(at: 13_000).isEmpty)
    #expect(overlay.lines(at: 7000).hasSuffix("}感动"))
  }

  @Test func `A moment needs nothing but its time`() {
    let comments = (0..<200).map { Comment(time: $0 * 50, text: "夜桜\($0)") }
    let overlay = Self.overlay(comments)
    let forward = stride(from: 0, to: 20_000, by: 333).map { overlay.lines(at: $0) }
    let backward = stride(from: 0, to: 20_000, by: 333).reversed().map { overlay.lines(at: $0) }

    #expect(forward == backward.reversed())
  }

  @Test func `No more lines are drawn than are wanted`() {
    let overlay = Self.overlay((0..<300).map { Comment(time: 0, mode: $0 % 2 == 0 ? .scroll : .top, text: "x\($0)") }) {
      $0.fontSize = 12
    }

    #expect(overlay.lines(at: 100).split(separator: "\n").count > 60)
    #expect(overlay.lines(at: 100, limit: 60).split(separator: "\n").count == 60)
  }

  @Test func `No comment can steer the player`() {
    let line = Self.overlay([Comment(time: 0, text: "{\\fs999}\n\\N")]).lines(at: 1)

    #expect(!line.contains("\n"))
    #expect(line.contains("\\{\\\u{2060}fs999\\}"))
  }

  @Test func `Comments appear later by what they are moved`() {
    let overlay = Self.overlay([Comment(time: 1000, text: "x")])

    #expect(overlay.lines(at: 3000, shift: 2000) == overlay.lines(at: 1000))
  }

  @Test func `Every line has the look that is wanted`() {
    let line = Self.overlay([Comment(time: 0, color: CommentColor(0xFF0000), text: "x")]) {
      ($0.fontName, $0.fontSize, $0.opacity) = ("Some, Font}{", 50, 0.8)
    }.lines(at: 1)

    for part in ["\\fnSome Font\\", "\\fs50", "\\alpha&H33&", "\\c&H0000FF&", "\\an7"] {
      #expect(line.contains(part), "\(part)")
    }
  }

  @Test func `A comment that stands where its author put it is drawn there`() {
    let code = #"["0.5","0.25","1-0.5","4","x",0,0,"0.5","0.25",0,0,0]"#
    let overlay = Self.overlay([Comment(time: 0, mode: .positioned, text: code)])

    #expect(overlay.lines(at: 2000).contains("\\pos(960,270)"))
    #expect(overlay.lines(at: 2000).contains("\\alpha&H"))
    #expect(overlay.lines(at: 5000).isEmpty)
  }
}
