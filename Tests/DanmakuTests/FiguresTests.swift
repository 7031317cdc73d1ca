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

  @Test func `Density is what is on the stage, against the fullest moment`() {
    let sizes = CommentSizes(Self.comments, width: SimpleWidth.of)
    let density = Density(Self.comments, sizes: sizes, duration: 39_000, count: 4)

    #expect(density.heights[0] == 1)
    #expect(density.heights[1...] == [0, 0, 0])
  }

  @Test func `A spike does not flatten the rest`() {
    let comments = Comments(
      (0..<100).map { _ in Comment(time: 0, text: "夜") } + [Comment(time: 30_000, text: "夜")])
    let density = Density(
      comments, sizes: CommentSizes(comments, width: SimpleWidth.of), duration: 39_999, count: 4)

    #expect(density.heights[3] > 0.02)
    #expect(density.heights[3] < 0.03)
  }

  @Test func `A film of no length has a flat strip`() {
    let density = Density(Comments(), sizes: CommentSizes(Comments(), width: SimpleWidth.of), duration: 0, count: 3)

    #expect(density.heights == [0, 0, 0])
  }
}
