import Foundation
import TestSupport
import Testing

@Suite(.blocking)
struct StatsTests {
  private let program: Program

  init() throws {
    program = try Program()
  }

  @Test func `Before anything was watched there is nothing to tell`() throws {
    let outcome = try program.run("stats", "--json")
    #expect(outcome.status == 0)
    #expect(try outcome.json("stats").object("stats")["episodes"] as? Int == 0)
  }

  @Test func `What was watched is counted, and what was undone is not`() throws {
    _ = try program.run("set", "bangumi:400602", "--progress", "5", "--score", "9")
    _ = try program.run("set", "bangumi:400602", "--progress", "28")
    _ = try program.run("undo")
    let stats = try program.run("stats", "--json", "--episode-minutes", "24").json("stats").object("stats")

    #expect(stats["episodes"] as? Int == 5)
    #expect(stats["shows"] as? Int == 1)
    #expect(stats["minutes"] as? Int == 120)
    #expect(stats["byScore"] as? [String: Int] == ["90": 1])
    #expect(stats["byKind"] as? [String: Int] == ["tv": 5])
  }

  @Test func `Hours are not guessed`() throws {
    _ = try program.run("set", "bangumi:400602", "--progress", "5")
    let stats = try program.run("stats", "--json").json("stats").object("stats")

    #expect(stats["minutes"] as? Int == 0)
    #expect(stats["episodesOfUnknownLength"] as? Int == 5)
    #expect(try program.run("stats").output.contains("5 episodes of unknown length"))
  }

  @Test func `A year without anything is empty`() throws {
    _ = try program.run("set", "bangumi:400602", "--progress", "5")
    #expect(try program.run("stats", "--year", "1999", "--json").json("stats").object("stats")["episodes"] as? Int == 0)
    #expect(try program.run("stats", "--year", "1").status == 64)
  }

  @Test func `A card is a picture of figures that needs nothing else`() throws {
    _ = try program.run("set", "bangumi:400602", "--progress", "5", "--note", "secret")
    #expect(try program.run("stats", "--svg", "card.svg", "--episode-minutes", "24").status == 0)
    let card = try String(contentsOfFile: program.home + "/card.svg", encoding: .utf8)

    #expect(card.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\"") && card.hasSuffix("</svg>\n"))
    #expect(card.contains(">5</text>") && card.contains("2 h 0 min"))
    #expect(card.contains("prefers-color-scheme: dark"))
    #expect(!card.contains("href") && !card.contains("url(") && !card.contains("フリーレン"))
    #expect(try program.run("stats", "--svg", "-").output.hasPrefix("<svg"))
  }
}
