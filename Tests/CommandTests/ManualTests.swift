import App
import Foundation
import TestSupport
import Testing

@Suite(.blocking)
struct ManualTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Man")

  /// With `YOZAKURA_RECORD` set, what the program's tables say is written into the pages.
  @Test(arguments: [
    ("yozakura.1", "keys", Manual.keys), ("yozakura.1", "causes", Manual.causes),
    ("yozakura-config.5", "options", Manual.options),
    ("yozakura-config.5", "actions", Manual.actions),
    ("yozakura-filter.7", "fields", Manual.fields), ("yozakura-filter.7", "marks", Manual.marks),
  ])
  func `The manual says what the program's tables say`(_ page: String, _ name: String, _ text: String) throws {
    let file = Self.folder.appendingPathComponent(page)
    let old = try String(contentsOf: file, encoding: .utf8)
    let new = try #require(Manual.replacing(name, in: old, with: text))

    if ProcessInfo.processInfo.environment["YOZAKURA_RECORD"] != nil {
      try new.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(old == new, "YOZAKURA_RECORD=1 make test brings \(page) up to date")
  }

  @Test func `The manual has every cause of a failed sync`() {
    #expect(Manual.allCauses.map(\.code) == NetworkCause.allCodes)
  }

  @Test func `The manual has every command`() throws {
    let page = try String(contentsOf: Self.folder.appendingPathComponent("yozakura.1"), encoding: .utf8)
    let help = try Program().run("--help").lines
    let commands = help.drop { !$0.hasPrefix("SUBCOMMANDS:") }.filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }
      .compactMap { $0.split(separator: " ").first }.filter { $0 != "See" }

    #expect(commands.count > 15)
    for command in commands { #expect(page.contains(".It Ic \(command)"), "\(command)") }
    for command in try Program().run("capsule", "--help").lines.drop(while: { !$0.hasPrefix("SUBCOMMANDS:") })
    where command.hasPrefix("  ") && !command.hasPrefix("   ") {
      let name = command.split(separator: " ").first ?? ""
      if name != "See" { #expect(page.contains(".It Ic capsule \(name)"), "\(name)") }
    }
  }

  @Test(arguments: ["yozakura.1", "yozakura-config.5", "yozakura-export.5", "yozakura-filter.7"])
  func `A page is clean mdoc`(_ page: String) throws {
    let outcome = try Program().shell("mandoc -T lint -W warning '\(Self.folder.path)/\(page)'")

    #expect(outcome.status == 0, "\(outcome.output)")
  }

  @Test(arguments: [("bash", "bash -n"), ("zsh", "zsh -n"), ("fish", "fish --no-execute")])
  func `Completions are good scripts`(_ shell: String, _ check: String) throws {
    let outcome = try Program().shell("\"$Y\" --generate-completion-script \(shell) > script && \(check) script")

    #expect(outcome.status == 0, "\(outcome.talk)")
  }

  @Test func `Completions know the user's shows`() throws {
    let program = try Program()
    let id = try program.run("follow", "bangumi:400602", "--json").json("follow").list("shows").first?.text("id")

    #expect(try program.run("---completion", "unfollow", "--", "positional@0", "1", "0").lines == [id])
  }
}
