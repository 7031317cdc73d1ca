import Foundation
import TestSupport
import Testing

/// What somebody sees who starts the program for the first time, with no network at all.
@Suite(.needsTerminal, .blocking)
struct FirstRunTests {
  @Test func `The first run shows the starter catalogue with its date`() throws {
    let terminal = try Terminal(columns: 120, rows: 36, environment: ["YOZAKURA_NOW": "2026-08-15T13:00:00Z"])
    let screen = try terminal.wait(for: "starter catalogue of 20")
    #expect(screen.contains("Saturday 15 August"))
    #expect(screen.contains("22:00 now"))
  }

  @Test func `Every screen of the first run has something to read`() throws {
    let terminal = try Terminal()
    try terminal.wait(for: "╭ Tonight")
    for (digit, title) in [("2", "Catalogue"), ("3", "Schedule"), ("4", "Watchlist"), ("1", "Tonight")] {
      try terminal.press(digit)
      let screen = try terminal.wait(for: "╭ \(title)")
      let inside = Terminal.rows(screen).dropFirst(2).dropLast(2).joined().filter(\.isLetter)
      #expect(inside.count > 20, "\(title) is empty:\n\(screen)")
    }
  }

  @Test func `The bottom line says what Enter does and that nothing could be fetched`() throws {
    let terminal = try Terminal()
    let screen = try terminal.wait(for: "offline · next try")
    let line = try #require(Terminal.rows(screen).last { !$0.isEmpty })
    #expect(line.contains("Enter open"))
    #expect(line.contains("offline · next try"))
  }

  @Test func `Help lists the keys and goes away again`() throws {
    let terminal = try Terminal()
    try terminal.wait(for: "╭ Tonight")
    try terminal.press("?")
    try terminal.wait(for: "follow or unfollow the show")
    try terminal.press("Escape")
    try terminal.wait(for: "╭ Tonight")
  }

  @Test func `A theme changes the colours at once`() throws {
    let terminal = try Terminal()
    try terminal.wait(for: "╭ Tonight")
    let night = try terminal.colours()
    try terminal.type(":theme hanami")
    try terminal.wait(for: ":theme hanami")
    try terminal.press("Enter")
    try terminal.wait(without: ":theme")
    #expect(try Terminal.poll { try terminal.colours() != night })
    #expect(try Set(backgrounds(terminal.colours())).isDisjoint(with: backgrounds(night)))
  }

  /// The numbers of the 256 colours that stand behind text.
  private func backgrounds(_ screen: String) -> [String] {
    screen.matches(of: /48;5;(\d+)/).map { String($0.1) }
  }

  @Test func `The locale chooses the language`() throws {
    let terminal = try Terminal(environment: ["LC_ALL": "", "LANG": "zh_CN.UTF-8"])
    try terminal.wait(for: "今晚")
  }

  @Test(arguments: [("no-such-terminal", "is known here"), ("dumb", "cannot place its cursor")])
  func `A terminal that cannot show it is an error in words`(_ type: String, _ words: String) throws {
    let terminal = try Terminal.shell()
    try terminal.type("TERM=\(type) $PROGRAM; echo status=$?")
    try terminal.press("Enter")
    let screen = try terminal.wait(for: "status=1")
    #expect(screen.replacing("\n", with: "").contains(words))
  }

  @Test func `Without a terminal the bare program says so`() throws {
    let terminal = try Terminal.shell()
    try terminal.type("$PROGRAM </dev/null | cat; echo status=${PIPESTATUS[0]}")
    try terminal.press("Enter")
    try terminal.wait(for: "status=64")
  }
}
