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

  @Test func `Columns and their order can be chosen, and the order of shows`() throws {
    let lines = try program.run("export", "--format", "tsv", "--fields", "score,bangumi", "--sort", "score").lines
    #expect(lines == ["score\tbangumi", "\t515759", "9.5\t400602"])
    let turned = try program.run("export", "--fields", "bangumi,score", "--sort=-score").json("export").list("shows")
    #expect(turned.map { $0.text("bangumi") } == ["400602", "515759"])
    #expect(turned.map { $0["score"] as? Int } == [95, nil])
    #expect(try program.run("export", "--fields", "titel").talk.contains("Did you mean `title`?"))
    #expect(try program.run("export", "--format", "opml", "--fields", "title").status == 64)
  }

  @Test func `Only what a filter lets pass leaves`() throws {
    let shows = try program.run("export", "--filter", "score>=9").json("export").list("shows")
    #expect(shows.map { $0.object("ids").text("bangumi") } == ["400602"])
    #expect(try program.run("export", "--filter", "score>=").status == 64)
  }

  @Test func `A page stands by itself, and text in it is text`() throws {
    _ = try program.run("set", "bangumi:515759", "--note", "<script>alert(1)</script> & \"x\"")
    let page = try program.run("export", "--format", "html").output

    #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;x&quot;"))
    #expect(page.components(separatedBy: "<script>").count == 2)
    #expect(page.contains("default-src 'none'"))
    #expect(!page.contains("http://") && !page.contains("https://"))
    #expect(page.components(separatedBy: "<tr>").count == 4)
    #expect(page.contains("<td class=\"begin\" data-order=\"2023-09-28T15:00:00Z\">2023-09-29</td>"))
  }

  @Test func `An outline is XML that tells the status of each show`() throws {
    let lines = try program.run("export", "--format", "opml").lines

    #expect(lines.prefix(2) == ["<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "<opml version=\"2.0\">"])
    #expect(
      lines.filter { $0.hasPrefix("    <outline") } == [
        "    <outline text=\"watching\">", "    <outline text=\"none\">",
      ])
    #expect(lines.count { $0.hasPrefix("      <outline") && $0.hasSuffix("/>") } == 2)
    #expect(lines.contains { $0.hasSuffix("score=\"9.5\" _note=\"=1+1, &quot;旅&quot;\"/>") })
    #expect(lines.last == "</opml>")
  }

  @Test func `A calendar of what is followed is the same by either command`() throws {
    _ = try program.run("follow", "bangumi:515759")
    let calendar = try program.run("export", "--format", "ics", "--filter", "followed").output

    #expect(calendar.contains("BEGIN:VEVENT"))
    #expect(try calendar == program.run("calendar").output)
  }

  @Test func `A table of Org mode has a rule below its head, and no bar within a cell`() throws {
    _ = try program.run("set", "bangumi:515759", "--note", "a|b")
    let lines = try program.run("export", "--format", "org", "--fields", "bangumi,note").lines

    #expect(lines.prefix(2) == ["| bangumi | note |", "|---+---|"])
    #expect(lines.contains("| 515759 | a\\vert{}b |"))
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
