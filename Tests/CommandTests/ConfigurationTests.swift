import Foundation
import TestSupport
import Testing

@Suite(.blocking)
struct ConfigurationTests {
  private let program: Program

  init() throws {
    program = try Program()
  }

  @Test func `Show prints every option with its source`() throws {
    try program.configure("config.toml", "[ui]\nlanguage = \"ja\"\n")
    let options = try program.run("config", "show", "--json").json("config-show").list("options")

    let language = try #require(options.first { $0.text("key") == "ui.language" })
    #expect(language.text("value") == "\"ja\"")
    #expect(language.text("source") == "file")
    #expect(options.contains { $0.text("key") == "ui.theme" && $0.text("source") == "default" })
  }

  @Test func `Path prints where the file is, or would be`() throws {
    let outcome = try program.run("config", "path")

    #expect(outcome.output == "\(program.configuration)/config.toml\n")
    #expect(try program.run("config", "path", "--json").json("config-path").text("path") != nil)
  }

  @Test func `Check is content without a file`() throws {
    let outcome = try program.run("config", "check", "--json")

    #expect(outcome.status == 0)
    #expect(try outcome.json("config-check").list("problems").isEmpty)
  }

  @Test func `Check names the file, the key and the nearest name`() throws {
    try program.configure("config.toml", "[ui]\nlanguge = \"ja\"\n")
    let outcome = try program.run("config", "check", "--json")

    #expect(outcome.status == 1)
    let problem = try #require(try outcome.json("config-check").list("problems").first)
    #expect(problem.text("key") == "ui.languge")
    #expect(problem.text("file")?.hasSuffix("config.toml") == true)
    #expect(problem.text("message")?.contains("ui.language") == true)
  }

  @Test(arguments: [
    ("[ui]\ntheme = \"hanamy\"\n", "ui.theme", "did you mean “hanami”"),
    ("[ui]\ntheme = \"mine\"\n", "styles.lst", "did you mean list"),
    ("ui = 3\n", "ui", "expected [ui]"),
  ])
  func `Check looks at the theme and at sections too`(_ text: String, _ key: String, _ words: String) throws {
    try program.configure("config.toml", text)
    try program.configure("themes/mine.toml", "[styles]\nlst = \"blossom\"\n")
    let outcome = try program.run("config", "check", "--json")

    #expect(outcome.status == 1)
    let problem = try #require(try outcome.json("config-check").list("problems").first)
    #expect(problem.text("key") == key)
    #expect(problem.text("message")?.contains(words) == true, "\(problem)")
  }

  @Test(arguments: ["[ui\n", "ui = \u{0}\n", "a = 1\na = 2\n"])
  func `Garbage in config.toml keeps nothing from starting`(_ text: String) throws {
    try program.configure("config.toml", text)

    #expect(try program.run("search", "フリーレン").status == 0)
    let checked = try program.run("config", "check")
    #expect(checked.status == 1)
    #expect(checked.output.contains("config.toml:"))
  }

  @Test func `A relative path in an XDG variable is ignored`() throws {
    let program = try Program(environment: ["XDG_CONFIG_HOME": "relative"])

    #expect(try program.run("config", "path").output == "\(program.home)/.config/yozakura/config.toml\n")
  }

  @Test func `Doctor finds nothing bad in a fresh home`() throws {
    let outcome = try program.run("doctor", "--json")

    #expect(outcome.status == 0)
    let checks = try outcome.json("doctor").list("checks")
    #expect(checks.allSatisfy { Set($0.keys) == ["name", "state", "detail", "advice"] })
    #expect(!checks.contains { $0.text("state") == "bad" })
  }

  @Test func `Doctor exits 1 where something has to be mended`() throws {
    try program.configure("providers.toml", "nonsense")
    let outcome = try program.run("doctor", "--json")

    #expect(outcome.status == 1)
    #expect(try outcome.json("doctor").list("checks").contains { $0.text("state") == "bad" })
  }
}
