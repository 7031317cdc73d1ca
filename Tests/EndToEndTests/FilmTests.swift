import FaultServer
import Foundation
import TestSupport
import Testing

/// Suites in which films play in a real terminal, heard by nobody.
///
/// The films of one suite are played one after the other, so that none of them takes longer than the other tests do.
protocol FilmTests {}

extension FilmTests {
  func home() throws -> Home {
    let home = try Home()
    try home.write("[theatre]\naudio = \"null\"\n", to: "config/yozakura/config.toml")
    return home
  }

  /// A home with two episodes of Frieren, `seconds` long each; the next one begins so many seconds after the end.
  func homeOfEpisodes(seconds: Int, next: Int = 10) throws -> Home {
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

  func play(
    _ film: String, _ arguments: [String] = [], home: Home, columns: Int = 80, rows: Int = 24
  ) throws -> Terminal {
    let words = ([BuiltProgram.path, "play", film] + arguments).map { "'\($0)'" }.joined(separator: " ")
    return try Terminal(
      columns: columns, rows: rows, home: home, command: words, environment: ["COLORTERM": "truecolor"])
  }

  /// A clip in a home, with comments beside it.
  func clip(_ home: Home, seconds: Int, picture: String = "testsrc2=s=320x180:r=24") throws -> String {
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
  func backgrounds(_ terminal: Terminal) throws -> [[Int]] {
    try terminal.colours().matches(of: /48;2;(\d+);(\d+);(\d+)/).map { [$0.1, $0.2, $0.3].compactMap { Int($0) } }
  }

  /// A home with an episode of Frieren, whose comments only `server` has.
  func home(askedBy server: HostileServer) throws -> Home {
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

  /// The helper that the program has started.
  func helper(of program: pid_t) throws -> pid_t? {
    let tasks = try FileManager.default.contentsOfDirectory(atPath: "/proc/\(program)/task")
    for task in tasks {
      let list = (try? String(contentsOfFile: "/proc/\(program)/task/\(task)/children", encoding: .utf8)) ?? ""
      if let child = list.split(separator: " ").first.flatMap({ pid_t($0) }) { return child }
    }
    return nil
  }

  /// Ends what plays in `terminal` once it shows `text`, and waits until that is done.
  func leave(_ terminal: Terminal, at text: String) throws {
    let process = try terminal.process()
    try terminal.wait(for: text)
    try terminal.press("q")
    #expect(Terminal.poll { kill(process, 0) != 0 })
  }
}
