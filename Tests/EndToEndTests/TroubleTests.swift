import Foundation
import TestSupport
import Testing

/// What somebody sees whose files are not what they should be.
@Suite(.needsTerminal, .blocking)
struct TroubleTests {
  private let home: Home

  init() throws {
    home = try Home()
  }

  @Test(arguments: [
    ("[ui]\ntheme = \"hanamy\"\n", "did you mean “hanami”"),
    ("[ui]\ntheme = \"mine\"\n", "styles.lst"),
    ("[ui\n", "config.toml:1:"),
    ("[keys]\nj = \"selectNxt\"\n", "did you mean “select-next”"),
  ])
  func `A configuration with a mistake is told, and the program starts`(_ text: String, _ words: String) throws {
    try home.write(text, to: "config/yozakura/config.toml")
    try home.write("[styles]\nlst = \"blossom\"\n", to: "config/yozakura/themes/mine.toml")
    let terminal = try Terminal(columns: 160, rows: 36, home: home)

    let screen = try terminal.wait(for: words)
    #expect(screen.contains("╭ Tonight"))
  }

  @Test func `Changes that cannot be read are told, and the rest is there`() throws {
    try home.run("follow", "bangumi:400602")
    for name in try FileManager.default.contentsOfDirectory(atPath: home.folder + "/data/yozakura/ops")
    where name != "device" {
      try home.write("garbage\n", to: "data/yozakura/ops/\(name)")
    }
    let terminal = try Terminal(columns: 160, rows: 36, home: home)

    #expect(try terminal.wait(for: "cannot be read in either").contains("╭ Tonight"))
  }
}
