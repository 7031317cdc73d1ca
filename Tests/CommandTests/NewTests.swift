import FaultServer
import Foundation
import TestSupport
import Testing

/// A show that is on each Wednesday at 13:00 UTC, and an hour later on a stream; asked about in August 2026.
@Suite(.blocking)
struct NewTests {
  private let program: Program
  private let server: HostileServer

  init() throws {
    program = try Program()
    server = try HostileServer(["/good.json": .ok(SampleCatalogue.bytes())])
    _ = try program.run("provider", "remove", "bangumi-data")
    _ = try program.shell("\"$Y\" provider add bangumi-data --name test --mirror '\(server.url("/good.json"))'")
    #expect(try program.run("sync").status == 0)
    #expect(try program.run("follow", "bangumi:900000").status == 0)
  }

  /// What `new` says with `options` in August at `time`, `15T13:00`.
  private func new(_ options: String = "", at time: String) throws -> Outcome {
    try program.shell("YOZAKURA_NOW=2026-08-\(time):00Z \"$Y\" new \(options)")
  }

  /// When that was on of which `new` tells.
  private func times(_ options: String = "", at time: String) throws -> [String] {
    let outcome = try new("--json \(options)", at: time)
    #expect(outcome.status == 0)
    return try outcome.json("new").list("arrivals").compactMap { $0.text("at") }
  }

  /// The releases in feeds that `new` tells of now.
  private func releases(_ options: String) throws -> [[String: Any]] {
    try program.shell("unset YOZAKURA_NOW; \"$Y\" new --json \(options)").json("new").list("arrivals").filter {
      $0.text("kind") == "feed"
    }
  }

  private var memory: String { "\(program.home)/state/yozakura/new/default" }

  @Test func `A consumer begins with its first look, and is told each episode once`() throws {
    #expect(try times(at: "11T00:00").isEmpty)
    #expect(try times(at: "12T13:00") == ["2026-08-12T13:00:00Z"])
    #expect(try times(at: "12T13:00").isEmpty)
    #expect(try times(at: "27T00:00") == ["2026-08-19T13:00:00Z", "2026-08-26T13:00:00Z"])
  }

  @Test func `An arrival says what the design has for an airing`() throws {
    let arrival = try #require(
      try new("--since 7d --json", at: "15T13:00").json("new").list("arrivals").first)

    #expect(Set(arrival.keys) == ["show", "at", "kind", "site", "exact", "episode", "title", "link"])
    #expect(arrival.object("show").object("ids").text("bangumi") == "900000")
    #expect(arrival.text("kind") == "tv")
    #expect(arrival["episode"] is NSNull)
  }

  @Test func `People read when, what and where`() throws {
    let lines = try new("--since 7d", at: "15T13:00").lines

    #expect(lines.count == 1)
    #expect(lines.first?.hasPrefix("2026-08-12 22:00  桜の話0 ~7") == true)
    #expect(lines.first?.contains("TV") == true)
  }

  @Test func `Each consumer is told everything`() throws {
    #expect(try times("--for cron --since 3d", at: "15T13:00").count == 1)
    #expect(try times("--for mail --since 2026-08-05", at: "15T13:00").count == 2)
    #expect(try times("--for cron --since 3d", at: "15T13:00").isEmpty)
  }

  @Test func `A peek is not remembered`() throws {
    #expect(try times("--since 7d --peek", at: "15T13:00").count == 1)
    #expect(try times("--since 7d", at: "15T13:00").count == 1)
  }

  @Test func `What a limit leaves out comes the next time`() throws {
    #expect(try times("--since 2026-08-01 --limit 1", at: "15T13:00") == ["2026-08-05T13:00:00Z"])
    #expect(try times("--limit 1", at: "15T13:00") == ["2026-08-12T13:00:00Z"])
  }

  @Test func `A reset consumer begins anew`() throws {
    #expect(try times("--since 7d", at: "15T13:00").count == 1)
    #expect(try times("--reset", at: "15T13:00").isEmpty)
    #expect(try times("--reset --since 7d", at: "15T13:00").count == 1)
  }

  @Test func `Sites and all airings are a choice`() throws {
    #expect(try times("--for a --each --since 7d", at: "15T13:00") == ["2026-08-12T13:00:00Z", "2026-08-12T14:00:00Z"])
    #expect(try times("--for b --site crunchyroll --since 7d", at: "15T13:00") == ["2026-08-12T14:00:00Z"])
    #expect(try times("--for c --stream --region jp --since 7d", at: "15T13:00").isEmpty)
    #expect(try times("--for d --stream --region gb --since 7d", at: "15T13:00").count == 1)
  }

  @Test func `Next is the episode right after the watched ones`() throws {
    #expect(try program.run("set", "bangumi:900000", "--progress", "5").status == 0)

    #expect(try times("--next --since 2026-08-01", at: "15T13:00") == ["2026-08-05T13:00:00Z"])
    #expect(try times("--next", at: "15T13:00").isEmpty)
  }

  @Test(arguments: ["--since soon", "--for ../x", "--for ''", "--peek --reset", "--complete --each", "--limit 0"])
  func `What cannot be meant is refused`(_ options: String) throws {
    #expect(try new(options, at: "15T13:00").status == 64)
  }

  @Test func `What could not be written out is told again`() throws {
    #expect(try new("--since 7d > /dev/full", at: "15T13:00").status == 1)
    #expect(try times("--since 7d", at: "15T13:00").count == 1)
  }

  @Test(arguments: [2, 5, 10, 15, 20, 30, 40, 60])
  func `Who is killed at any moment is told all by the next look`(_ milliseconds: Int) throws {
    let both = try program.shell(
      """
      export YOZAKURA_NOW=2026-08-15T13:00:00Z
      timeout -s KILL 0.0\(milliseconds / 10)\(milliseconds % 10) "$Y" new --since 2026-08-01
      "$Y" new --since 2026-08-01
      """)
    #expect(Set(both.lines).count == 2)
    #expect(try times("--since 2026-08-01", at: "15T13:00").isEmpty)
  }

  @Test func `Of two that ask at once each episode goes to one`() throws {
    let both = try program.shell(
      """
      export YOZAKURA_NOW=2026-08-15T13:00:00Z
      "$Y" new --since 2026-08-01 > a | "$Y" new --since 2026-08-01 > b; cat a b
      """)
    #expect(both.lines.count == 2)
    #expect(Set(both.lines).count == 2)
  }

  @Test func `A damaged memory is set aside, and does not repeat everything`() throws {
    #expect(try times("--since 2026-08-01", at: "15T13:00").count == 2)
    try "nonsense".write(toFile: memory, atomically: false, encoding: .utf8)
    _ = try program.shell("touch -d 2026-08-15T13:00:00Z '\(memory)'")

    let outcome = try new(at: "20T00:00")
    #expect(outcome.lines.count == 1)
    #expect(outcome.talk.contains("\(memory).damaged"))
    #expect(try String(contentsOfFile: "\(memory).damaged", encoding: .utf8) == "nonsense")
  }

  @Test func `A peek leaves a damaged memory where it is`() throws {
    #expect(try times("--since 2026-08-01", at: "11T00:00").count == 1)
    try "nonsense".write(toFile: memory, atomically: false, encoding: .utf8)
    _ = try program.shell("touch -d 2026-08-11T00:00:00Z '\(memory)'")

    #expect(try times("--peek", at: "20T00:00").count == 2)
    #expect(try times(at: "20T00:00").count == 2)
  }

  @Test func `Since holds for a show that is followed later, too`() throws {
    #expect(try times("--since 2026-08-01", at: "15T13:00").count == 2)
    #expect(try program.run("follow", "bangumi:900001").status == 0)

    let all = try times("--for other --since 2026-08-01", at: "15T13:00")
    #expect(all.count > 2)
    #expect(try times("--since 2026-08-01", at: "15T13:00").count == all.count - 2)
  }

  @Test func `A site that nobody knows is named`() throws {
    #expect(try new("--site crunchyrol", at: "15T13:00").talk.contains("Did you mean `crunchyroll`?"))
    #expect(try new("--region zzz", at: "15T13:00").status == 64)
  }

  @Test func `A release of a followed show is told once, with its link`() throws {
    let feed = ["桜の話0 - 05", "桜の話1 - 05", "Nobody Knows This - 01"].map {
      "<item><title>[Group] \($0) (1080p).mkv</title><link>https://feeds.example/\($0.count).torrent</link>"
        + "<guid>\($0)</guid><pubDate>Wed, 01 Jul 2026 12:00:00 GMT</pubDate></item>"
    }.joined()
    server.route("/a.xml", .ok(Array("<rss><channel><title>R</title>\(feed)</channel></rss>".utf8)))
    #expect(try program.run("provider", "add", "feed", "--name", "r", "--url", server.url("/a.xml")).status == 0)
    #expect(try program.run("sync", "r").status == 0)
    let release = "[Group] 桜の話0 - 05 (1080p).mkv"
    #expect(try program.run("identify", release, "--correct", "bangumi:900000").status == 0)

    // Items come when the machine's own clock says.
    let arrivals = try releases("--since 1h")
    #expect(arrivals.count == 1)
    #expect(arrivals.first?.object("show").object("ids").text("bangumi") == "900000")
    #expect(arrivals.first?["episode"] as? Int == 5)
    #expect(arrivals.first?.text("link")?.hasSuffix(".torrent") == true)
    #expect(try releases("").isEmpty)
    #expect(try releases("--for tv --tv --since 1h").isEmpty)
    #expect(try releases("--for other --since 1h").count == 1)
  }

  @Test func `Where nothing can be remembered nothing is told`() throws {
    _ = try program.shell("mkdir -p state/yozakura; rm -rf state/yozakura/new; touch state/yozakura/new")

    let outcome = try new("--since 7d --json", at: "15T13:00")
    #expect(outcome.status == 1)
    #expect(try outcome.json("new").list("arrivals").isEmpty)
  }

  @Test func `Who follows nothing is told how to`() throws {
    #expect(try program.run("unfollow", "bangumi:900000").status == 0)

    let outcome = try new(at: "15T13:00")
    #expect(outcome.status == 0)
    #expect(outcome.talk.contains("yozakura follow"))
  }
}
