import Anime
import App
import Danmaku
import TUI
import TUITesting
import Testing

@Suite struct `The offset and the speed of comments` {
  private static let size = Size(columns: 80, rows: 24)

  private func picture(_ screen: StageScreen, at time: Int) throws -> String {
    try ScreenPicture(StageSamples.frame(screen, Self.size, at: time).buffer).text
  }

  @Test func `A delayed comment appears later, an advanced one earlier`() throws {
    var screen = StageSamples.screen().playing()
    #expect(try !picture(screen, at: 59_000).contains("完結"))

    screen.update(.delay(milliseconds: -2000), now: StageSamples.start)
    #expect(try picture(screen, at: 59_000).contains("完結"))
    screen.update(.delay(milliseconds: 12_000), now: StageSamples.start)
    #expect(try !picture(screen, at: 62_000).contains("完結"))
    #expect(try picture(screen, at: 72_000).contains("完結"))
  }

  @Test func `An offset moves no comment to another lane`() throws {
    var screen = StageSamples.screen()
    let before = try StageSamples.frame(screen.playing(), Self.size, at: 5000).buffer
    screen.update(.delay(milliseconds: 1000), now: StageSamples.start)
    let after = try StageSamples.frame(screen.playing(), Self.size, at: 6000).buffer

    let stage = Rect(column: 0, row: 1, columns: 80, rows: 19)
    #expect(ScreenPicture(after, area: stage).text == ScreenPicture(before, area: stage).text)
  }

  @Test func `An offset is told, and a removed one for a moment`() throws {
    var screen = StageSamples.screen()

    screen.update(.delay(milliseconds: 12_300), now: StageSamples.start)
    #expect(try picture(screen, at: 60_000).contains("comments +12.3 s"))
    screen.update(.delay(milliseconds: -12_400), now: StageSamples.start)
    #expect(try picture(screen, at: 60_000).contains("comments -0.1 s"))
    screen.update(.resetOffset, now: StageSamples.moment(60_000))
    #expect(try picture(screen, at: 62_000).contains("comments 0.0 s"))
    #expect(screen.nextChange(in: Rect(Self.size), after: StageSamples.moment(62_000)) == StageSamples.moment(63_000))
    #expect(try !picture(screen, at: 63_000).contains("0.0 s"))
  }

  @Test func `Going to a comment goes to where the offset has put it`() {
    var screen = StageSamples.screen(showsList: true)
    screen.update(.delay(milliseconds: 5000), now: StageSamples.start)

    screen.update(.select(.last), now: StageSamples.start)
    screen.update(.open, now: StageSamples.start)

    #expect(screen.clock.time(at: StageSamples.start) == 90_000)
  }

  @Test func `A stage begins with the offset of its comments`() throws {
    var start = Samples.start()
    let comments = Comments([
      Danmaku.Comment(time: 0, mode: .top, text: "OP"), Danmaku.Comment(time: 60_000, text: "x"),
    ])
    start.stage = StageContent(title: "a", file: DanmakuFile(comments: comments), offset: 2500)
    var model = Model(start)

    #expect(!ScreenPicture(model.frame.buffer).text.contains("OP"))
    #expect(ScreenPicture(model.frame.buffer).text.contains("comments +2.5 s"))
    _ = model.update(.tick(Samples.now + .seconds(3)))
    #expect(ScreenPicture(model.frame.buffer).text.contains("OP"))
  }

  @Test(arguments: [
    (",", "-0.1 s"), (".", "+0.1 s"), ("-", "-1.0 s"), ("+", "+1.0 s"), ("{", "-10.0 s"), ("}", "+10.0 s"),
    ("}o", "0.0 s"),
  ])
  func `Keys move comments by a tenth, by one and by ten seconds`(_ keys: String, _ told: String) {
    var start = Samples.start()
    start.stage = StageContent(title: "a", file: DanmakuFile(comments: Comments(StageSamples.comments)))
    var model = Model(start)
    model.type(keys)

    #expect(ScreenPicture(model.frame.buffer).text.contains("comments \(told)"))
  }

  @Test func `Comments follow the speed of the media, unless they are to stay as long as ever`() throws {
    let comments = [Danmaku.Comment(time: 0, text: "待って"), Danmaku.Comment(time: 90_000, text: "x")]
    var screen = StageSamples.screen(comments).playing()
    for _ in 0..<3 { screen.update(.faster, now: StageSamples.start) }
    #expect(screen.clock.speed == 200)

    // A crossing takes 8 s of the media: 4 s of the viewer's.
    #expect(try !picture(screen, at: 5000).contains("待って"))
    screen.update(.toggleSpeedSync, now: StageSamples.start)
    #expect(try picture(screen, at: 5000).contains("待って"))
    #expect(try !picture(screen, at: 8100).contains("待って"))
    #expect(try picture(screen, at: 5000).contains("own speed"))
  }

  @Test func `Nor is a comment gone sooner that asks for a time of its own`() throws {
    let comments = [
      Danmaku.Comment(time: 0, mode: .top, text: "待って", life: 6000), Danmaku.Comment(time: 90_000, text: "x"),
    ]
    var screen = StageSamples.screen(comments).playing()
    for _ in 0..<3 { screen.update(.faster, now: StageSamples.start) }

    #expect(try !picture(screen, at: 4000).contains("待って"))
    screen.update(.toggleSpeedSync, now: StageSamples.start)
    #expect(try picture(screen, at: 4000).contains("待って"))
    #expect(try !picture(screen, at: 6100).contains("待って"))
  }
}
