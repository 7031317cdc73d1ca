import Playback
import Testing

struct PartMarkTests {
  private var mark = PartMark()

  @Test mutating func `The first press begins a part, and the second ends it`() {
    #expect(mark.press(.opening, at: 62_000) == nil)
    #expect(mark.press(.opening, at: 152_000) == SkippedSpan(.opening, 62_000..<152_000))
  }

  @Test mutating func `A part that was marked is not marked on`() {
    _ = mark.press(.opening, at: 62_000)
    _ = mark.press(.opening, at: 152_000)
    #expect(mark.press(.opening, at: 160_000) == nil)
  }

  @Test(arguments: [(SkippedSpan.Kind.ending, 90_000), (.opening, 60_000), (.opening, 62_000), (.opening, 63_999)])
  mutating func `A press for another part, before the begin or right after it begins anew`(
    _ kind: SkippedSpan.Kind, _ time: Int
  ) {
    _ = mark.press(.opening, at: 62_000)
    #expect(mark.press(kind, at: time) == nil)
    #expect(mark.press(kind, at: 100_000) == SkippedSpan(kind, time..<100_000))
  }
}
