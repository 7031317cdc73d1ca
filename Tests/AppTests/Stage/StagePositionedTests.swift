import Anime
import App
import Danmaku
import TUI
import TUITesting
import Testing

@Suite struct `Positioned comments on the stage` {
  /// 80×20 cells of stage behind a title of one row.
  private static let size = Size(columns: 80, rows: 24)
  private static let white = CommentColor.white

  private func positioned(_ code: String, time: Int = 0) -> Danmaku.Comment {
    Danmaku.Comment(time: time, mode: .positioned, text: code)
  }

  private func buffer(_ comments: [Danmaku.Comment], at time: Int, _ change: (inout StageScreen) -> Void = { _ in })
    throws
    -> Buffer
  {
    var screen = StageSamples.screen(comments + [Danmaku.Comment(time: 60_000, text: "end")])
    change(&screen)
    return try StageSamples.frame(screen.playing(), Self.size, at: time).buffer
  }

  /// The cell in which `character` stands.
  private func place(of character: Character, in buffer: Buffer) -> Position? {
    for row in 0..<buffer.size.rows {
      for column in 0..<buffer.size.columns where buffer[column, row].character == character {
        return Position(column: column, row: row)
      }
    }
    return nil
  }

  @Test func `One stands at the cell nearest to its place`() throws {
    let buffer = try buffer([positioned(#"[0.5,0.25,"1-1",5,"樹"]"#)], at: 1000)

    #expect(place(of: "樹", in: buffer) == Position(column: 40, row: 6))
  }

  @Test func `One moves along its way, and back when the film is turned back`() throws {
    let code = #"[0.1,0.5,"1-1",4,"樹",0,0,0.9,0.5,4000,0]"#

    #expect(try place(of: "樹", in: buffer([positioned(code)], at: 0)) == Position(column: 8, row: 11))
    #expect(try place(of: "樹", in: buffer([positioned(code)], at: 2000)) == Position(column: 40, row: 11))
    #expect(try place(of: "樹", in: buffer([positioned(code)], at: 4000)) == nil)
  }

  @Test func `One fades: faint in the end, and then not seen`() throws {
    let code = #"[0.5,0.5,"1-0",10,"樹"]"#
    let clear = try buffer([positioned(code)], at: 1000)
    let faint = try buffer([positioned(code)], at: 5000)
    let place = try #require(self.place(of: "樹", in: clear))

    #expect(!clear[place.column, place.row].style.attributes.contains(.dim))
    #expect(faint[place.column, place.row].style.attributes.contains(.dim))
    #expect(try self.place(of: "樹", in: buffer([positioned(code)], at: 7500)) == nil)
  }

  @Test func `Its lines stand below each other, and nothing of them beyond the stage`() throws {
    let buffer = try buffer([positioned(#"[0.975,0.9,"1-1",5,"樹木/n花草/n鳥"]"#)], at: 0)

    #expect(place(of: "樹", in: buffer) == Position(column: 78, row: 19))
    #expect(place(of: "花", in: buffer) == Position(column: 78, row: 20))
    #expect(place(of: "木", in: buffer) == nil)
    #expect(place(of: "鳥", in: buffer) == nil)
  }

  @Test func `It counts as shown, and can be switched off`() throws {
    let comments = [positioned(#"[0.5,0.5,"1-1",5,"樹"]"#)]
    let shown = try ScreenPicture(buffer(comments, at: 0)).text
    #expect(shown.contains("1 on screen") && !shown.contains("not shown"))

    let hidden = try buffer(comments, at: 0) { $0.update(.toggleMode(.positioned), now: StageSamples.start) }
    #expect(place(of: "樹", in: hidden) == nil)
    #expect(ScreenPicture(hidden).text.contains("off: positioned"))
  }

  @Test func `Programs are never shown as text, and counted as not shown`() throws {
    let comments = [
      Danmaku.Comment(time: 0, mode: .scripted, text: "樹"), Danmaku.Comment(time: 0, mode: .animated, text: "樹"),
      positioned("樹 is no code"),
    ]
    let buffer = try buffer(comments, at: 0) { $0.update(.toggleList, now: StageSamples.start) }

    #expect(place(of: "樹", in: buffer) == nil)
    #expect(ScreenPicture(buffer).text.contains("3 not shown (positioned 1, scripted 1, animated 1)"))
  }

  @Test func `The list shows what one says, not its code`() throws {
    let buffer = try buffer([positioned(#"[0.5,0.5,"1-1",5,"樹"]"#)], at: 10_000) {
      $0.update(.toggleList, now: StageSamples.start)
    }

    #expect(ScreenPicture(buffer).text.contains("00:00 樹"))
  }

  @Test func `Frames come fast while one moves, and when one ends`() throws {
    let still = positioned(#"[0.5,0.5,"1-1",2.3,"樹"]"#)
    let moving = positioned(#"[0.1,0.5,"1-1",2,"樹",0,0,0.9,0.5,2000,0]"#, time: 10_000)
    let screen = StageSamples.screen([still, moving, Danmaku.Comment(time: 60_000, text: "end")]).playing()
    let area = Rect(Self.size)

    #expect(screen.nextChange(in: area, after: StageSamples.moment(500)) == StageSamples.moment(1000))
    #expect(screen.nextChange(in: area, after: StageSamples.moment(2100)) == StageSamples.moment(2300))
    #expect(screen.nextChange(in: area, after: StageSamples.moment(10_500)) == StageSamples.moment(10_533))
  }
}
