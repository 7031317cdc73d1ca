import Foundation
import TestSupport
import Testing

/// Comments fly over a real terminal.
@Suite(.needsTerminal, .blocking)
struct StageTests {
  /// A file with one comment of the top that stays, and scrolling ones, each at its second.
  private func comments(_ home: Home) throws -> String {
    let scrolling = (0..<60).map { second in
      "<d p=\"\(second).0,1,25,16777215,0,0,u,\(second)\">飛べ\(second)</d>"
    }
    return try home.write(
      """
      <?xml version="1.0" encoding="UTF-8"?><i>
      <d p="0.0,5,25,16711680,0,0,u,900">上に立つ</d>
      \(scrolling.joined(separator: "\n"))
      <d p="300.0,4,25,65280,0,0,u,901">五分後</d>
      </i>
      """, to: "comments.xml")
  }

  /// The column at which `text` stands on the screen.
  private func column(of text: String, on screen: String) -> Int? {
    Terminal.rows(screen).compactMap { row in row.range(of: text).map { Cells.width(row[..<$0.lowerBound]) } }.first
  }

  private func play() throws -> Terminal {
    let home = try Home()
    return try Terminal("danmaku", "play", comments(home), columns: 80, rows: 24, home: home)
  }

  @Test func `Comments fly from right to left and stand still in a pause`() throws {
    let terminal = try play()
    try terminal.wait(for: "上に立つ")
    let first = try terminal.wait(for: "飛べ1")
    let start = try #require(column(of: "飛べ1", on: first))
    try terminal.wait(for: "a comment further left") { screen in
      column(of: "飛べ1", on: screen).map { $0 < start } == true
    }
    try terminal.press("Space")
    let paused = try terminal.wait(for: "paused")
    // One second of the clock, and nothing has moved.
    let now = Date()
    _ = Terminal.poll { Date() > now + 0.3 }
    #expect(try terminal.screen() == paused)
  }

  @Test func `A seek of a minute shows another minute's comments`() throws {
    let terminal = try play()
    try terminal.wait(for: "飛べ1")
    try terminal.press("Space")
    try terminal.wait(for: "paused")
    for _ in 0..<5 { try terminal.press("L") }
    try terminal.wait(for: "五分後")
    for _ in 0..<5 { try terminal.press("H") }
    try terminal.wait(for: "飛べ")
  }

  @Test func `A stage follows the size of the window`() throws {
    let terminal = try play()
    try terminal.wait(for: "飛べ")
    for (columns, rows) in [(40, 12), (160, 50), (10, 4), (80, 24)] {
      try terminal.resize(columns: columns, rows: rows)
      try terminal.press("Space", "Space")
    }
    try terminal.wait(for: "飛べ")
  }

  @Test func `Leaving the stage gives the terminal back`() throws {
    let terminal = try Terminal.shell()
    let file = try comments(terminal.home)
    try terminal.type("$PROGRAM danmaku play \(file); echo status=$?")
    try terminal.press("Enter")
    try terminal.wait(for: "上に立つ")
    #expect(try terminal.know("alternate_on") == 1)
    try terminal.press("q")
    try terminal.wait(for: "status=0")
    #expect(try terminal.know("alternate_on") == 0)
    #expect(try terminal.know("cursor_flag") == 1)
  }

  @Test func `What was blocked is blocked the next time, on every stage`() throws {
    let terminal = try Terminal.shell()
    let file = try comments(terminal.home)
    func play() throws {
      try terminal.type("clear; $PROGRAM danmaku play \(file); echo left=$?")
      try terminal.press("Enter")
    }
    func leave() throws {
      try terminal.press("q")
      try terminal.wait(for: "left=0")
    }
    try play()
    try terminal.wait(for: "上に立つ")
    try terminal.press("Space", "c", "g", "g", "B")
    try terminal.wait(for: "kept in mine")
    try terminal.press("Enter")
    try terminal.wait(for: "1 hidden by rules")
    try leave()

    try play()
    try terminal.wait(for: "1 hidden by rules")
    try leave()
    try terminal.type("clear; $PROGRAM --offline")
    try terminal.press("Enter")
    try terminal.wait(for: "Tonight")
    try terminal.type(":danmaku \(file)")
    try terminal.press("Enter")
    try terminal.wait(for: "1 hidden by rules")
  }

  @Test func `A file that is not comments is refused in words`() throws {
    let terminal = try Terminal.shell()
    try terminal.home.write("this is no danmaku", to: "notes.xml")
    try terminal.type("$PROGRAM danmaku play ~/notes.xml; echo status=$?")
    try terminal.press("Enter")
    let screen = try terminal.wait(for: "status=1")
    #expect(screen.contains("notes.xml"))
  }
}
