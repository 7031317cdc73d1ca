import Foundation
import TestSupport
import Testing

/// What is seen of a film, and what keys do to it.
@Suite(
  .needsTerminal, .enabled(if: TestMedia.canPlay, Comment(rawValue: TestMedia.absence)), .playing, .serialized)
struct TheatreTests: FilmTests {
  @Test func `A film is seen in its own colours, with its comments above it`() throws {
    let home = try home()
    let terminal = try play(clip(home, seconds: 60, picture: "color=c=0x204060:s=320x180:r=24"), home: home)
    try terminal.wait(for: "上に立つ")
    try terminal.wait(for: "the colour of the film") { _ in
      try backgrounds(terminal).contains { color in
        zip(color, [0x20, 0x40, 0x60]).allSatisfy { abs($0 - $1) <= 6 }
      }
    }
    try terminal.wait(for: "飛べ1")
  }

  @Test func `Pictures follow each other, and stand still in a pause`() throws {
    let home = try home()
    let terminal = try play(clip(home, seconds: 60), home: home)
    try terminal.wait(for: "00:01")
    let first = try backgrounds(terminal)
    try terminal.wait(for: "another picture") { _ in try backgrounds(terminal) != first }
    try terminal.press("Space")
    try terminal.wait(for: "paused")
    var last: [[Int]] = []
    try terminal.wait(for: "a picture that stays") { _ in
      defer { last = (try? backgrounds(terminal)) ?? [] }
      return try backgrounds(terminal) == last
    }
  }

  @Test func `One can go to another minute and back`() throws {
    let home = try home()
    let terminal = try play(clip(home, seconds: 180), home: home)
    try terminal.wait(for: "00:01")
    try terminal.press("L")
    try terminal.wait(for: "飛べ61")
    try terminal.press("H")
    try terminal.wait(for: "飛べ2")
  }

  @Test func `The picture follows the size of the window`() throws {
    let home = try home()
    let terminal = try play(clip(home, seconds: 120), home: home)
    try terminal.wait(for: "00:01")
    for (columns, rows) in [(40, 12), (160, 50), (20, 6), (100, 30)] {
      try terminal.resize(columns: columns, rows: rows)
      try terminal.wait(for: "a picture of \(columns)×\(rows)") { _ in try backgrounds(terminal).count > columns / 4 }
    }
  }

  @Test func `At the end that is said, and leaving gives the terminal back`() throws {
    let home = try home()
    let film = try clip(home, seconds: 2)
    let terminal = try Terminal.shell(home: home)
    try terminal.type("$PROGRAM play \(film); echo status=$?")
    try terminal.press("Enter")
    try terminal.wait(for: "at the end")
    try terminal.press("q")
    try terminal.wait(for: "status=0")
    #expect(try terminal.know("alternate_on") == 0)
  }

  @Test func `A killed helper interrupts nothing but the picture`() throws {
    let home = try home()
    let terminal = try play(clip(home, seconds: 120), ["--start", "30"], home: home)
    try terminal.wait(for: "00:32")
    let program = try terminal.process()
    for _ in 0..<3 {
      let helper = try #require(try helper(of: program))
      kill(helper, SIGKILL)
      let isBack = try Terminal.poll { try self.helper(of: program).map { $0 != helper } ?? false }
      #expect(isBack)
      try terminal.wait(for: "The player was lost")
    }
    let count = try backgrounds(terminal).count
    #expect(count > 20)
    try terminal.wait(for: "00:34")
  }

  /// The colours of the picture at `path`, each of 24 bits.
  private func colours(of path: String) throws -> [Int] {
    let bytes = try TestMedia.picture(of: path, second: 0, width: 1280, height: 720)
    return stride(from: 0, to: bytes.count, by: 3).map {
      Int(bytes[$0]) << 16 | Int(bytes[$0 + 1]) << 8 | Int(bytes[$0 + 2])
    }
  }

  @Test func `A screenshot is the film with its comments, and without them where they are off`() throws {
    let home = try home()
    let terminal = try play(clip(home, seconds: 60, picture: "color=c=0x204060:s=1280x720:r=24"), home: home)
    try terminal.wait(for: "00:01")
    try terminal.press("Space")
    try terminal.wait(for: "paused")
    try terminal.press("0")
    try terminal.wait(for: "上に立つ")
    try terminal.press("C")
    try terminal.wait(for: "film 00-00.png")
    try terminal.press("D")
    try terminal.press("C")
    try terminal.wait(for: "film 00-00 (2).png")

    func isFilm(_ color: Int) -> Bool {
      [(16, 0x20), (8, 0x40), (0, 0x60)].allSatisfy { abs((color >> $0.0 & 0xFF) - $0.1) <= 6 }
    }
    let commented = try colours(of: home.folder + "/Pictures/film 00-00.png")
    #expect(commented.count(where: isFilm) > 1280 * 720 / 2)
    #expect(commented.count { $0 >> 16 > 180 && $0 >> 8 & 0xFF < 60 } > 20)
    #expect(try colours(of: home.folder + "/Pictures/film 00-00 (2).png").allSatisfy(isFilm))

    let process = try terminal.process()
    try terminal.press("C", "q")
    #expect(Terminal.poll { kill(process, 0) != 0 })
    #expect(try colours(of: home.folder + "/Pictures/film 00-00 (3).png").allSatisfy(isFilm))
  }

  @Test func `Text that is called a film is refused in words, and the interface lives`() throws {
    let home = try home()
    try home.write(String(repeating: "this is no film\n", count: 100), to: "notes.mkv")
    let terminal = try play(home.folder + "/notes.mkv", home: home)
    try terminal.wait(for: "notes.mkv is no film")
    try terminal.press("?")
    try terminal.wait(for: "play or pause")

    let shell = try Terminal.shell(home: home, columns: 120)
    try shell.type("$PROGRAM play ~/notes.mkv; echo status=$?")
    try shell.press("Enter")
    try shell.wait(for: "notes.mkv is no film")
    try shell.press("q")
    let end = try shell.wait(for: "status=1")
    #expect(end.contains("notes.mkv is no film"))
  }

  @Test func `Without a picture comments fly and the time goes on`() throws {
    let home = try home()
    let terminal = try play(clip(home, seconds: 60), ["--no-picture"], home: home)
    try terminal.wait(for: "飛べ1")
    try terminal.wait(for: "00:03")
    #expect(Set(try backgrounds(terminal)).count < 5)
  }
}
