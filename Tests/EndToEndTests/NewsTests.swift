import FaultServer
import Foundation
import TestSupport
import Testing

/// What came since the last look, in an interface that stays open.
@Suite(.needsTerminal, .blocking)
struct NewsTests {
  private let server: HostileServer
  private let home: Home

  /// A home with one feed, in which a show is followed whose name no other has.
  init() throws {
    server = try HostileServer()
    home = try Home()
    try home.run("provider", "disable", "bangumi-data")
    try home.run("provider", "add", "feed", "--name", "releases", "--url", server.url("/feed.xml"))
    try home.run("follow", "bangumi:400602")
    // The interface begins to be told with its first look.
    let terminal = try Terminal(home: home)
    try terminal.wait(for: "╭ Tonight")
    try leave(terminal)
  }

  /// The interface with the first row in sight, where what is new stands.
  private func open() throws -> Terminal {
    let terminal = try Terminal(home: home)
    try terminal.wait(for: "╭ Tonight")
    try terminal.press("g", "g")
    try terminal.wait(for: "The starter catalogue")
    return terminal
  }

  private func leave(_ terminal: Terminal) throws {
    let process = try terminal.process()
    try terminal.press("q")
    #expect(Terminal.poll { kill(process, 0) != 0 })
  }

  /// A feed with releases of the followed show.
  private func feed(_ episodes: Int...) -> Answer {
    let items = episodes.map {
      "<item><title>[Group] 葬送のフリーレン - 0\($0) (1080p).mkv</title>"
        + "<guid>https://feeds.example/\($0)</guid></item>"
    }
    return .ok(Array("<rss><channel><title>Releases</title>\(items.joined())</channel></rss>".utf8))
  }

  @Test func `What a feed brings is shown when the sync has ended, and no more at the next look`() throws {
    let first = try open()
    #expect(try first.screen().contains("New since") == false)
    server.route("/feed.xml", feed(7))
    try first.press("r")
    try first.wait(for: "New since")
    try first.wait(for: "葬送のフリーレン")
    try leave(first)

    #expect(try news(for: "another", "--since", "1d").contains("\"kind\": \"feed\""))
    #expect(try news(for: "interface").contains("\"kind\": \"feed\"") == false)
  }

  /// What `consumer` would be told now.
  private func news(for consumer: String, _ arguments: String...) throws -> String {
    try home.run(["new", "--json", "--peek", "--for", consumer] + arguments)
  }

  @Test func `What another process fetched is shown as well`() throws {
    let terminal = try open()
    server.route("/feed.xml", feed(8))
    try home.run("sync")
    try terminal.wait(for: "New since")
  }
}
