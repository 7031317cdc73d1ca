import Foundation
import TestSupport
import Testing

@Suite(.blocking)
struct LocalFileTests {
  private let program: Program
  private let films: String

  init() throws {
    program = try Program()
    films = program.home + "/films"
    try program.configure("config.toml", "[library]\nfolders = [\"~/films\"]\n")
    try add("葬送的芙莉莲/[Group] 葬送的芙莉莲 - 05 [1080p].mkv", "葬送的芙莉莲/[Group] 葬送的芙莉莲 - 06 [1080p].mkv")
  }

  private func add(_ names: String...) throws {
    for name in names {
      let file = URL(fileURLWithPath: "\(films)/\(name)")
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data("x".utf8).write(to: file)
    }
  }

  private func scan() throws -> [String: Any] { try program.run("library", "scan", "--json").json("library-scan") }

  private func list(_ arguments: String...) throws -> [[String: Any]] {
    try program.shell("\"$Y\" library list --json \(arguments.joined(separator: " "))").json("library-list")
      .list("episodes")
  }

  @Test func `A scan says of which shows the files are, and how sure that is`() throws {
    let outcome = try program.run("library", "scan", "--json")
    #expect(outcome.status == 0)
    #expect(try outcome.json("library-scan")["files"] as? Int == 2)
    #expect(try outcome.json("library-scan")["added"] as? Int == 2)

    let episodes = try list("bangumi:400602")
    #expect(episodes.map { $0.text("first") } == ["5", "6"])
    let first = try #require(episodes.first)
    #expect(first["confidence"] as? Int ?? 0 >= 90)
    #expect(first.text("resolution") == "1080p")
    #expect(first["size"] as? Int == 1)
    #expect(first.object("show").object("ids").text("bangumi") == "400602")
  }

  @Test func `Extras, samples, openings and other files are left out`() throws {
    try add(
      "葬送的芙莉莲/Extras/a - 01.mkv", "葬送的芙莉莲/sample.mkv", "葬送的芙莉莲/[G] 葬送的芙莉莲 - NCOP1.mkv", "葬送的芙莉莲/05.nfo",
      ".hidden/葬送的芙莉莲 - 07.mkv")

    #expect(try scan()["files"] as? Int == 2)
  }

  @Test func `A second scan reads nothing again, and tells what is new, changed and gone`() throws {
    _ = try scan()
    #expect(try scan()["added"] as? Int == 0)

    try add("[Group] 葬送的芙莉莲 - 07 [720p].mkv")
    try FileManager.default.removeItem(atPath: "\(films)/葬送的芙莉莲/[Group] 葬送的芙莉莲 - 05 [1080p].mkv")
    try Data("longer".utf8).write(
      to: URL(fileURLWithPath: "\(films)/葬送的芙莉莲/[Group] 葬送的芙莉莲 - 06 [1080p].mkv"))
    let third = try scan()
    #expect(third["added"] as? Int == 1)
    #expect(third["changed"] as? Int == 1)
    #expect(third["removed"] as? Int == 1)
    #expect(try list("bangumi:400602").map { $0.text("first") } == ["6", "7"])
  }

  @Test func `A correction holds from the next scan on`() throws {
    try add("[Group] Qqqqqqqqqq - 01.mkv")
    let unmatched = try #require(try scan()["unmatched"] as? [String])
    #expect(unmatched.map { $0.hasSuffix("Qqqqqqqqqq - 01.mkv") } == [true])

    #expect(try program.run("identify", unmatched[0], "--correct", "bangumi:400602").status == 0)
    #expect(try scan()["unmatched"] as? [String] == [])
    #expect(try list("bangumi:400602").count == 3)
  }

  @Test func `What was watched is marked`() throws {
    _ = try scan()
    _ = try program.run("set", "bangumi:400602", "--progress", "5")

    #expect(try list("bangumi:400602").map { $0["watched"] as? Bool } == [true, false])
  }

  @Test func `A folder that is not there is told, and what was in it is kept`() throws {
    _ = try scan()
    try FileManager.default.moveItem(atPath: films, toPath: films + "-away")

    let outcome = try program.run("library", "scan", "--json")
    #expect(outcome.status == 1)
    #expect(try outcome.json("library-scan").list("problems").first?.text("path") == films)
    #expect(try list("bangumi:400602").count == 2)
  }

  @Test func `Links that lead in a circle are walked once`() throws {
    try FileManager.default.createSymbolicLink(atPath: films + "/葬送的芙莉莲/again", withDestinationPath: films)
    try FileManager.default.createSymbolicLink(atPath: films + "/nowhere.mkv", withDestinationPath: "/nowhere")

    let outcome = try program.run("library", "scan", "--json")
    #expect(try outcome.json("library-scan")["files"] as? Int == 2)
    #expect(try outcome.json("library-scan").list("problems").count == 1)
  }

  @Test func `A fifo called as a film is none`() throws {
    _ = try program.shell("mkfifo '\(films)/[G] 葬送的芙莉莲 - 09.mkv'")

    #expect(try scan()["files"] as? Int == 2)
  }

  @Test func `Where nothing is configured or scanned, that is said`() throws {
    let unscanned = try program.run("library", "list", "--json")
    #expect(unscanned.status == 4)
    #expect(unscanned.talk.isEmpty)

    try program.configure("config.toml", "")
    let outcome = try program.run("library", "scan", "--json")
    #expect(outcome.status == 4)
    #expect(try outcome.json("library-scan").errorCode == "notFound")
  }

  @Test func `A damaged index is made anew`() throws {
    _ = try scan()
    try Data([0xFF, 0, 1]).write(to: URL(fileURLWithPath: "\(program.home)/cache/yozakura/local-files"))

    #expect(try scan()["added"] as? Int == 2)
  }
}
