import Anime
import App
import Danmaku
import TUI
import TUITesting
import Testing

@Suite struct `The characters of comments` {
  private static let comments = [
    Danmaku.Comment(time: 0, mode: .top, text: "這個名場面來了"), Danmaku.Comment(time: 0, mode: .bottom, text: "国会の桜"),
    Danmaku.Comment(time: 0, mode: .top, text: "后来发生了什么"), Danmaku.Comment(time: 9000, text: "x"),
  ]

  private func picture(_ screen: StageScreen) throws -> String {
    try ScreenPicture(StageSamples.frame(screen, Size(columns: 80, rows: 24), at: 0).buffer).text
  }

  @Test func `Comments are shown simplified, traditional or as they were written`() throws {
    var screen = StageSamples.screen(Self.comments)
    let written = try picture(screen)
    #expect(written.contains("這個名場面來了") && written.contains("后来发生了什么"))

    screen.update(.cycleScript, now: StageSamples.start)
    #expect(try picture(screen).contains("这个名场面来了"))
    #expect(try picture(screen).contains("simplified"))
    screen.update(.cycleScript, now: StageSamples.start)
    #expect(try picture(screen).contains("後來發生了什麼"))
    screen.update(.cycleScript, now: StageSamples.start)
    #expect(try picture(screen) == written)
  }

  @Test func `The list shows the same characters, and Japanese stays`() throws {
    var screen = StageSamples.screen(Self.comments, showsList: true)
    screen.update(.cycleScript, now: StageSamples.start)
    let list = try ScreenPicture(
      StageSamples.frame(screen, Size(columns: 80, rows: 24), at: 0).buffer,
      area: Rect(column: 54, row: 1, columns: 26, rows: 20)
    ).text

    #expect(list.contains("这个名场面来了"))
    #expect(list.contains("国会の桜"))
  }

  @Test func `The configuration tells the characters to begin with`() {
    var start = Samples.start()
    start.configuration.danmakuScript = .traditional
    start.stage = StageContent(title: "a", file: DanmakuFile(comments: Comments(Self.comments)))

    #expect(ScreenPicture(Model(start).frame.buffer).text.contains("後來發生了什麼"))
  }
}
