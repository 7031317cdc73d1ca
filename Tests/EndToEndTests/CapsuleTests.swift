import FaultServer
import Foundation
import TestSupport
import Testing

/// The capsule in the open program: looked through, looked back from, healed at the start.
@Suite(.needsTerminal, .blocking)
struct CapsuleTests {
  /// A home with two commits: eleven shows, then a twelfth.
  private func home() throws -> Home {
    let home = try Home()
    try home.run("provider", "disable", "bangumi-data")
    for count in [11, 12] {
      let server = try HostileServer(["/data.json": .ok(catalogue(count))])
      if count == 12 { try home.run("provider", "remove", "test") }
      try home.run("provider", "add", "bangumi-data", "--name", "test", "--mirror", server.url("/data.json"))
      try home.run("sync")
    }
    return home
  }

  private func catalogue(_ count: Int) throws -> [UInt8] {
    let items = (1...count).map { number -> [String: Any] in
      [
        "title": "夜桜の話\(number)", "titleTranslate": [String: Any](), "type": "tv", "lang": "ja", "officialSite": "",
        "begin": "2026-07-0\(number % 7 + 1)T13:00:00.000Z", "end": "", "comment": "",
        "broadcast": "R/2026-07-0\(number % 7 + 1)T13:00:00.000Z/P7D",
        "sites": [["site": "bangumi", "id": "\(900_000 + number)"]],
      ]
    }
    return Array(try JSONSerialization.data(withJSONObject: ["siteMeta": [String: Any](), "items": items]))
  }

  @Test func `The capsule's screen tells of every commit, and proves the capsule`() throws {
    let terminal = try Terminal(columns: 120, rows: 36, home: home())
    try terminal.wait(for: "╭ Tonight")
    try terminal.press("5")
    try terminal.wait(for: "#2")
    try terminal.wait(for: "#1")
    try terminal.press("V")
    try terminal.wait(for: "whole")
  }

  @Test func `A commit is looked back at, changes nothing, and the present comes back`() throws {
    let terminal = try Terminal(columns: 120, rows: 36, home: home())
    try terminal.wait(for: "╭ Tonight")
    try terminal.press(":")
    try terminal.type("asof 1")
    try terminal.press("Enter")
    try terminal.wait(for: "commit 1")
    try terminal.press("/")
    try terminal.type("夜桜の話")
    try terminal.wait(for: " 1/11")
    try terminal.press("Enter", "f")
    try terminal.wait(without: "saved")
    try terminal.press("T")
    try terminal.wait(for: " 1/12")
    try terminal.press("f")
    try terminal.wait(for: "saved · 夜桜の話")
  }

  @Test func `A day before the first is refused with the first day there is`() throws {
    let terminal = try Terminal(columns: 120, rows: 36, home: home())
    try terminal.wait(for: "╭ Tonight")
    try terminal.press(":")
    try terminal.type("asof 2001-02-03")
    try terminal.press("Enter")
    try terminal.wait(for: Self.today)
  }

  @Test func `A lost library is made anew at the start, with a line that says so`() throws {
    let home = try home()
    try FileManager.default.removeItem(atPath: home.folder + "/cache/yozakura")
    let terminal = try Terminal(columns: 120, rows: 36, home: home)
    try terminal.wait(for: "made anew from the capsule")
    try terminal.press("/")
    try terminal.type("夜桜の話")
    try terminal.wait(for: " 1/12")
  }

  /// The year of the commits that the tests make, which carry the machine's time.
  private static var today: String {
    String(Calendar(identifier: .gregorian).component(.year, from: Date()))
  }
}
