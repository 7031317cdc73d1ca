import Foundation
import TestSupport
import Testing

@Suite(.blocking)
struct ExportTests {
  private let program: Program

  init() throws {
    program = try Program()
    _ = try program.run("set", "bangumi:400602", "--status", "watching", "--score", "9.5", "--note", "=1+1, \"旅\"")
    _ = try program.run("follow", "bangumi:515759")
  }

  @Test func `JSON is one object, sorted by local id`() throws {
    let outcome = try program.run("export", "--format", "json")

    #expect(outcome.status == 0)
    let ids = try outcome.json("export").list("shows").compactMap { $0.text("id") }
    #expect(ids.count == 2)
    #expect(outcome.output.hasSuffix("\n"))
  }

  @Test func `CSV has fixed columns, its own line ends, and no formulas`() throws {
    let outcome = try program.run("export", "--format", "csv")
    let lines = outcome.output.components(separatedBy: "\r\n")

    #expect(
      lines[0]
        == "id,title,type,begin,end,bangumi,anilist,mal,anidb,followed,status,progress,score,note,rewatches,started,"
        + "finished,tags,priority,delays,episodeOffset")
    #expect(lines.count == 4 && lines[3].isEmpty)
    #expect(outcome.output.contains(",\"'=1+1, \"\"旅\"\"\",0,2026-08-15,,,,,\r\n"))
  }

  @Test func `Markdown is a table`() throws {
    let lines = try program.run("export", "--format", "markdown").lines

    #expect(lines.count == 4)
    #expect(lines.allSatisfy { $0.hasPrefix("| ") || $0.hasPrefix("| ---") || $0.hasPrefix("|") })
  }

  @Test func `Two exports are the same bytes`() throws {
    let first = try program.run("export", "--format", "csv").output
    let second = try program.run("export", "--format", "csv").output

    #expect(first == second)
  }

  @Test func `A file is replaced in one step`() throws {
    let file = program.home + "/list.csv"
    try "old".write(toFile: file, atomically: false, encoding: .utf8)
    let outcome = try program.run("export", "--format", "csv", "-o", file, "--json")

    #expect(outcome.status == 0)
    #expect(try outcome.json("export").text("file") == file)
    #expect(try String(contentsOfFile: file, encoding: .utf8).hasPrefix("id,title"))
    let beside = try FileManager.default.contentsOfDirectory(atPath: program.home).filter { $0.hasSuffix(".new") }
    #expect(beside.isEmpty)
  }

  @Test func `A file that cannot be written is a failure`() throws {
    let outcome = try program.run("export", "-o", program.home + "/nowhere/list.json", "--json")

    #expect(outcome.status == 1)
    #expect(try outcome.json("export").object("error").text("message")?.contains("nowhere") == true)
  }

  @Test func `Anything but JSON has no place on a JSON stream`() throws {
    #expect(try program.run("export", "--format", "csv", "--json").status == 64)
  }
}
