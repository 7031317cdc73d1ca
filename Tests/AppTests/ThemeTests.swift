import App
import Foundation
import TUI
import Testing

@Suite struct ThemeTests {
  @Test(arguments: Theme.builtIn.keys.sorted())
  func `The theme that is compiled in and its file say the same`(_ name: String) throws {
    #expect(try table(ofFile: name) == Theme.builtIn[name])
  }

  @Test(arguments: Theme.builtIn.keys.sorted(), ColorDepth.allCases)
  func `Each theme resolves every style at every depth`(_ name: String, _ depth: ColorDepth) throws {
    var warnings: [ConfigurationWarning] = []
    let theme = Theme(name: name, table: try table(ofFile: name), depth: depth, file: name, warnings: &warnings)

    #expect(warnings.isEmpty)
    #expect(theme[.listSelected] != theme[.list])
    #expect(theme[.tabSelected] != theme[.tab])
    #expect(theme[.lineKey] != theme[.line])
  }

  @Test(arguments: Theme.builtIn.keys.sorted())
  func `Without colours no style has one, and what is selected is told by its shape`(_ name: String) throws {
    let theme = try #require(Theme(builtIn: name, depth: .none))

    for style in StyleName.allCases {
      #expect(theme[style].foreground == .terminal)
      #expect(theme[style].background == .terminal)
    }
    #expect(theme[.listSelected].attributes.contains(.reverse))
  }

  @Test(arguments: ["yozakura", "hanami"], [ColorDepth.eight, .sixteen, .palette256])
  func `Text never has the colour of what is behind it`(_ name: String, _ depth: ColorDepth) throws {
    let theme = try #require(Theme(builtIn: name, depth: depth))

    for style in StyleName.allCases {
      let look = theme[style]
      #expect(look.foreground.reduced(to: depth) != look.background.reduced(to: depth), "\(style)")
    }
  }

  @Test func `A style takes what it leaves out from the one before its last dot`() {
    let table: ConfigurationTable = [
      "palette": .table(["ink": .integer(21)]),
      "styles": .table(["list": .string("ink"), "list.selected": .string("bold")]),
    ]
    var warnings: [ConfigurationWarning] = []
    let theme = Theme(name: "mine", table: table, depth: .palette256, file: "mine.toml", warnings: &warnings)

    #expect(theme[.listSelected].foreground == .indexed(21))
    #expect(theme[.listSelected].attributes == .bold)
    #expect(theme[.panel] == Theme(builtIn: "yozakura", depth: .palette256)?[.panel])
  }

  @Test func `A palette alone recolours the default theme`() {
    var warnings: [ConfigurationWarning] = []
    let theme = Theme(
      name: "mine", table: ["palette": .table(["blossom": .string("#8080ff")])], depth: .trueColor, file: "mine.toml",
      warnings: &warnings)

    #expect(theme[.listSelected].background == .rgb(0x80, 0x80, 0xFF))
  }

  @Test func `What a theme file has wrong is told, and the rest holds`() {
    var warnings: [ConfigurationWarning] = []
    let theme = Theme(
      name: "mine",
      table: [
        "palette": .table(["ink": .string("blue")]), "style": .table([:]),
        "styles": .table(["list.selcted": .string("bold"), "text": .string("mist on nigt"), "new": .string("leaf")]),
      ], depth: .palette256, file: "mine.toml", warnings: &warnings)

    #expect(
      warnings.map(Strings.english.message) == [
        "mine.toml: palette.ink: \"blue\" does not fit; expected 211, [211, 13], \"#ff87af\"",
        "mine.toml: style: unknown key, did you mean styles?",
        "mine.toml: styles.list.selcted: unknown key, did you mean list.selected?",
        "mine.toml: styles.text: “nigt” is not known, did you mean “night”?",
      ])
    #expect(theme[.new].foreground == .indexed(108))
  }

  /// The file of a theme, read by as much of TOML as theme files need.
  private func table(ofFile name: String) throws -> ConfigurationTable {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Themes/\(name).toml")
    var sections: [String: ConfigurationTable] = [:]
    var section = ""
    for line in try String(contentsOf: path, encoding: .utf8).split(separator: "\n") where !line.hasPrefix("#") {
      if line.hasPrefix("[") {
        section = String(line.dropFirst().dropLast())
        continue
      }
      let parts = line.split(separator: "=", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
      let key = parts[0].trimmingCharacters(in: CharacterSet(charactersIn: "\""))
      sections[section, default: [:]].values[key] = value(parts[1])
    }
    return ConfigurationTable(sections.mapValues(ConfigurationValue.table))
  }

  private func value(_ text: String) -> ConfigurationValue {
    if text.hasPrefix("\"") { return .string(String(text.dropFirst().dropLast())) }
    let numbers = text.dropFirst().dropLast().split(separator: ",").compactMap {
      Int($0.trimmingCharacters(in: .whitespaces))
    }
    return .array(numbers.map(ConfigurationValue.integer))
  }
}
