import FaultServer
import Foundation
import TestSupport
import Testing

/// What an open interface costs those who serve it.
@Suite(.needsTerminal, .blocking)
struct RequestTests {
  private static let catalogue = Array(
    """
    {"siteMeta":{},"items":[{"title":"夜桜","titleTranslate":{},"type":"tv","lang":"ja","officialSite":"",\
    "begin":"2026-07-01T13:00:00.000Z","end":"","sites":[{"site":"bangumi","id":"1"}]}]}
    """.utf8)

  /// A home whose only provider has two mirrors and three sources, which is in sync.
  private func syncedHome(_ server: HostileServer, versioned: Bool) throws -> Home {
    let home = try Home()
    try home.run("provider", "disable", "bangumi-data")
    var words = ["provider", "add", "bangumi-data", "--name", "test"]
    if versioned {
      words += ["--mirror", server.url("/a@{version}/data.json"), "--mirror", server.url("/b@{version}/data.json")]
      words += ["/version/a", "/version/b", "/version/c"].flatMap { ["--version-from", server.url($0)] }
    } else {
      words += ["--mirror", server.url("/data.json")]
    }
    try home.run(words)
    #expect(try home.run("sync").contains("●"))
    return home
  }

  private func server() throws -> HostileServer {
    try HostileServer([
      "/a@0.3.1/data.json": .ok(Self.catalogue), "/b@0.3.1/data.json": .ok(Self.catalogue),
      "/version/a": .version("0.3.1"), "/version/b": .version("0.3.1"), "/version/c": .version("0.3.1"),
      "/data.json": .marked("\"one\"", Self.catalogue),
    ])
  }

  private static var tomorrow: String {
    ISO8601DateFormatter().string(from: Date(timeIntervalSinceNow: 25 * 3600))
  }

  @Test func `Opened within the interval it asks nobody`() throws {
    let server = try server()
    let home = try syncedHome(server, versioned: true)
    let before = server.requests.count

    let terminal = try Terminal(columns: 120, rows: 36, home: home)
    try terminal.wait(for: "synced")
    try terminal.press("2")
    try terminal.wait(for: "╭ Catalogue")
    try terminal.wait(for: "synced")
    #expect(server.requests.count == before)
  }

  @Test func `Opened later, an unchanged catalogue costs one small request`() throws {
    let server = try server()
    let home = try syncedHome(server, versioned: true)
    let before = server.requests.count

    let terminal = try Terminal(columns: 120, rows: 36, home: home, environment: ["YOZAKURA_NOW": Self.tomorrow])
    #expect(Terminal.poll { server.requests.count > before })
    try terminal.wait(for: "synced just now")
    #expect(server.requests.dropFirst(before).map(\.path).allSatisfy { $0.hasPrefix("/version/") })
    #expect(server.requests.count == before + 1)
  }

  @Test func `Opened later, a mirror without versions is asked by its own mark, once`() throws {
    let server = try server()
    let home = try syncedHome(server, versioned: false)
    let before = server.requests.count

    let terminal = try Terminal(columns: 120, rows: 36, home: home, environment: ["YOZAKURA_NOW": Self.tomorrow])
    #expect(Terminal.poll { server.requests.count > before })
    try terminal.wait(for: "synced just now")
    #expect(server.requests.dropFirst(before).map { $0.headers["if-none-match"] } == ["\"one\""])
  }
}
