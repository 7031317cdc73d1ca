import Anime
import App
import Danmaku
import TUI
import TUITesting
import Testing

@Suite struct `The danmaku stage` {
  static let size = Size(columns: 80, rows: 24)
  static let area = Rect(size)

  private func picture(_ screen: StageScreen, _ size: Size = size, at time: Int) throws -> String {
    try ScreenPicture(StageSamples.frame(screen, size, at: time).buffer).text
  }

  private func time(of screen: StageScreen, at moment: Int) -> Int {
    screen.clock.time(at: StageSamples.moment(moment))
  }

  // MARK: Time

  @Test func `It stands at the start until it is told to play`() {
    #expect(time(of: StageSamples.screen(), at: 5000) == 0)
    #expect(time(of: StageSamples.screen().playing(), at: 5000) == 5000)
  }

  @Test func `Pausing holds the time, and playing goes on from there`() {
    var screen = StageSamples.screen().playing()

    screen.update(.playPause, now: StageSamples.moment(5000))
    #expect(time(of: screen, at: 9000) == 5000)
    screen.update(.playPause, now: StageSamples.moment(9000))
    #expect(time(of: screen, at: 10_000) == 6000)
  }

  @Test func `Speeds change what follows, not what was`() {
    var screen = StageSamples.screen().playing()

    screen.update(.faster, now: StageSamples.moment(4000))
    #expect(screen.clock.speed == 125)
    #expect(time(of: screen, at: 8000) == 9000)
    for _ in 0..<9 { screen.update(.faster, now: StageSamples.moment(8000)) }
    #expect(screen.clock.speed == 200)
    for _ in 0..<9 { screen.update(.slower, now: StageSamples.moment(8000)) }
    #expect(screen.clock.speed == 50)
    #expect(time(of: screen, at: 10_000) == 10_000)
  }

  @Test func `Seeking goes no further than the ends`() {
    var screen = StageSamples.screen().playing()

    screen.update(.seek(seconds: -5), now: StageSamples.moment(1000))
    #expect(time(of: screen, at: 1000) == 0)
    screen.update(.seek(seconds: 60), now: StageSamples.moment(1000))
    #expect(time(of: screen, at: 2000) == 61_000)
    screen.update(.end, now: StageSamples.moment(2000))
    #expect(time(of: screen, at: 2000) == screen.clock.duration)
  }

  @Test func `At the end it pauses, and playing begins anew`() {
    var screen = StageSamples.screen().playing()
    let end = StageSamples.moment(500_000)

    #expect(!screen.clock.isPlaying(at: end))
    screen.update(.seek(seconds: -5), now: end)
    #expect(time(of: screen, at: 600_000) == screen.clock.duration - 5000)

    screen.update(.end, now: end)
    screen.update(.playPause, now: end)
    #expect(time(of: screen, at: 501_000) == 1000)
  }

  @Test func `A wall clock that is set back does not turn the film back`() {
    let screen = StageSamples.screen().playing()

    #expect(screen.clock.time(at: StageSamples.start - .hours(1)) == 0)
  }

  @Test func `Seeking shows the picture that playing shows`() throws {
    let playing = StageSamples.screen().playing()
    var seeking = StageSamples.screen()
    seeking.update(.seekTo(6000), now: StageSamples.start)
    seeking.update(.playPause, now: StageSamples.start)

    let played = try StageSamples.frame(playing, Self.size, at: 6000).buffer
    #expect(try StageSamples.frame(seeking, Self.size, at: 0).buffer == played)
  }

  // MARK: What is on it

  @Test func `It tells which part of the frame is the stage`() throws {
    let frame = try StageSamples.frame(StageSamples.screen(), Self.size, at: 0)

    #expect(frame.stage == Rect(column: 0, row: 1, columns: 80, rows: 20))
  }

  @Test func `A preparation changes no picture`() throws {
    let screen = StageSamples.screen(showsList: true).playing()
    var prepared = screen
    prepared.prepare(for: Self.area)

    #expect(try picture(prepared, at: 6000) == picture(screen, at: 6000))
    #expect(try picture(prepared, Size(columns: 50, rows: 10), at: 6000).contains("草"))
  }

  @Test func `A wide character that the edge cuts is a blank`() throws {
    let screen = StageSamples.screen([Danmaku.Comment(time: 0, text: "夜")]).playing()

    // 82 columns in 8 s: in its second step one cell of the character would be seen.
    let row = try ScreenPicture(
      StageSamples.frame(screen, Self.size, at: 100).buffer, area: Rect(column: 60, row: 1, columns: 20, rows: 1)
    ).text
    #expect(!row.contains("夜"))
    #expect(try picture(screen, at: 200).contains("夜"))
  }

  @Test func `Comments are measured anew for a terminal that draws ambiguous characters wider`() throws {
    var screen = StageSamples.screen([
      Danmaku.Comment(time: 0, mode: .top, text: "☆☆☆☆"), Danmaku.Comment(time: 9000, text: "x"),
    ])
    screen.prepare(for: Self.area, ambiguity: .wide)
    let frame = try StageSamples.frame(screen, Self.size, at: 0, ambiguity: .wide)

    // Eight cells in the middle of eighty.
    #expect(frame.buffer[36, 1].character == "☆")
    #expect(frame.buffer[42, 1].character == "☆")
  }

  @Test(arguments: Comment.Mode.text) func `Each mode can be switched off`(_ mode: Danmaku.Comment.Mode) throws {
    let words: [Danmaku.Comment.Mode: String] = [.scroll: "草", .top: "字幕は上です", .bottom: "二行目", .reverse: "逆向き"]
    let word = try #require(words[mode])
    var screen = StageSamples.screen().playing()

    #expect(try picture(screen, at: 5000).contains(word))
    screen.update(.toggleMode(mode), now: StageSamples.start)
    #expect(try !picture(screen, at: 5000).contains(word))
  }

  @Test func `Comments keep to the upper part that they are given`() throws {
    var screen = StageSamples.screen().playing()
    for _ in 0..<3 { screen.update(.cycleArea, now: StageSamples.start) }
    let frame = try StageSamples.frame(screen, Self.size, at: 5000)

    let lower = ScreenPicture(frame.buffer, area: Rect(column: 0, row: 6, columns: 80, rows: 15)).text
    #expect(lower.allSatisfy { " .*\n".contains($0) })
    screen.update(.cycleArea, now: StageSamples.start)
    #expect(screen.settings.rules.area == 100)
  }

  @Test func `The smallest areas draw harmlessly`() throws {
    for columns in 0...12 {
      for rows in 0...8 {
        var screen = StageSamples.screen(showsList: true).playing()
        let size = Size(columns: columns, rows: rows)
        screen.prepare(for: Rect(size))
        _ = try StageSamples.frame(screen, size, at: 5000)
        _ = screen.press(
          at: Position(column: columns / 2, row: max(0, rows - 2)), in: Rect(size), now: StageSamples.start)
      }
    }
  }

  @Test func `A theme without colours has comments without colours`() throws {
    let frame = try StageSamples.frame(StageSamples.screen().playing(), Self.size, at: 5000, theme: "mono")

    for cell in frame.buffer.cells { #expect(cell.style.foreground == .terminal) }
  }

  @Test(arguments: ["hanami", "yozakura"])
  func `What has no colour of its own is as plain as text, on a light stage too`(_ theme: String) throws {
    let comments = [
      Danmaku.Comment(time: 0, mode: .top, color: .white, text: "A"),
      Danmaku.Comment(time: 0, mode: .top, color: CommentColor(0x80_8080), text: "B"),
    ]
    let frame = try StageSamples.frame(StageSamples.screen(comments).playing(), Self.size, at: 100, theme: theme)
    func brightness(_ text: Character) throws -> Int {
      let cell = try #require(frame.buffer.cells.first { $0 == Cell(text, style: $0.style) })
      let (red, green, blue) = try #require(cell.style.foreground.components)
      return Int(red) + Int(green) + Int(blue)
    }

    let (plain, grey) = (try brightness("A"), try brightness("B"))
    #expect(theme == "hanami" ? plain < grey : plain > grey)
  }

  // MARK: The list

  @Test func `Selecting lets the list go its own way until a time is chosen`() throws {
    var screen = StageSamples.screen(showsList: true).playing()
    let now = StageSamples.moment(3200)

    let isSelected = screen.update(.select(.down), now: now)
    #expect(isSelected)
    let isOpened = screen.update(.open, now: now)
    #expect(isOpened)
    #expect(screen.clock.time(at: now) == 3500)
    let isOpenedAgain = screen.update(.open, now: now)
    #expect(!isOpenedAgain)
  }

  @Test func `Without a list there is nothing to select`() {
    var screen = StageSamples.screen()

    let isSelected = screen.update(.select(.down), now: StageSamples.start)
    #expect(!isSelected)
    let isFollowing = screen.update(.follow, now: StageSamples.start)
    #expect(!isFollowing)
  }

  @Test func `Following again forgets the selection`() {
    var screen = StageSamples.screen(showsList: true)
    screen.update(.select(.last), now: StageSamples.start)

    let isFollowing = screen.update(.follow, now: StageSamples.start)
    #expect(isFollowing)
    let isOpened = screen.update(.open, now: StageSamples.start)
    #expect(!isOpened)
  }

  // MARK: The mouse

  @Test func `A press on the time line goes there`() {
    var screen = StageSamples.screen()

    // The line goes from column 7 to column 72.
    let isEnd = screen.press(at: Position(column: 72, row: 22), in: Self.area, now: StageSamples.start)
    #expect(isEnd)
    #expect(screen.clock.time(at: StageSamples.start) == screen.clock.duration)
    let isStart = screen.press(at: Position(column: 7, row: 21), in: Self.area, now: StageSamples.start)
    #expect(isStart)
    #expect(screen.clock.time(at: StageSamples.start) == 0)
    let isStage = screen.press(at: Position(column: 3, row: 3), in: Self.area, now: StageSamples.start)
    #expect(!isStage)
  }

  @Test func `A press in the list selects, and Enter goes there`() {
    var screen = StageSamples.screen(showsList: true)

    let isSelected = screen.press(at: Position(column: 60, row: 4), in: Self.area, now: StageSamples.start)
    #expect(isSelected)
    let isOpened = screen.update(.open, now: StageSamples.start)
    #expect(isOpened)
    #expect(screen.clock.time(at: StageSamples.start) == 1200)
  }

  // MARK: Frames

  @Test func `A paused stage asks for no frame`() {
    #expect(StageSamples.screen().nextChange(in: Self.area, after: StageSamples.start) == nil)
    let ended = StageSamples.screen().playing()
    #expect(ended.nextChange(in: Self.area, after: StageSamples.moment(500_000)) == nil)
  }

  @Test func `Frames come fast while comments move, and with the seconds while none do`() {
    let screen = StageSamples.screen().playing()

    #expect(screen.nextChange(in: Self.area, after: StageSamples.moment(5000)) == StageSamples.moment(5033))
    #expect(screen.nextChange(in: Self.area, after: StageSamples.moment(30_200)) == StageSamples.moment(31_000))
  }

  @Test func `Where no comment passes nothing changes`() throws {
    let screen = StageSamples.screen().playing()
    let first = try StageSamples.frame(screen, Self.size, at: 30_100).buffer
    let second = try StageSamples.frame(screen, Self.size, at: 30_400).buffer

    #expect(BufferDiff(from: first, to: second).runs.isEmpty)
  }
}
