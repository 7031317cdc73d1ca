import Foundation
import TestSupport
import Testing

/// `schedule`, `show` and `tonight`: when shows are on. It is Saturday 15 August 2026, 22:00 in Tokyo.
@Suite(.blocking)
struct ScheduleTests {
  private let program: Program

  init() throws {
    program = try Program()
  }

  private func airings(_ arguments: String...) throws -> [[String: Any]] {
    try program.shell("\"$Y\" \(arguments.joined(separator: " ")) --json").json(
      String(arguments[0].prefix { $0 != " " })
    )
    .list("airings")
  }

  @Test func `A week is from Monday to Sunday, a month from its first day to its last`() throws {
    let week = try airings("schedule --week").compactMap { $0.text("at") }
    #expect(week.allSatisfy { $0 >= "2026-08-09T15:00:00Z" && $0 < "2026-08-16T15:00:00Z" })
    #expect(week.contains { $0 < "2026-08-14" })
    let month = try airings("schedule --month").compactMap { $0.text("at") }
    #expect(month.allSatisfy { $0 >= "2026-07-31T15:00:00Z" && $0 < "2026-08-31T15:00:00Z" })
    #expect(month.count > 3 * week.count)
  }

  @Test func `A month is printed as a calendar, with what is followed below it`() throws {
    _ = try program.run("follow", "bangumi:501963")
    let lines = try program.run("schedule", "--month").lines
    #expect(lines.first == "August 2026")
    #expect(lines.contains { $0.hasPrefix("10 ") && $0.contains("15 ") && $0.contains("●") })
    #expect(lines.count { $0.contains("無職転生Ⅲ") } == 5)
  }

  @Test func `Only what is followed, and only television or streams`() throws {
    _ = try program.run("follow", "bangumi:501963")
    let mine = try airings("schedule --week --followed")
    #expect(Set(mine.compactMap { $0.object("show").object("ids").text("bangumi") }) == ["501963"])
    #expect(Set(try airings("schedule --week --tv").compactMap { $0.text("kind") }) == ["tv"])
  }

  @Test(arguments: [
    "--days 3 --week", "--week --month", "--tv --stream", "--tv --site netflix", "--region Japan", "--days 0",
  ])
  func `Options that contradict each other are refused`(_ options: String) throws {
    #expect(try program.shell("\"$Y\" schedule \(options)").status == 64)
  }

  @Test func `A site that nobody knows exits 4, and the nearest is named`() throws {
    let outcome = try program.run("schedule", "--site", "netflixx", "--json")
    #expect(outcome.status == 4)
    #expect(try outcome.json("schedule").errorCode == "notFound")
  }

  @Test func `Show tells when a show is on next`() throws {
    let next = try airings("show bangumi:501963")
    #expect(next.first?.text("at") == "2026-08-22T11:00:00Z")
    #expect(try program.run("show", "bangumi:501963").output.contains("Saturday 22 August 20:00 · in 7d"))
    #expect(try airings("show bangumi:400602").isEmpty)
  }

  @Test func `A day that begins at five has 25 o'clock`() throws {
    try program.configure("config.toml", "[schedule]\ndayBegins = 5\n")
    let page = try program.run("schedule", "--days", "7").output
    #expect(page.contains("\n25:") || page.contains("\n24:"))
    #expect(!page.contains("\n00:") && !page.contains("\n01:"))
  }

  @Test func `A line of relations txt that is no rule is told by config check`() throws {
    try program.configure("relations.txt", "::rules\n- 1|2|3:1 -> 4|5|6:1\nnonsense\n")
    let outcome = try program.run("config", "check", "--json")
    #expect(outcome.output.contains("line 3 is no rule: nonsense"))
  }
}
