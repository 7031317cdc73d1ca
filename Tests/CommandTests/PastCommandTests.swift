import Anime
import Foundation
import TestSupport
import Testing

@Suite(.blocking)
struct PastCommandTests {
  private let program: Program
  private let history: CapsuleHistory

  /// Two commits of March and June 2026, and a list that grew between them.
  init() throws {
    program = try Program()
    history = try CapsuleHistory(program)
    try history.sync(CapsuleHistory.file(), at: Self.instant("2026-03-22T12:00:00Z"))
    try history.edit("bangumi:900005", [.followed(true), .progress(3)], at: Self.instant("2026-04-01T12:00:00Z"))
    try history.sync(CapsuleHistory.file(count: 62, renamed: 5), at: Self.instant("2026-06-01T12:00:00Z"))
    try history.edit("bangumi:900005", [.followed(false), .progress(8)], at: Self.instant("2026-06-02T12:00:00Z"))
    try history.edit("bangumi:900006", [.followed(true)], at: Self.instant("2026-06-02T12:00:00Z"))
    // The first run of all makes the library, and says so.
    _ = try program.run("list")
  }

  private static func instant(_ text: String) throws -> Instant {
    guard let instant = Instant(iso8601: text) else { throw CocoaError(.formatting) }
    return instant
  }

  private func ids(_ command: String, _ list: String, asOf moment: String) throws -> [String] {
    let outcome = try program.shell("\"$Y\" \(command) --json --as-of \(moment)")
    let shows = try outcome.json(command.split(separator: " ").first.map(String.init) ?? "").list(list)
    return shows.compactMap { $0.object("ids").text("bangumi") }
  }

  @Test(arguments: [
    "search 桜の話", "show bangumi:900005", "tonight", "schedule", "season 2026-summer", "list", "following", "export",
  ])
  func `Every reading command names the commit that answered`(_ command: String) throws {
    let outcome = try program.shell("\"$Y\" \(command) --as-of 2026-05-01 --json")
    let name = try #require(command.split(separator: " ").first.map(String.init))
    let answer = try outcome.json(name).object("asOf")

    #expect(outcome.status == 0)
    #expect(answer["sequence"] as? Int == 1)
    #expect(answer.text("commit")?.hasPrefix("00000001-") == true)
    #expect(answer.text("observed") == "2026-03-22T12:00:00Z")
    #expect(answer.text("moment") == "2026-05-01T14:59:59.999Z")
    #expect(answer["givenUp"] is NSNull)
    #expect(outcome.talk.isEmpty)

    let people = try program.shell("\"$Y\" \(command) --as-of 2026-05-01")
    #expect(people.talk.contains("as of 2026-05-01T14:59:59.999Z: commit 1 of 2026-03-22T12:00:00Z"))
    #expect(!people.output.contains("as of"))
    #expect(try program.shell("\"$Y\" \(command) --as-of 2026-05-01 --quiet").talk.isEmpty)
    #expect(try program.shell("\"$Y\" \(command) --json").json(name)["asOf"] == nil)
  }

  @Test func `A title is found under the name that it had`() throws {
    let then = try program.run("search", "夜桜の話5", "--as-of", "2026-05-01", "--json")
    #expect(then.status == 4)
    #expect(try then.json("search").errorCode == "notFound")
    #expect(try then.json("search").object("asOf")["sequence"] as? Int == 1)
    #expect(try program.run("search", "夜桜の話5", "--as-of", "2026-06-02").status == 0)
    #expect(try program.run("show", "bangumi:900061", "--as-of", "2026-05-01").status == 4)
    #expect(try program.run("show", "bangumi:900061", "--as-of", "2026-06-01").status == 0)
  }

  @Test func `The list is as it was then`() throws {
    #expect(try ids("following", "shows", asOf: "2026-05-01") == ["900005"])
    #expect(try ids("following", "shows", asOf: "2026-06-02") == ["900006"])
    #expect(try ids("following", "shows", asOf: "2026-03-31").isEmpty)
    let exported = try program.run("export", "--as-of", "2026-05-01", "--json").json("export").list("shows")
    #expect(exported.map { $0["progress"] as? Int } == [3])
  }

  @Test func `A bare date is the end of that day where the user is`() throws {
    // 12:00 UTC is 21:00 in Tokyo, and 00:30 in Tokyo is the day before in UTC.
    #expect(try program.run("list", "--as-of", "2026-03-22").status == 0)
    #expect(try program.run("list", "--as-of", "2026-03-21").status == 1)
    let early = Program.environmentLine("TZ=Pacific/Auckland")
    #expect(try program.shell("\(early) \"$Y\" list --as-of 2026-03-22").status == 1)
    #expect(try program.shell("\(early) \"$Y\" list --as-of 2026-03-23").status == 0)
  }

  @Test(arguments: ["2026-06-01T11:59:59Z", "2026-06-01T20:59:59+09:00", "1", "00000001"])
  func `An instant and a commit name a moment too`(_ moment: String) throws {
    let answer = try program.run("search", "桜", "--as-of", moment, "--json").json("search").object("asOf")

    #expect(answer["sequence"] as? Int == 1)
  }

  @Test func `A commit's name and its beginning name it`() throws {
    let commits = try program.run("capsule", "log", "--json").json("capsule-log").list("commits")
    let id = try #require(commits.last?.text("id"))

    for name in [id, String(id.prefix(17)), String(id.prefix(12))] {
      let answer = try program.run("search", "桜", "--as-of", name, "--json").json("search").object("asOf")
      #expect(answer.text("commit") == id)
    }
  }

  @Test func `Before the first commit it exits 1 and names the first date`() throws {
    let outcome = try program.run("search", "桜", "--as-of", "2026-01-01", "--json")

    #expect(outcome.status == 1)
    #expect(try outcome.json("search").errorCode == "notThen")
    #expect(try outcome.json("search").object("error").text("message")?.contains("2026-03-22T12:00:00Z") == true)
    #expect(try outcome.json("search").list("results").isEmpty)
  }

  @Test(arguments: [("9", 4, "notFound"), ("2026-13-01", 64, "usage"), ("yesterday", 64, "usage"), ("", 64, "usage")])
  func `What names no moment is refused`(_ moment: String, _ status: Int32, _ code: String) throws {
    let outcome = try program.run("list", "--as-of", moment, "--json")

    #expect(outcome.status == status)
    #expect(try outcome.json("list").errorCode == code)
  }

  @Test func `Tonight of then is the evening of that day`() throws {
    let airings = try program.run("tonight", "--as-of", "2026-07-10", "--json").json("tonight").list("airings")

    #expect(!airings.isEmpty)
    #expect(airings.allSatisfy { ($0.text("at") ?? "").hasPrefix("2026-07-") })
  }
}

extension Program {
  /// The beginning of a line of shell that sets `variable` for one command.
  static func environmentLine(_ variable: String) -> String { "env \(variable)" }
}
