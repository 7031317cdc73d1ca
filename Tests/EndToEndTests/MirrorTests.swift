import FaultServer
import Foundation
import TestSupport
import Testing

/// The Mirrors screen of the open program, with mirrors that are really there.
@Suite(.needsTerminal, .blocking)
struct MirrorTests {
  private let catalogue = """
    {"siteMeta": {}, "items": [{"title": "夜桜の話", "titleTranslate": {}, "type": "tv", "lang": "ja",
    "officialSite": "", "begin": "2026-07-01T13:00:00.000Z", "end": "", "comment": "", "sites": []}]}
    """

  /// A home whose only provider has these servers as mirrors, in this order.
  private func home(_ servers: [HostileServer]) throws -> Home {
    let home = try Home()
    try home.run("provider", "disable", "bangumi-data")
    let options = servers.flatMap { ["--mirror", $0.url("/data.json")] }
    try home.run(["provider", "add", "bangumi-data", "--name", "test"] + options)
    return home
  }

  /// The Mirrors screen, after the sync that the program begins with.
  private func mirrors(_ home: Home) throws -> Terminal {
    let terminal = try Terminal(columns: 120, rows: 36, home: home)
    try terminal.wait(for: "synced just now")
    try terminal.press("6")
    try terminal.wait(for: "● 127.0.0.1:")
    return terminal
  }

  @Test func `A mirror that says no is quoted, and left alone with a countdown`() throws {
    let good = try HostileServer(["/data.json": .ok(catalogue)])
    let body = #"{"errors": [{"message": "The API is disabled."}]}"#
    let refusing = try HostileServer(["/data.json": .status(403, body, type: "application/json")])
    let terminal = try mirrors(home([good, refusing]))

    try terminal.press("j", "t")
    try terminal.wait(for: "refusing · mirror of test")
    let screen = try terminal.wait(for: "“The API is disabled.”")
    #expect(screen.contains("asked again in 9m"))
    #expect(screen.contains("◐ 1/2 mirrors"))
  }

  @Test func `A pinned mirror stays pinned in the next run`() throws {
    let servers = try [HostileServer(["/data.json": .ok(catalogue)]), HostileServer(["/data.json": .ok(catalogue)])]
    let home = try home(servers)
    let first = try mirrors(home)
    try first.press("j", "p")
    try first.wait(for: "pinned: asked first")
    try first.press("q")

    let second = try Terminal(columns: 120, rows: 36, home: home)
    try second.press("6")
    try second.wait(for: "◆ 127.0.0.1:")
  }

  @Test func `When every mirror falls silent at once, this side is asked about and no mirror is blamed`() throws {
    var servers = try (0..<3).map { _ in try HostileServer(["/data.json": .ok(catalogue)]) }
    let terminal = try mirrors(home(servers))
    servers = []

    try terminal.press("r")
    let screen = try terminal.wait(for: "The fault is on this side")
    #expect(screen.contains("No mirror") && !screen.contains("usable"))
    try terminal.wait(for: "next try")
  }
}
