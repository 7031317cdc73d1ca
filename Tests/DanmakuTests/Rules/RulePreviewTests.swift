import Danmaku
import Testing

@Suite struct `Previewing rules` {
  static let comments = Comments([
    Comment(time: 0, text: "a bad one"), Comment(time: 1, text: "a bad one"), Comment(time: 2, text: "BAD"),
    Comment(time: 3, mode: .top, text: "good"), Comment(time: 4, text: "bad luck"),
  ])

  @Test func `Each rule is counted as if it were the only one`() throws {
    let set = try rules {
      $0.mergeWindow = 1000
      $0.texts = ["bad", "nothing"]
      $0.patterns = [try TextPattern("^a")]
      $0.modes = [.top]
    }
    let previews = set.previews(of: Self.comments)

    #expect(previews.map(\.rule) == [.other(.repeated), .text(0), .text(1), .pattern(0), .other(.mode)])
    #expect(previews.map(\.count) == [1, 4, 0, 2, 1])
    #expect(previews.map(\.examples) == [[1], [0, 1, 2], [], [0, 1], [3]])
  }

  @Test func `Rules that say nothing are not listed`() {
    #expect(RuleSet.none.previews(of: Self.comments).isEmpty)
  }
}
