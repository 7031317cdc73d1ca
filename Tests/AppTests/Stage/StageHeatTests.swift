import Anime
import App
import Danmaku
import TUI
import TUITesting
import Testing

@Suite struct `Peaks on the stage` {
  private static let size = Size(columns: 82, rows: 24)

  /// Six comments at 100 s, at 300 s and at 500 s of a film of 600 s.
  private func screen() -> StageScreen {
    let comments = [100, 300, 500].flatMap { second in
      (0..<6).map { Danmaku.Comment(time: second * 1000 + $0, text: "前方高能\($0)") }
    }
    let file = DanmakuFile(comments: Comments(comments))
    var screen = StageScreen(StageContent(title: "a.xml", file: file, duration: 600_000))
    screen.prepare(for: Rect(Self.size))
    return screen
  }

  private func second(of screen: StageScreen) -> Int { screen.clock.time(at: StageSamples.start) / 1000 }

  @Test func `One goes from peak to peak, and no further than the last`() {
    var screen = screen()
    var seconds: [Int] = []
    while screen.update(.nextPeak, now: StageSamples.start) { seconds.append(second(of: screen)) }

    #expect(seconds.map { $0 / 100 } == [1, 3, 5])
    var back: [Int] = []
    while screen.update(.previousPeak, now: StageSamples.start) { back.append(second(of: screen)) }
    #expect(back == seconds.dropLast().reversed())
  }

  @Test func `While it plays, one gets past a peak that was just reached`() {
    var screen = screen().playing()
    let first = (screen.update(.nextPeak, now: StageSamples.start), second(of: screen)).1
    screen.update(.nextPeak, now: StageSamples.start)
    let later = StageSamples.moment(1500)
    screen.update(.previousPeak, now: later)

    #expect(screen.clock.time(at: later) / 1000 == first)
  }

  @Test func `Peaks move with the offset`() {
    var screen = screen()
    screen.update(.nextPeak, now: StageSamples.start)
    let before = second(of: screen)
    screen.update(.restart, now: StageSamples.start)
    screen.update(.delay(milliseconds: 10_000), now: StageSamples.start)
    screen.update(.nextPeak, now: StageSamples.start)

    #expect(second(of: screen) == before + 10)
  }

  @Test func `The keys go to them`() {
    var start = Samples.start(columns: 82, rows: 24)
    start.stage = screen().content
    var model = Model(start)
    model.type("<Space>]")
    #expect(ScreenPicture(model.frame.buffer).text.contains("01:4"))
    model.type("]")
    #expect(ScreenPicture(model.frame.buffer).text.contains("05:0"))
    model.type("[")
    #expect(ScreenPicture(model.frame.buffer).text.contains("01:4"))
  }

  @Test func `They are marked on the time line, played or not`() throws {
    var screen = screen()
    screen.update(.seekTo(200_000), now: StageSamples.start)
    let rows = try ScreenPicture(StageSamples.frame(screen, Self.size, at: 0).buffer).rows

    let line = try #require(rows.first { $0.contains("●") })
    #expect(line.filter { $0 == "╋" }.count == 1)
    #expect(line.filter { $0 == "┼" }.count == 2)
    let ascii = try ScreenPicture(StageSamples.frame(screen, Self.size, at: 0, ambiguity: .wide).buffer).rows
    #expect(ascii.contains { $0.contains("#=") && $0.contains("-+-") })
  }
}
