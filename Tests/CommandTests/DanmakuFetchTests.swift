import FaultServer
import Foundation
import TestSupport
import Testing

/// Comments that are fetched from the user's own servers.
@Suite(.blocking)
struct DanmakuFetchTests {
  private let program: Program
  private let server: HostileServer
  private static let frieren = "bangumi:400602"

  init() throws {
    program = try Program()
    server = try HostileServer(["/400602/7.xml": .ok(Self.file(["来了", "感动"]), type: "text/xml")])
  }

  private static func file(_ texts: [String]) -> String {
    let rows = texts.enumerated().map { index, text in
      "<d p=\"\(index + 1).0,1,25,16777215,1700000000,0,d263bd64,\(index + 1)\">\(text)</d>"
    }
    return "<i>\(rows.joined())</i>"
  }

  private func configure(_ text: String) throws {
    try program.configure("config.toml", text)
  }

  private func configureAddress() throws {
    try configure(
      "[[danmaku.server]]\nname = \"mine\"\nkind = \"url\"\nurl = \"\(server.url())/{bangumi}/{episode}.xml\"\n")
  }

  private func fetch(_ more: String...) throws -> (status: Int32, [[String: Any]]) {
    let line = (["danmaku", "fetch", Self.frieren] + more + ["--json"]).joined(separator: " ")
    let outcome = try program.shell("exec \"$Y\" \(line)")
    return (outcome.status, try outcome.json("danmaku-fetch").list("fetched"))
  }

  private func kept() throws -> [String] {
    try program.run("danmaku", "show", Self.frieren, "--json").json("danmaku-show").list("danmaku").map { row in
      "\(row["episode"] ?? "") \(row["source"] ?? "") \(row["comments"] ?? "")"
    }
  }

  @Test func `What an address gives is kept under the server's name, without its address`() throws {
    try configureAddress()
    let (status, fetched) = try fetch("7")

    #expect(status == 0)
    #expect(fetched.first?.text("state") == "stored")
    #expect(try kept() == ["7 mine 2"])
    let show = try program.run("danmaku", "show", Self.frieren).output
    #expect(show.contains("127.0.0.1") && !show.contains("7.xml"))
  }

  @Test func `What cannot be read is counted by its reason`() throws {
    let broken = "<d>no time</d><d p=\"9,1,25,16777215,0,0,0,9\"></d>"
    let text = Self.file(["来了"]).replacing("</i>", with: broken + "</i>")
    server.route("/400602/7.xml", .ok(text, type: "text/xml"))
    try configureAddress()
    let (_, fetched) = try fetch("7")

    let skipped = try #require(fetched.first?["skipped"] as? [String: Int]).filter { $0.value > 0 }
    #expect(skipped == ["noParameters": 1, "emptyText": 1])
    #expect(try program.run("danmaku", "fetch", Self.frieren, "7").output.contains("2 skipped: "))
  }

  @Test func `The same once more is asked for by its tag, and writes nothing`() throws {
    server.route("/400602/7.xml", .marked("\"one\"", Array(Self.file(["来了"]).utf8)))
    try configureAddress()
    _ = try fetch("7")
    let (status, fetched) = try fetch("7")

    #expect(status == 0)
    #expect(fetched.first?.text("state") == "unchanged")
    #expect(server.requests.last?.headers["if-none-match"] == "\"one\"")
    #expect(try kept() == ["7 mine 1"])
  }

  @Test(arguments: [
    (Answer.ok("<i></i>", type: "text/xml"), "empty"),
    (Answer.ok(file(["x"]), type: "text/xml"), "shrunken"),
    (Answer.ok("<!DOCTYPE html><html></html>", type: "text/html"), "failed"),
    (Answer.status(500, "down"), "failed"),
  ])
  func `An answer that is not good replaces nothing, and the status is 3`(_ answer: Answer, _ state: String) throws {
    server.route("/400602/7.xml", .ok(Self.file(["a", "b", "c"]), type: "text/xml"))
    try configureAddress()
    _ = try fetch("7")
    server.route("/400602/7.xml", answer)
    let (status, fetched) = try fetch("7")

    #expect(status == 3)
    #expect(fetched.first?.text("state") == state)
    #expect(try kept() == ["7 mine 3"])
  }

  @Test func `What was imported under the server's name stays, and what to do is said`() throws {
    let path = program.home + "/own.xml"
    try Self.file(["mine"]).write(toFile: path, atomically: true, encoding: .utf8)
    _ = try program.run("danmaku", "import", path, "--show", Self.frieren, "--episode", "7", "--source", "mine")
    try configureAddress()
    let (status, fetched) = try fetch("7")

    #expect(status == 3)
    #expect(fetched.first?.text("state") == "imported")
    #expect(try kept() == ["7 mine 1"])
    #expect(try program.run("danmaku", "fetch", Self.frieren, "7").output.contains("give the server another name"))
  }

  @Test func `A secret that is no text is refused without being told`() throws {
    try configure(
      """
      [[danmaku.server]]
      name = "mine"
      kind = "dandanplay"
      url = "\(server.url())"
      appId = "me"
      appSecret = 8675309
      """)
    let outcome = try program.run("danmaku", "fetch", Self.frieren, "7")

    #expect(outcome.status == 1)
    #expect(outcome.talk.contains("[[danmaku.server]] number 1: `appSecret` has to be a text"))
    #expect(!outcome.talk.contains("8675309"))
  }

  @Test func `Without an episode all that were aired are asked for, and a server that is down only once`() throws {
    try configure(
      """
      [[danmaku.server]]
      name = "down"
      kind = "url"
      url = "http://127.0.0.1:1/{episode}"

      [[danmaku.server]]
      name = "mine"
      kind = "url"
      url = "\(server.url())/{bangumi}/{episode}.xml"
      """)
    let (status, fetched) = try fetch()

    #expect(status == 3)
    #expect(fetched.filter { $0.text("server") == "down" }.count == 1)
    #expect(fetched.filter { $0.text("server") == "mine" }.count == 28)
    #expect(try kept() == ["7 mine 2"])
  }

  @Test func `A directory on this machine is a server too, and goes on without a network`() throws {
    let folder = URL(fileURLWithPath: program.home + "/kept/葬送的芙莉莲")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Self.file(["来了"]).write(
      to: folder.appendingPathComponent("[Group] 07 [1080p].xml"), atomically: true, encoding: .utf8)
    try configure(
      "[[danmaku.server]]\nname = \"disk\"\nkind = \"directory\"\npath = \"~/kept/{title}/*{episode:2}*\"\n")

    #expect(try fetch("7", "--offline").status == 0)
    #expect(try kept() == ["7 disk 1"])
    // The 08 of 1080p is no episode.
    #expect(try fetch("8").status == 3)
  }

  /// Makes a directory the server, in which each of `names` is a file that says its own name.
  private func configureDirectory(_ pattern: String, _ names: [String]) throws {
    try FileManager.default.createDirectory(atPath: program.home + "/kept", withIntermediateDirectories: true)
    for name in names {
      try Self.file([name]).write(toFile: "\(program.home)/kept/\(name)", atomically: true, encoding: .utf8)
    }
    try configure("[[danmaku.server]]\nname = \"disk\"\nkind = \"directory\"\npath = \"~/kept/\(pattern)\"\n")
  }

  @Test(arguments: [
    ("*E{episode:2}*", ["S02E01.xml", "S02E02.xml"], "S02E02.xml"),
    ("*{episode}*", ["01.xml", "02.xml", "12.xml", "20.xml"], "02.xml"),
    ("*{episode} [[]v?].xml", ["Show - 01 [v2].xml", "Show - 02 [v2].xml"], "Show - 02 [v2].xml"),
    ("{episode:3}-{episode}.xml", ["002-1.xml", "002-2.xml"], "002-2.xml"),
  ])
  func `The number of the episode stands where the pattern of a directory has it`(
    _ pattern: String, _ names: [String], _ wanted: String
  ) throws {
    try configureDirectory(pattern, names)

    #expect(try fetch("2").status == 0)
    #expect(try program.run("danmaku", "export", Self.frieren, "2").output.contains("\"text\":\"\(wanted)\""))
  }

  @Test(arguments: [
    ("*{episode:2}*", ["S02E01.xml", "S02E02.xml"]), ("*{episode}*", ["Show - 01 [v2].xml", "Show - 02 [v2].xml"]),
  ])
  func `Where several files may be the episode none is kept, and all are named`(
    _ pattern: String, _ names: [String]
  ) throws {
    try configureDirectory(pattern, names)
    let (status, fetched) = try fetch("2")

    #expect(status == 3)
    for name in names { #expect(fetched.first?.text("cause")?.contains(name) == true) }
    #expect(try kept().isEmpty)
  }

  @Test func `What went wrong is said once, as one sentence`() throws {
    server.route("/400602/7.xml", .ok("", type: "text/xml"))
    try configureAddress()
    let outcome = try program.run("danmaku", "fetch", Self.frieren, "7")

    #expect(outcome.output == "episode 7, mine: no comments came: it is empty\n")
    #expect(outcome.talk == "yozakura: Nothing new from mine for episode 7.\n")
  }

  @Test func `A server that says nothing is given up within seconds, with its cause`() throws {
    server.route("/400602/7.xml", .stall())
    try configureAddress()
    let start = ContinuousClock.now
    let (status, fetched) = try fetch("7")

    #expect(status == 3)
    #expect(fetched.first?.text("cause")?.contains("too slow") == true)
    #expect(ContinuousClock.now - start < .seconds(9))
  }

  @Test func `Offline nobody is asked`() throws {
    try configureAddress()
    let (status, fetched) = try fetch("7", "--offline")

    #expect(status == 3 && fetched.isEmpty && server.requests.isEmpty)
  }

  // MARK: The configuration

  @Test func `Without a server it is said that none is built in`() throws {
    let outcome = try program.run("danmaku", "fetch", Self.frieren, "7")

    #expect(outcome.status == 4)
    #expect(outcome.talk.contains("none is built in"))
  }

  @Test(arguments: [
    ("name = \"a b\"\nkind = \"url\"\nurl = \"http://h/\"", "a b"),
    ("name = \"a\"\nkind = \"dandanplya\"\nurl = \"http://h/\"", "dandanplay"),
    ("name = \"a\"\nkind = \"url\"\nurl = \"ftp://h/\"", "http"),
    ("name = \"a\"\nkind = \"url\"\nurl = \"http://h/{\"", "braces"),
    ("name = \"a\"\nkind = \"url\"\nurl = \"http://h/{bangumi}\"", "no {episode}"),
    ("name = \"a\"\nkind = \"directory\"\npath = \"/d/{title}/*\"", "no {episode}"),
    ("name = \"a\"\nkind = \"directory\"\npath = \"d/{episode}\"", "begin with"),
    ("name = \"a\"\nkind = \"url\"\nulr = \"http://h/\"", "url"),
    ("name = \"a\"\nkind = \"dandanplay\"\nurl = \"http://h/\"\nappId = \"x\"", "belong together"),
  ])
  func `What is wrong with a server is said, by fetch and by the check`(_ table: String, _ words: String) throws {
    try configure("[[danmaku.server]]\n\(table)\n")

    #expect(try program.run("danmaku", "fetch", Self.frieren, "7").talk.contains(words))
    #expect(try program.run("config", "check").output.contains(words))
  }

  @Test func `A secret that others can read is named, by fetch and by the check`() throws {
    try configure(
      "[[danmaku.server]]\nname = \"a\"\nkind = \"dandanplay\"\nurl = \"\(server.url())\"\nappId = \"x\"\nappSecret = \"y\"\n"
    )

    #expect(try program.run("config", "check").output.contains("read by others"))
    _ = try program.shell("chmod 600 '\(program.configuration)/config.toml'")
    #expect(try program.run("config", "check").status == 0)
  }

  @Test func `A video is asked about by its first bytes, and none of them is sent`() throws {
    try configure(
      "[[danmaku.server]]\nname = \"a\"\nkind = \"dandanplay\"\nurl = \"\(server.url())\"\n")
    server.route("/api/v2/match", .ok(#"{"isMatched":true,"matches":[{"episodeId":12,"shift":1}]}"#))
    server.route("/api/v2/comment/12", .ok(Self.file(["来了"])))
    let video = program.home + "/07.mkv"
    try "abc".write(toFile: video, atomically: true, encoding: .utf8)

    #expect(try fetch("7", "--file", video).status == 0)
    #expect(String(decoding: server.requests[0].body, as: UTF8.self).contains("900150983cd24fb0d6963f7d28e17f72"))
    #expect(try program.run("danmaku", "export", Self.frieren, "7").output.contains("\"time\":2000"))
    #expect(try program.run("danmaku", "fetch", Self.frieren, "--file", video).status == 64)
  }

  @Test func `Credentials of the environment sign the requests`() throws {
    let program = try Program(
      environment: ["YOZAKURA_DANDANPLAY_ID": "app", "YOZAKURA_DANDANPLAY_SECRET": "hidden-secret"])
    try program.configure(
      "config.toml", "[[danmaku.server]]\nname = \"a\"\nkind = \"dandanplay\"\nurl = \"\(server.url())\"\n")
    _ = try program.run("danmaku", "fetch", Self.frieren, "7")

    #expect(server.requests.first?.headers["x-appid"] == "app")
    #expect(server.requests.first?.headers["x-signature"]?.isEmpty == false)
    #expect(!server.requests.contains { $0.headers.values.contains { $0.contains("hidden-secret") } })
  }
}
