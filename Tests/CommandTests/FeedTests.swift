import FaultServer
import Foundation
import TestSupport
import Testing

@Suite(.blocking)
struct FeedTests {
  private let program: Program
  private let server: HostileServer

  init() throws {
    program = try Program()
    server = try HostileServer([:])
    _ = try program.run("provider", "remove", "bangumi-data")
  }

  private static func rss(_ names: String..., ttl: Int? = nil) -> [UInt8] {
    let items = names.map {
      "<item><title>[Group] Show - \($0) (1080p).mkv</title><guid>https://feeds.example/view/\($0)</guid>"
        + "<link>https://feeds.example/\($0).torrent</link><pubDate>Wed, 0\($0) Jul 2026 12:00:00 GMT</pubDate></item>"
    }
    let ttl = ttl.map { "<ttl>\($0)</ttl>" } ?? ""
    return Array("<rss><channel><title>Releases</title>\(ttl)\(items.joined())</channel></rss>".utf8)
  }

  private func add(_ name: String, _ path: String) throws {
    #expect(try program.run("provider", "add", "feed", "--name", name, "--url", server.url(path)).status == 0)
  }

  private func sync() throws -> (Outcome, [[String: Any]]) {
    let outcome = try program.run("sync", "--json")
    return (outcome, try outcome.json("sync").list("providers"))
  }

  private func items(_ arguments: String = "") throws -> [[String: Any]] {
    try program.shell("\"$Y\" feed list --json \(arguments)").json("feed-list").list("items")
  }

  /// Makes the program forget that it asked.
  private func forget() throws {
    _ = try program.shell("rm -f '\(program.home)/state/yozakura/feeds.toml'")
  }

  @Test func `What a feed says is kept and listed, the newest first`() throws {
    server.route("/a.xml", .ok(Self.rss("2", "1")))
    try add("releases", "/a.xml")

    let (outcome, providers) = try sync()
    #expect(outcome.status == 0)
    #expect(providers.first?.text("state") == "updated")
    #expect(providers.first?["added"] as? Int == 2)
    let item = try #require(try items("releases").first)
    #expect(item.text("title") == "[Group] Show - 2 (1080p).mkv")
    #expect(item.text("published") == "2026-07-02T12:00:00Z")
    let links = try #require(item["links"] as? [String: Any])
    #expect(links.text("torrent") == "https://feeds.example/2.torrent")
    #expect(links.text("page") == "https://feeds.example/view/2")
    #expect(try program.run("feed", "list").output.contains("https://feeds.example/view/2"))
  }

  @Test func `Nothing that a feed links to is fetched`() throws {
    server.route(
      "/a.xml",
      .ok(
        Array(
          String(decoding: Self.rss("1"), as: UTF8.self)
            .replacing("https://feeds.example", with: server.url("")).utf8)))
    try add("releases", "/a.xml")
    _ = try sync()
    _ = try items()

    #expect(server.requests.map(\.path) == ["/a.xml"])
  }

  @Test func `What a feed drops stays, and an empty one takes nothing away`() throws {
    server.route("/a.xml", .ok(Self.rss("2", "1")))
    try add("releases", "/a.xml")
    _ = try sync()
    server.route("/a.xml", .ok(Self.rss("3")))
    try forget()
    _ = try sync()
    server.route("/a.xml", .ok(Self.rss()))
    try forget()
    let (outcome, providers) = try sync()

    #expect(outcome.status == 0)
    #expect(providers.first?.text("state") == "unchanged")
    #expect(try items().count == 3)
  }

  @Test func `A feed is not asked again within a quarter of an hour`() throws {
    server.route("/a.xml", .ok(Self.rss("1")))
    try add("releases", "/a.xml")
    _ = try sync()
    let (outcome, providers) = try sync()

    #expect(outcome.status == 0)
    #expect(providers.first?.text("state") == "unchanged")
    #expect(server.requests.count == 1)
  }

  @Test func `One broken feed stops no other, and says why`() throws {
    server.route("/page", .ok(Array("<!DOCTYPE html><html><body>503</body></html>".utf8)))
    server.route("/a.xml", .ok(Self.rss("1")))
    try add("broken", "/page")
    try add("releases", "/a.xml")
    let (outcome, providers) = try sync()

    #expect(outcome.status == 3)
    #expect(providers.map { $0.text("state") } == ["failed", "updated"])
    #expect(providers.first?.text("cause")?.contains("web page") == true)
    #expect(try items().count == 1)
  }

  @Test func `A server is asked with its own mark, and what is unchanged is not sent again`() throws {
    server.route("/a.xml", .marked("\"v1\"", Self.rss("1")))
    try add("releases", "/a.xml")
    _ = try sync()
    let memory = "\(program.home)/state/yozakura/feeds.toml"
    _ = try program.shell("sed -i 's/^answered = .*/answered = \"2020-01-01T00:00:00Z\"/' '\(memory)'")
    let (_, providers) = try sync()

    #expect(providers.first?.text("state") == "unchanged")
    #expect(server.requests.map { $0.headers["if-none-match"] } == [nil, "\"v1\""])
  }

  @Test func `A feed that asks for longer is left alone for longer`() throws {
    server.route("/a.xml", .ok(Self.rss("1", ttl: 120)))
    try add("releases", "/a.xml")
    _ = try sync()
    let hourAgo = ISO8601DateFormatter().string(from: Date(timeIntervalSinceNow: -3600))
    let memory = "\(program.home)/state/yozakura/feeds.toml"
    _ = try program.shell("sed -i 's/^answered = .*/answered = \"\(hourAgo)\"/' '\(memory)'")
    _ = try sync()

    #expect(server.requests.count == 1)
  }

  @Test func `The next address is asked where one gives no feed`() throws {
    server.route("/page", .ok(Array("<html>".utf8)))
    server.route("/a.xml", .ok(Self.rss("1")))
    let added = try program.run(
      "provider", "add", "feed", "--name", "releases", "--url", server.url("/page"), "--url", server.url("/a.xml"))
    #expect(added.status == 0)
    let (outcome, providers) = try sync()

    #expect(outcome.status == 0)
    #expect(providers.first?.text("state") == "updated")
  }

  @Test func `Items are there offline, and as of a day before them there are none`() throws {
    server.route("/a.xml", .ok(Self.rss("1")))
    try add("releases", "/a.xml")
    _ = try sync()

    #expect(try items("--offline").count == 1)
    #expect(try items("--as-of 9999-01-01").count == 1)
    #expect(try program.run("feed", "list", "nothing", "--json").status == 4)
  }
}
