import Foundation
import TestSupport
import Testing

/// What `set --delay` does to every command that tells when shows are on.
@Suite(.blocking)
struct DelayCommandTests {
  private let program: Program

  init() throws {
    program = try Program()
    _ = try program.run("follow", "bangumi:501963")
  }

  @Test func `A delay that was noted is in the calendar`() throws {
    #expect(try program.run("set", "bangumi:501963", "--delay", "2026-08-22+45m").status == 0)
    let text = try program.run("calendar").output
    #expect(text.contains("RECURRENCE-ID:20260822T110000Z\r\n"))
    #expect(text.contains("DTSTART:20260822T114500Z\r\n"))
    #expect(try program.run("set", "bangumi:501963", "--delay", "2026-08-29").status == 0)
    #expect(try program.run("calendar").output.contains("EXDATE:20260829T110000Z\r\n"))
  }

  @Test func `A delay moves the airing, and a number that the user said is a fact`() throws {
    #expect(
      try program.run("set", "bangumi:501963", "--delay", "2026-08-22+90m", "--first-episode", "25").status == 0)
    let next = try #require(try program.run("show", "bangumi:501963", "--json").json("show").list("airings").first)
    #expect(next.text("at") == "2026-08-22T12:30:00Z")
    #expect(next.text("planned") == "2026-08-22T11:00:00Z")
    #expect(next["episode"] as? Int == 32)
  }
}
