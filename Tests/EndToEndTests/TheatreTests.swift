import FaultServer
import Foundation
import TestSupport
import Testing

/// Films play in a real terminal, heard by nobody.
@Suite(
  .needsTerminal, .enabled(if: TestMedia.canPlay, Comment(rawValue: TestMedia.absence)), .playing, .serialized)
struct TheatreTests {
  private func home() throws -> Home {
    let home = try Home()
    try home.write("[theatre]\naudio = \"null\"\n", to: "config/yozakura/config.toml")
    return home
  }

  /// A home with two episodes of Frieren, `seconds` long each; the next one begins so many seconds after the end.
  private func homeOfEpisodes(seconds: Int, next: Int = 10) throws -> Home {
    let home = try Home()
    try home.write(
      "[theatre]\naudio = \"null\"\n[library]\nfolders = [\"~/films\"]\n[play]\nnext = \(next)\n",
      to: "config/yozakura/config.toml")
    for number in 1...2 {
      let film = try home.write("", to: "films/[G] 葬送的芙莉莲 - 0\(number).mkv")
      try TestMedia.makeClip(at: film, seconds: seconds)
    }
    return home
  }

  private func play(
    _ film: String, _ arguments: [String] = [], home: Home, columns: Int = 80, rows: Int = 24
  ) throws -> Terminal {
    let words = ([BuiltProgram.path, "play", film] + arguments).map { "'\($0)'" }.joined(separator: " ")
    return try Terminal(
      columns: columns, rows: rows, home: home, command: words, environment: ["COLORTERM": "truecolor"])
  }

  /// A clip in a home, with comments beside it.
  private func clip(_ home: Home, seconds: Int, picture: String = "testsrc2=s=320x180:r=24") throws -> String {
    let comments = (0..<seconds).map { second in
      "<d p=\"\(second).0,1,25,16777215,0,0,u,\(second)\">飛べ\(second)</d>"
    }
    try home.write(
      """
      <?xml version="1.0" encoding="UTF-8"?><i>
      <d p="0.0,5,25,16711680,0,0,u,900">上に立つ</d>
      \(comments.joined(separator: "\n"))
      </i>
      """, to: "film.xml")
    let path = home.folder + "/film.mkv"
    try TestMedia.makeClip(at: path, seconds: seconds, picture: picture)
    return path
  }

  /// The true colours that stand behind the cells of the screen.
  private func backgrounds(_ terminal: Terminal) throws -> [[Int]] {
    try terminal.colours().matches(of: /48;2;(\d+);(\d+);(\d+)/).map { [$0.1, $0.2, $0.3].compactMap { Int($0) } }
  }

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
  }

  /// The helper that the program has started.
  private func helper(of program: pid_t) throws -> pid_t? {
    let tasks = try FileManager.default.contentsOfDirectory(atPath: "/proc/\(program)/task")
    for task in tasks {
      let list = (try? String(contentsOfFile: "/proc/\(program)/task/\(task)/children", encoding: .utf8)) ?? ""
      if let child = list.split(separator: " ").first.flatMap({ pid_t($0) }) { return child }
    }
    return nil
  }

  @Test func `Text that is called a film is refused in words, and the interface lives`() throws {
    let home = try home()
    try home.write(String(repeating: "this is no film\n", count: 100), to: "notes.mkv")
    let terminal = try play(home.folder + "/notes.mkv", home: home)
    try terminal.wait(for: "notes.mkv is no film")
    try terminal.press("?")
    try terminal.wait(for: "play or pause")
  }

  @Test func `Without a picture comments fly and the time goes on`() throws {
    let home = try home()
    let terminal = try play(clip(home, seconds: 60), ["--no-picture"], home: home)
    try terminal.wait(for: "飛べ1")
    try terminal.wait(for: "00:03")
    #expect(Set(try backgrounds(terminal)).count < 5)
  }

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

  /// A home with an episode of Frieren, whose comments only `server` has.
  private func home(askedBy server: HostileServer) throws -> Home {
    let home = try Home()
    try home.write(
      """
      [theatre]
      audio = "null"
      [library]
      folders = ["~/films"]
      [[danmaku.server]]
      name = "mine"
      kind = "url"
      url = "\(server.url())/{bangumi}/{episode}.xml"
      """, to: "config/yozakura/config.toml")
    try home.write("", to: "films/[G] 葬送的芙莉莲 - 01.mkv")
    try TestMedia.makeClip(at: home.folder + "/films/[G] 葬送的芙莉莲 - 01.mkv", seconds: 60)
    return home
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

  /// Ends what plays in `terminal` once it shows `text`, and waits until that is done.
  private func leave(_ terminal: Terminal, at text: String) throws {
    let process = try terminal.process()
    try terminal.wait(for: text)
    try terminal.press("q")
    #expect(Terminal.poll { kill(process, 0) != 0 })
  }
}
