import Foundation
import TestSupport
import Testing

@Suite(.blocking)
struct DanmakuTests {
  private let program: Program

  init() throws {
    program = try Program()
  }

  private func file(_ text: String) throws -> String {
    let path = program.home + "/comments.xml"
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    return path
  }

  @Test func `Stats count what a file holds`() throws {
    let path = try file(
      """
      <?xml version="1.0" encoding="UTF-8"?><i>
      <d p="1.5,1,25,16777215,1700000000,0,abc,1">来了</d>
      <d p="2.5,5,25,16711680,1700000000,0,abd,2">来了</d>
      <d p="3.5,8,25,255,1700000000,0,abe,3">script</d>
      <d p="nonsense">?</d>
      </i>
      """)
    let outcome = try program.run("danmaku", "stats", path, "--json")

    #expect(outcome.status == 0)
    let object = try outcome.json("danmaku-stats")
    #expect(object["comments"] as? Int == 4)
    #expect(object["read"] as? Int == 3)
    #expect(object["notShown"] as? Int == 1)
    #expect(object.object("modes")["scroll"] as? Int == 1)
    #expect(object["firstMilliseconds"] as? Int == 1500)
    #expect(object.list("repeated").first?.text("text") == "来了")
  }

  @Test func `Heat is a strip with the times of the peaks, a picture, and numbers`() throws {
    let comments = [100, 300].flatMap { second in
      (0..<6).map { #"<d p="\#(second).\#($0),1,25,16777215,0,0,a,\#(second + $0)">前方高能</d>"# }
    }
    let path = try file("<i>" + comments.joined() + "</i>")
    let picture = program.home + "/heat.svg"
    let outcome = try program.run("danmaku", "stats", path, "--heat", "--svg", picture)

    let lines = outcome.output.split(separator: "\n")
    #expect(lines.first?.contains("█") == true)
    #expect(lines.last?.contains("^01:43") == true && lines.last?.contains("05:03^") == true)
    let svg = try String(contentsOfFile: picture, encoding: .utf8)
    #expect(svg.hasPrefix("<svg") && svg.contains("<title>comments.xml</title>") && svg.contains(">01:43<"))
    let heat = try program.run("danmaku", "stats", path, "--heat", "--json").json("danmaku-stats").object("heat")
    #expect((heat["heights"] as? [Double])?.max() == 1)
    #expect(heat.list("peaks").compactMap { $0["timeMilliseconds"] as? Int } == [103_000, 303_000])
  }

  @Test func `Heat lasts as long as comments are on the stage`() throws {
    let path = try file(#"<i><d p="20,1,25,255,0,0,a,1">来了</d></i>"#)
    func duration() throws -> Int? {
      let object = try program.run("danmaku", "stats", path, "--heat", "--json").json("danmaku-stats")
      return object.object("heat")["durationMilliseconds"] as? Int
    }
    #expect(try duration() == 28_000)
    try FileManager.default.createDirectory(atPath: program.configuration, withIntermediateDirectories: true)
    try "[danmaku]\nduration = 20\n".write(
      toFile: program.configuration + "/config.toml", atomically: true, encoding: .utf8)

    #expect(try duration() == 40_000)
  }

  @Test func `Comments come through a pipe, and the picture goes through one`() throws {
    _ = try file(#"<i><d p="20,1,25,255,0,0,a,1">来了</d></i>"#)

    let stats = try program.shell("$Y danmaku stats - --json < comments.xml").json("danmaku-stats")
    #expect(stats["comments"] as? Int == 1)
    let picture = try program.shell("$Y danmaku stats - --svg - < comments.xml").output
    #expect(picture.hasPrefix("<svg") && picture.contains("<title>standard input</title>"))
    #expect(picture.hasSuffix("</svg>\n"))
  }

  @Test(arguments: [
    "--rules none", "--columns 80", "--lanes 10", "--limit 5", "--why --limit 0", "--why --lanes 0", "--svg - --json",
    "--svg - --heat", "--svg - --why",
  ])
  func `Options that would do nothing are refused`(_ options: String) throws {
    _ = try file("<i></i>")

    #expect(try program.shell("$Y danmaku stats comments.xml \(options)").status == 64)
  }

  @Test func `Why a comment was not read is said in words`() throws {
    let path = try file(#"<i><d p="x,1">a</d><d p="1,1"></d></i>"#)

    let rows = try program.run("danmaku", "stats", path).lines
    #expect(rows.contains { $0.hasPrefix("not read, an impossible time") })
    #expect(rows.contains { $0.hasPrefix("not read, no text") })
  }

  @Test func `Peaks whose times would touch are told in several lines`() throws {
    let comments = [100, 130, 160, 300].flatMap { second in
      (0..<6).map { #"<d p="\#(second).\#($0),1,25,16777215,0,0,a,\#(second + $0)">前方高能</d>"# }
    }
    let lines = try program.run("danmaku", "stats", file("<i>" + comments.joined() + "</i>"), "--heat").lines

    #expect(lines.count == 3)
    #expect(lines[1].hasSuffix("05:03^") && lines[1].contains("^01:43") && lines[1].contains("^02:43"))
    #expect(lines[2].contains("^02:13"))
  }

  @Test func `A film on whose stage nothing is has no strip, and why is said`() throws {
    let path = try file(#"<i><d p="1,7,25,255,0,0,a,1">[0,0,"1-1",4,"far"]</d></i>"#)
    let outcome = try program.run("danmaku", "stats", path, "--heat")

    #expect(outcome.status == 0)
    #expect(outcome.lines.isEmpty)
    #expect(outcome.talk.contains("where their authors put them"))
    #expect(try program.run("danmaku", "stats", file("<i></i>"), "--heat").talk.contains("no comment"))
  }

  @Test func `A file in a newer version of our form is refused with what to do`() throws {
    let path = try file("{\"schema\":\"yozakura.danmaku/2\"}\n{\"time\":1,\"text\":\"x\"}\n")
    let outcome = try program.run("danmaku", "stats", path)

    #expect(outcome.status == 1)
    #expect(outcome.talk.contains("line 1 names yozakura.danmaku/2") && outcome.talk.contains("update Yozakura"))
  }

  @Test func `A file that is no danmaku is refused with what it is`() throws {
    let path = try file("<!DOCTYPE html><html></html>")
    let outcome = try program.run("danmaku", "stats", path, "--json")

    #expect(outcome.status == 1)
    let object = try outcome.json("danmaku-stats")
    #expect(object.errorCode == "invalid")
    #expect(object.object("error").text("message")?.contains("web page") == true)
  }

  @Test func `A file that is not there is named`() throws {
    let outcome = try program.run("danmaku", "stats", "nowhere.xml")

    #expect(outcome.status == 1)
    #expect(outcome.talk.contains("nowhere.xml"))
  }

  @Test func `Playing needs a terminal`() throws {
    let path = try file("<i><d p=\"1,1,25,0,0,0,a,1\">x</d></i>")

    #expect(try program.run("danmaku", "play", path).status == 64)
  }
}
