import Foundation
import TestSupport
import Testing

@Suite(.blocking)
struct UsageTests {
  @Test func `A mistyped command suggests the nearest and exits 64`() throws {
    let outcome = try Program().run("serach", "x")

    #expect(outcome.status == 64)
    #expect(outcome.output.isEmpty)
    #expect(outcome.talk.contains("Did you mean `search`?"))
  }

  @Test(arguments: ["help serch", "serch --help", "help provider lst"])
  func `Help about a mistyped command suggests the nearest`(_ line: String) throws {
    let outcome = try Program().shell("\"$Y\" \(line)")

    #expect(outcome.status == 64)
    #expect(outcome.talk.contains("Did you mean"))
  }

  @Test func `A mistyped subcommand suggests the nearest`() throws {
    let outcome = try Program().run("provider", "lsit")

    #expect(outcome.status == 64)
    #expect(outcome.talk.contains("Did you mean `provider list`?"))
  }

  @Test func `A mistyped option suggests the nearest`() throws {
    let outcome = try Program().run("search", "--limti", "3", "x")

    #expect(outcome.status == 64)
    #expect(outcome.talk.contains("--limit"))
  }

  @Test(arguments: [
    (["search", "--json"], "search", "results"),
    (["search", "--limit", "0", "x", "--json"], "search", "results"),
    (["schedule", "--days", "none", "--json"], "schedule", "airings"),
    (["season", "2026-monsoon", "--json"], "season", "shows"),
    (["list", "--status", "bored", "--json"], "list", "shows"),
    (["provider", "add", "bangumi-data", "--name", "x", "--json"], "provider-add", "providers"),
    (["tonight", "--as-of", "2026-02-30", "--json"], "tonight", "airings"),
  ])
  func `A usage error with --json is one object with an error and empty lists`(
    _ arguments: [String], _ schema: String, _ list: String
  ) throws {
    let outcome = try Program().shell("\"$Y\" \(arguments.joined(separator: " "))")

    #expect(outcome.status == 64)
    let object = try outcome.json(schema)
    #expect(object.errorCode == "usage")
    #expect((object[list] as? [Any])?.isEmpty == true)
  }

  @Test(arguments: ["search x", "show x", "tonight", "schedule", "season", "list", "following", "export"])
  func `A day before anything was written down is said to be too early`(_ command: String) throws {
    let outcome = try Program().shell("\"$Y\" follow bangumi:400602 && \"$Y\" \(command) --as-of 2020-01-01")

    #expect(outcome.status == 1)
    #expect(outcome.talk.contains("does not reach so far back"))
    #expect(outcome.talk.contains("first written down is of 20"))
  }

  @Test func `As-of may stand before the command`() throws {
    let outcome = try Program().run("--as-of", "2026-02-30", "search", "x")

    #expect(outcome.status == 64)
    #expect(outcome.talk.contains("“2026-02-30” is no day of the calendar"))
  }

  @Test func `Without a terminal the interface says so and exits 64`() throws {
    let outcome = try Program().run()

    #expect(outcome.status == 64)
    #expect(outcome.output.isEmpty)
    #expect(outcome.talk.contains("terminal"))
  }

  @Test func `The version names the date of the starter catalogue`() throws {
    let outcome = try Program().run("--version")

    #expect(outcome.status == 0)
    #expect(outcome.output.contains("starter catalogue of 2026-"))
  }

  @Test func `The version is an object with --json`() throws {
    let object = try Program().run("--version", "--json").json("version")

    #expect(object.text("version")?.isEmpty == false)
    #expect(object.text("starter")?.hasPrefix("2026-") == true)
  }

  @Test func `Help lists every command and exits 0`() throws {
    let outcome = try Program().run("--help")

    #expect(outcome.status == 0)
    for command in [
      "sync", "search", "show", "tonight", "schedule", "season", "follow", "unfollow", "following", "list", "set",
      "undo", "redo", "export", "provider", "danmaku", "config", "doctor",
    ] {
      #expect(outcome.output.contains("  \(command) "), "\(command)")
    }
  }

  @Test func `Global options may stand before the command`() throws {
    let outcome = try Program().run("--json", "following")

    #expect(outcome.status == 0)
    #expect(try outcome.json("following").list("shows").isEmpty)
  }
}
