import FaultServer
import Foundation
import TestSupport
import Testing

/// Which film comes next, which comments fly over it, and what the lists tell of it.
@Suite(
  .needsTerminal, .enabled(if: TestMedia.canPlay, Comment(rawValue: TestMedia.absence)), .playing, .serialized)
struct FilmEpisodeTests: FilmTests {
  @Test func `An episode that was watched to its end counts, and the next one follows`() throws {
    let home = try homeOfEpisodes(seconds: 4, next: 1)
    let terminal = try play("bangumi:400602", home: home)
    try terminal.wait(for: "葬送のフリーレン · 1")
    try terminal.wait(for: "watching, watched 1")
    try terminal.wait(for: "葬送のフリーレン · 2")
  }

  @Test func `A key keeps the next episode away, and then takes back that this one counts`() throws {
    let home = try homeOfEpisodes(seconds: 3, next: 8)
    let terminal = try play("bangumi:400602", home: home, columns: 120)
    try terminal.wait(for: "葬送のフリーレン · 2 in 7 s · Ctrl-N now · u stay")
    try terminal.press("u")
    try terminal.wait(without: "Ctrl-N now")
    #expect(try home.run("list", "--json").contains("\"progress\": 1"))
    try terminal.press("u")
    try terminal.wait(for: "undone · ")
    #expect(try !home.run("list", "--json").contains("\"progress\": 1"))
    #expect(try terminal.screen().contains("葬送のフリーレン · 1"))
  }

  @Test func `One goes to the next episode and back by keys, and past the ends that is said`() throws {
    let home = try homeOfEpisodes(seconds: 60)
    let terminal = try play("bangumi:400602", home: home, columns: 120)
    try terminal.wait(for: "葬送のフリーレン · 1")
    try terminal.wait(for: "00:01")
    try terminal.press("C-n")
    try terminal.wait(for: "葬送のフリーレン · 2")
    try terminal.wait(for: "00:01")
    try terminal.press("C-n")
    try terminal.wait(for: "No episode that comes next")
    try terminal.press("C-p")
    try terminal.wait(for: "葬送のフリーレン · 1")
    try terminal.wait(for: "00:0")
    try terminal.press("C-p")
    try terminal.wait(for: "No episode before this one")
  }

  /// A comment in each second of a minute.
  private static let minute =
    "<i>" + (0..<60).map { "<d p=\"\($0),1,25,16777215,0,0,u,\($0)\">来た\($0)</d>" }.joined() + "</i>"

  @Test func `A film begins at once, and comments that a server has fly when they come`() throws {
    let answer = Answer.ok(Self.minute, type: "text/xml").delayed(by: .seconds(3))
    let server = try HostileServer(["/400602/1.xml": answer])
    let home = try home(askedBy: server)
    let terminal = try play("bangumi:400602", home: home)
    let before = try terminal.wait(for: "00:01")
    #expect(!before.contains("来た"))
    try terminal.wait(for: "来た")
    #expect(try home.run("danmaku", "show", "bangumi:400602").contains("mine"))
    try terminal.wait(for: "00:08")
  }

  @Test func `A server that fails is named, and the film goes on`() throws {
    let server = try HostileServer(["/400602/1.xml": .status(500)])
    let terminal = try play("bangumi:400602", home: home(askedBy: server), columns: 120)
    try terminal.wait(for: "No comments came: mine")
    try terminal.wait(for: "00:04")
  }

  @Test func `Nobody is asked where the network is not to be touched`() throws {
    let server = try HostileServer(["/400602/1.xml": .ok(Self.minute, type: "text/xml")])
    let terminal = try play("bangumi:400602", ["--offline"], home: home(askedBy: server))
    try terminal.wait(for: "00:03")
    #expect(server.requests.isEmpty)
  }

  @Test func `A film that came meanwhile is there when its show is opened again`() throws {
    let home = try homeOfEpisodes(seconds: 2)
    let terminal = try Terminal(columns: 120, rows: 40, home: home, command: "'\(BuiltProgram.path)' --offline")
    try terminal.type("/葬送的芙莉莲")
    try terminal.press("Enter", "Enter")
    try terminal.wait(for: "320×180")
    try FileManager.default.moveItem(
      atPath: home.folder + "/films/[G] 葬送的芙莉莲 - 02.mkv", toPath: home.folder + "/films/[G] 葬送的芙莉莲 - 17.mkv")
    // A look counts for twenty times as long as it takes.
    let isSeen = try Terminal.poll {
      try terminal.press("q")
      try terminal.wait(without: "320×180")
      try terminal.press("Enter")
      return try terminal.wait(for: "320×180").contains(" 17 ")
    }
    #expect(isSeen)
  }

  @Test func `The screen of a show tells how large and how long its films are`() throws {
    let home = try home()
    try home.write("[library]\nfolders = [\"~/films\"]\n", to: "config/yozakura/config.toml")
    let film = home.folder + "/films/[G] 葬送的芙莉莲 - 01 [1080p].mkv"
    try FileManager.default.createDirectory(atPath: home.folder + "/films", withIntermediateDirectories: true)
    try TestMedia.makeClip(at: film, seconds: 2)
    let terminal = try Terminal(columns: 120, rows: 40, home: home, command: "'\(BuiltProgram.path)' --offline")
    try terminal.type("/葬送的芙莉莲")
    try terminal.press("Enter", "Enter")
    try terminal.wait(for: "320×180  00:02")
  }
}
