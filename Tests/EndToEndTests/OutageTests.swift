import FaultServer
import Foundation
import TestSupport
import Testing

/// The catalogue comes from mirrors, some of them broken, and stays when all of them are gone.
@Suite(.needsTerminal, .blocking)
struct OutageTests {
  /// A catalogue with one show of each title, airing weekly.
  private func catalogue(_ titles: [String]) throws -> [UInt8] {
    let items = titles.enumerated().map { number, title -> [String: Any] in
      [
        "title": title, "titleTranslate": ["en": ["Number \(number)"]], "type": "tv", "lang": "ja", "officialSite": "",
        "begin": "2026-07-0\(number % 7 + 1)T13:00:00.000Z", "end": "", "comment": "",
        "broadcast": "R/2026-07-0\(number % 7 + 1)T13:00:00.000Z/P7D",
        "sites": [["site": "bangumi", "id": "\(900_000 + number)"]],
      ]
    }
    return Array(try JSONSerialization.data(withJSONObject: ["siteMeta": [String: Any](), "items": items]))
  }

  /// A home whose only provider has these mirrors.
  private func home(_ mirrors: [String]) throws -> Home {
    let home = try Home()
    try home.run("provider", "disable", "bangumi-data")
    let options = mirrors.flatMap { ["--mirror", $0] }
    try home.run(["provider", "add", "bangumi-data", "--name", "test"] + options)
    return home
  }

  @Test func `Shows come past broken mirrors, and stay when every server is down`() throws {
    let titles = (1...60).map { "夜桜の話\($0)" }
    var server: HostileServer? = try HostileServer([
      "/page.json": .page, "/half.json": .truncated(catalogue(titles), .length), "/gone.json": .status(503),
      "/reset.json": .reset(), "/good.json": .ok(catalogue(titles)),
    ])
    let dead = try ClosedPort()
    let mirrors = ["/page.json", "/half.json", "/gone.json", "/reset.json", "/good.json"].compactMap { server?.url($0) }
    let home = try home([dead.url("/data.json")] + mirrors)

    let first = try Terminal(columns: 120, rows: 36, home: home)
    try first.press("/")
    try first.type("夜桜の話")
    try first.wait(for: " 1/60")
    server = nil

    try first.press("Enter", "r")
    try first.wait(for: "offline · ")
    try first.press("f")
    try first.wait(for: "saved · 夜桜の話")

    let second = try Terminal(columns: 120, rows: 36, home: home)
    try second.press("4")
    try second.wait(for: "夜桜の話")
  }

  @Test func `A mirror that says nothing never holds up a key`() throws {
    let server = try HostileServer(["/data.json": .stall()])
    let terminal = try Terminal(home: home([server.url("/data.json")]))
    try terminal.wait(for: "╭ Tonight")
    #expect(Terminal.poll { server.count("/data.json") > 0 })
    try terminal.wait(for: "asking mirrors")
    try terminal.press("/")
    try terminal.type("frieren")
    let screen = try terminal.wait(for: "葬送のフリーレン")
    #expect(screen.contains("Frieren") || screen.contains("frieren"))
  }

  @Test func `Hostile titles draw harmlessly`() throws {
    let titles = [
      "\u{1B}]0;pwned\u{7}\u{1B}[2J\u{1B}[31mred", "\u{202E}esrever\u{2066}",
      "e" + String(repeating: "\u{301}", count: 400),
      String(repeating: "長", count: 10_000), "\u{9B}31m\u{85}\u{0}\n\r\t", "👩‍👩‍👧‍👦🏳️‍🌈👍🏽🇯🇵☺️", "ﷺ꧅﷽",
      "\u{AD}\u{200B}\u{FEFF}\u{115F}",
      "हिन्दी ไทย 한국어", "",
    ]
    let server = try HostileServer(["/data.json": .ok(catalogue(titles.map { "鸞\($0)鸞" }))])
    let home = try home([server.url("/data.json")])
    try home.run("sync")
    let terminal = try Terminal("--offline", home: home)
    try terminal.press("/")
    try terminal.type("鸞")
    let screen = try terminal.wait(for: " 1/\(titles.count)")
    try terminal.press("Enter")
    for _ in titles { try terminal.press("Enter", "h", "j") }
    try terminal.wait(for: " \(titles.count)/\(titles.count)")
    let rows = Terminal.rows(try terminal.screen())
    #expect(rows[0].hasPrefix(" 夜桜"))
    #expect(!screen.contains("pwned") || !screen.contains("\u{7}"))
    for row in rows where row.contains("鸞") {
      #expect(Cells.columns(of: ["│"], in: row).suffix(1) == [79], "\(row)")
    }
  }
}
