import Danmaku
import Testing

@Suite struct `Figures of a file` {
  static let comments = Comments([
    Comment(time: 500, text: "夜"), Comment(time: 1100, mode: .top, text: "夜"),
    Comment(time: 1900, size: 18, color: CommentColor(255), text: "桜"),
    Comment(time: 60_000, mode: .scripted, text: "夜"),
  ])

  @Test func `Statistics count what is there`() {
    let statistics = DanmakuStatistics(DanmakuFile(comments: Self.comments, skipped: [.badTime: 2]))

    #expect(statistics.total == 6)
    #expect(statistics.read == 4)
    #expect(statistics.skipped == [.badTime: 2])
    #expect(statistics.notShown == [.scripted: 1])
    #expect(statistics.modes == [.scroll: 2, .top: 1, .scripted: 1])
    #expect(statistics.colors.map(\.value) == [.white, CommentColor(255)])
    #expect(statistics.sizes.map(\.count) == [3, 1])
    #expect(statistics.span == 500...60_000)
    #expect(statistics.peak?.value == 1)
    #expect(statistics.peak?.count == 2)
    #expect(statistics.repeatedTexts.map(\.value) == ["夜"])
    #expect(statistics.repeats == 2)
  }

  @Test func `A file without comments has no span and no peak`() {
    let statistics = DanmakuStatistics(DanmakuFile(comments: Comments()))

    #expect(statistics.span == nil)
    #expect(statistics.peak == nil)
  }
}
