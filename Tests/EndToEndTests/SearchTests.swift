import Foundation
import TestSupport
import Testing

@Suite(.needsTerminal, .blocking)
struct SearchTests {
  @Test(arguments: ["frieren", "葬送の", "ふりーれん", "葬送的芙莉莲", "ＦＲＩＥＲＥＮ"])
  func `The list answers each letter typed`(_ query: String) throws {
    let terminal = try Terminal(columns: 120, rows: 36)
    try terminal.wait(for: "╭ Tonight")
    try terminal.press("/")
    try terminal.wait(for: "╭ Catalogue")
    try terminal.type(query)
    let screen = try terminal.wait(for: "the search to be answered") { screen in
      let rows = Terminal.rows(screen)
      return rows.count > 4 && rows[2].contains(query) && rows[4].contains("葬送のフリーレン")
    }
    #expect(screen.contains("1/"))
  }

  @Test func `The hardware cursor stands behind what is typed`() throws {
    let terminal = try Terminal()
    try terminal.wait(for: "╭ Tonight")
    try terminal.press("/")
    try terminal.type("進撃の")
    let screen = try terminal.wait(for: "/ 進撃の")
    let row = try #require(Terminal.rows(screen).firstIndex { $0.contains("/ 進撃の") })
    let text = Terminal.rows(screen)[row]
    let end = try #require(text.range(of: "/ 進撃の")?.upperBound)
    // The cursor gets there after the text does.
    let isBehind = try Terminal.poll { try terminal.know("cursor_x") == Cells.width(text[..<end]) }
    #expect(isBehind)
    #expect(try terminal.know("cursor_y") == row)
    #expect(try terminal.know("cursor_flag") == 1)

    try terminal.press("Escape")
    #expect(try Terminal.poll { try terminal.know("cursor_flag") == 0 })
  }

  @Test func `Pasted text is typed and never acts as keys`() throws {
    let terminal = try Terminal()
    try terminal.wait(for: "╭ Tonight")
    try terminal.paste("qqq4\n:quit\n")
    try terminal.press("/")
    try terminal.wait(for: "╭ Catalogue")
    try terminal.paste("q4?\n:quit\nfriq")
    let screen = try terminal.wait(for: ":quit")
    #expect(screen.contains("╭ Catalogue"))
    #expect(screen.contains("friq"))
  }

  @Test func `Half of a sequence never acts as a key`() throws {
    let terminal = try Terminal()
    try terminal.wait(for: "╭ Tonight")
    try terminal.press("/")
    try terminal.type("no")
    let first = try terminal.wait(for: "the first of several shows") { screen in
      // The list may still be that of all shows when the letters are there already.
      screen.contains("/ no") && screen.contains(" 1/") && !screen.contains("1/289")
    }
    let count = try #require(first.firstMatch(of: /1\/(\d+)/)?.1)
    try terminal.press("Enter")
    try terminal.wait(for: "Enter open")
    // Escape would clear the search, and `[` would filter by a season.
    try terminal.send([0x1B, 0x5B])
    // The first of them may still be taken for the end of the sequence.
    try terminal.wait(for: "2/\(count)") { screen in
      if screen.contains("2/\(count)") { return true }
      try terminal.press("j")
      return false
    }
    #expect(try terminal.screen().contains("/ no"))
  }
}
