import FaultServer
import Foundation
import TestSupport
import Testing

/// What is kept of a film: where it was left, however that was, and what is skipped.
@Suite(
  .needsTerminal, .enabled(if: TestMedia.canPlay, Comment(rawValue: TestMedia.absence)), .playing, .serialized)
struct FilmPlaceTests: FilmTests {
  // MARK: What is kept of a film

  @Test func `An opening that is marked while it is seen is skipped from then on`() throws {
    let home = try home(askedBy: HostileServer())
    let first = try play("bangumi:400602", ["--start", "2"], home: home, columns: 120)
    try first.wait(for: "00:03")
    try first.press("C-o")
    try first.wait(for: "Opening begins here")
    try first.press("Right", "Right", "C-o")
    try first.wait(for: "The opening will be skipped.")
    try first.press("q")
    let isKept = try Terminal.poll { try home.run("export", "--format", "json").contains("\"opening\"") }
    #expect(isKept)
    let second = try play("bangumi:400602", ["--start", "1"], home: home, columns: 120)
    try second.wait(for: "Opening skipped")
    try second.wait(for: "00:13")
  }

  @Test func `Each episode goes on where it was left, whatever was seen since`() throws {
    let home = try homeOfEpisodes(seconds: 90)
    try leave(play("bangumi:400602", ["2", "--start", "40"], home: home, columns: 120), at: "00:42")
    try leave(play("bangumi:400602", ["1", "--start", "20"], home: home, columns: 120), at: "00:22")
    let terminal = try play("bangumi:400602", ["2"], home: home, columns: 120)
    try terminal.wait(for: "Goes on at 00:4")
  }

  @Test func `A film that breaks off is not watched, and that is said`() throws {
    let home = try homeOfEpisodes(seconds: 60)
    let film = home.folder + "/films/[G] 葬送的芙莉莲 - 01.mkv"
    let size = try #require(FileManager.default.attributesOfItem(atPath: film)[.size] as? Int)
    #expect(truncate(film, size / 12) == 0)
    let terminal = try play("bangumi:400602", home: home, columns: 120)
    try terminal.wait(for: "The film breaks off at 00:0")
    try terminal.press("q")
    #expect(try !home.run("list", "--json").contains("\"progress\": 1"))
  }

  @Test func `A file of no known show goes on where it was left, and once seen to its end begins anew`() throws {
    let home = try home()
    let others = (1...300).map { "\($0)\t20000\n" }.joined()
    try home.write(others, to: "state/yozakura/film-places")
    let film = try clip(home, seconds: 90)
    try leave(play(film, ["--start", "40"], home: home), at: "00:42")
    let places = try String(contentsOfFile: home.folder + "/state/yozakura/film-places", encoding: .utf8)
    #expect(places.split(separator: "\n").count == 200)
    #expect(!places.contains("film"))

    let second = try play(film, home: home)
    let screen = try second.wait(for: "the film") { $0.contains(/00:\d\d/) && !$0.contains("opening…") }
    #expect(screen.contains("00:4") && screen.contains("Goes on at 00:4"))
    try second.press("$")
    try leave(second, at: "at the end")
    try leave(play(film, home: home), at: "00:02")
  }

  @Test func `Whoever leaves is told what could not be written down`() throws {
    let home = try homeOfEpisodes(seconds: 60)
    try home.run("set", "bangumi:400602", "--note", "x")
    let lock = home.folder + "/data/yozakura/lock"
    try? FileManager.default.removeItem(atPath: lock)
    try FileManager.default.createDirectory(atPath: lock, withIntermediateDirectories: false)
    let terminal = try Terminal.shell(home: home, columns: 120)
    try terminal.type("$PROGRAM play bangumi:400602; echo status=$?")
    try terminal.press("Enter")
    try terminal.wait(for: "00:02")
    try terminal.press("q")
    try terminal.wait(for: "status=0")
    #expect(try terminal.screen().contains("Not written down: "))
  }

  @Test(arguments: [SIGHUP, SIGTERM])
  func `A signal that ends the program costs nobody the place in a film`(_ signal: Int32) throws {
    let home = try home()
    let film = try clip(home, seconds: 90)
    let terminal = try Terminal.shell(home: home)
    try terminal.type("$PROGRAM play \(film) --start 40; echo status=$?")
    try terminal.press("Enter")
    try terminal.wait(for: "00:42")
    kill(try terminal.child(), signal)
    try terminal.wait(for: "status=\(128 + signal)")
    #expect(try terminal.know("alternate_on") == 0)
    try play(film, home: home).wait(for: "Goes on at 00:4")
  }

  @Test func `An episode goes on where it was when its terminal vanished`() throws {
    let home = try home(askedBy: HostileServer())
    let terminal = try play("bangumi:400602", ["--start", "30"], home: home)
    let process = try terminal.process()
    try terminal.wait(for: "00:32")
    try terminal.vanish()
    #expect(Terminal.poll { kill(process, 0) != 0 })
    try play("bangumi:400602", home: home).wait(for: "Goes on at 00:3")
  }

  @Test(.enabled(if: TestMedia.canOpenWindow, Comment(rawValue: TestMedia.windowAbsence)))
  func `A window ends with the interface that opened it, and its place is written down`() throws {
    let home = try home(askedBy: HostileServer())
    try home.write(
      "[library]\nfolders = [\"~/films\"]\n[play]\nmpv = \"mpv --no-config --vo=null --ao=null\"\n",
      to: "config/yozakura/config.toml")
    let terminal = try Terminal(
      columns: 120, rows: 40, home: home, command: "'\(BuiltProgram.path)' --offline", environment: ["DISPLAY": ":0"])
    try terminal.type("/葬送的芙莉莲")
    try terminal.press("Enter", "Enter")
    try terminal.wait(for: "320×180")
    try terminal.press("p")
    try terminal.wait(for: "0:02")
    let window = try #require(try helper(of: terminal.process()))
    try terminal.vanish()
    #expect(Terminal.poll { kill(window, 0) != 0 })
    #expect(try home.run("export", "--format", "json").contains("\"played\""))
  }
}
