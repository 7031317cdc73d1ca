import Foundation
import TestSupport
import Testing

/// What only a real terminal shows of a screen: its size, and how wide it takes characters to be.
@Suite(.needsTerminal, .blocking)
struct ScreenTests {
  /// Opens the catalogue on a terminal of this size; without network, so that nothing counts seconds.
  private func openCatalogue(columns: Int, rows: Int, home: Home) throws -> Terminal {
    let terminal = try Terminal("--offline", columns: columns, rows: rows, home: home)
    try terminal.wait(for: "夜桜")
    try terminal.press("2")
    try terminal.wait(for: "╭ Catalogue")
    return terminal
  }

  @Test func `A resized screen is the same as one opened at that size`() throws {
    let home = try Home()
    let terminal = try openCatalogue(columns: 80, rows: 24, home: home)
    for (columns, rows) in [(40, 12), (120, 36), (200, 60), (80, 24)] {
      try terminal.resize(columns: columns, rows: rows)
      let fresh = try openCatalogue(columns: columns, rows: rows, home: home)
      try terminal.wait(for: "the screen as it opens at \(columns)×\(rows)") { _ in
        try terminal.colours() == fresh.colours()
      }
    }
  }

  @Test(arguments: [(40, 12), (80, 24), (120, 36), (200, 60)])
  func `Borders stand straight beside wide titles`(_ columns: Int, _ rows: Int) throws {
    let terminal = try openCatalogue(columns: columns, rows: rows, home: Home())
    let borders = Cells.borders(try terminal.screen())
    #expect(borders.count == rows - 4)
    let straight: Set = columns < 100 ? [0, columns - 1] : try #require(borders.first)
    #expect(straight.isSuperset(of: [0, columns - 1]))
    #expect(borders.allSatisfy { $0.isSuperset(of: straight) && $0.count == straight.count })
  }

  @Test func `The last row ends in the last column, right behind a wide character`() throws {
    let terminal = try Terminal("--offline", environment: ["LC_ALL": "ja_JP.UTF-8"])
    try terminal.wait(for: "使わない設定です")
    let row = try #require(Terminal.rows(try terminal.cells()).last { !$0.isEmpty })
    #expect(row.hasSuffix("使わない設定です "))
    #expect(Cells.width(row) == 80)
  }

  @Test func `A window of a few cells is survived`() throws {
    let terminal = try Terminal("--offline")
    try terminal.wait(for: "╭ Tonight")
    for (columns, rows) in [(10, 3), (2, 1), (1, 1), (300, 2), (3, 100)] {
      try terminal.resize(columns: columns, rows: rows)
      try terminal.press("2", "j", "3", "4", "?", "q", ":", "BSpace")
    }
    try terminal.resize(columns: 80, rows: 24)
    try terminal.press("1")
    try terminal.wait(for: "╭ Tonight")
  }

  @Test func `A click on a tab shows its screen and the wheel moves the list`() throws {
    let home = try Home()
    try home.write("[ui]\nmouse = true\n", to: "config/yozakura/config.toml")
    let terminal = try Terminal("--offline", home: home)
    let screen = try terminal.wait(for: "2 Catalogue")
    let bar = Terminal.rows(screen)[0]
    let column = Cells.width(bar[..<(try #require(bar.range(of: "2 Catalogue")?.lowerBound))]) + 1
    try terminal.send(Array("\u{1B}[<0;\(column);1M\u{1B}[<0;\(column);1m".utf8))
    try terminal.wait(for: "╭ Catalogue")
    try terminal.wait(for: " 1/")
    try terminal.send(Array("\u{1B}[<65;10;10M".utf8))
    try terminal.wait(for: " 4/")
  }
}
