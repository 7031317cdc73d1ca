import FaultServer
import Foundation
import TestSupport
import Testing

@Suite(.blocking)
struct SyncTests {
  private let program: Program
  private let server: HostileServer

  init() throws {
    program = try Program()
    server = try HostileServer(["/good.json": .ok(SampleCatalogue.bytes())])
  }

  private func provide(_ paths: String..., versionFrom: String? = nil) throws {
    _ = try program.run("provider", "remove", "bangumi-data")
    let mirrors = paths.map { "--mirror '\(server.url($0))'" }.joined(separator: " ")
    let version = versionFrom.map { "--version-from '\(server.url($0))'" } ?? ""
    let added = try program.shell("\"$Y\" provider add bangumi-data --name test \(mirrors) \(version)")
    #expect(added.status == 0)
  }

  private func sync() throws -> (Outcome, [String: Any]) {
    let outcome = try program.run("sync", "--json")
    let providers = try outcome.json("sync").list("providers")
    return (outcome, try #require(providers.first))
  }

  @Test func `What is new is updated, and what is not is unchanged`() throws {
    try provide("/good.json")

    let (first, updated) = try sync()
    #expect(first.status == 0)
    #expect(updated.text("name") == "test")
    #expect(updated.text("state") == "updated")
    #expect(updated["cause"] is NSNull)

    let (second, unchanged) = try sync()
    #expect(second.status == 0)
    #expect(unchanged.text("state") == "unchanged")
    #expect(try program.run("search", "樱花物语59").status == 0)
  }

  @Test func `Nothing new writes nothing in the capsule`() throws {
    try provide("/good.json")
    _ = try sync()
    let before = try program.shell("cd '\(program.data)' && find . -type f -printf '%p %s %T@\\n' | sort").output
    _ = try sync()

    #expect(try program.shell("cd '\(program.data)' && find . -type f -printf '%p %s %T@\\n' | sort").output == before)
  }

  @Test func `A new version with the same bytes is fetched once`() throws {
    server.route("/version", .version("0.3.1"))
    server.route("/0.3.1.json", .ok(SampleCatalogue.bytes()))
    server.route("/0.3.2.json", .ok(SampleCatalogue.bytes()))
    try provide("/{version}.json", versionFrom: "/version")
    _ = try sync()
    server.route("/version", .version("0.3.2"))

    for _ in 1...3 { #expect(try sync().1.text("state") == "unchanged") }
    #expect(server.count("/0.3.2.json") == 1)
  }

  @Test func `What is remembered of one content says nothing of another`() throws {
    server.route("/good.json", .marked("\"a\"", SampleCatalogue.bytes()))
    try provide("/good.json")
    _ = try sync()
    // As if an older commit had been restored: the memory tells of bytes that are not here.
    let memory = program.home + "/state/yozakura/sync.toml"
    let text = try String(contentsOfFile: memory, encoding: .utf8)
    let other = text.replacing(/sha256 = "[0-9a-f]{64}"/, with: "sha256 = \"\(String(repeating: "0", count: 64))\"")
    #expect(other != text)
    try other.write(toFile: memory, atomically: true, encoding: .utf8)
    _ = try sync()

    #expect(server.requests.last?.headers["if-none-match"] == nil)
  }

  @Test(arguments: [
    ("reset", Answer.reset()), ("page", .page), ("truncated", .truncated(SampleCatalogue.bytes(), .allCases[0])),
    ("404", .status(404)), ("empty", .ok("")), ("no shows", .ok("{\"siteMeta\": {}, \"items\": []}")),
    ("noise", .noise), ("nothing", .nothing),
  ])
  func `A bad mirror is passed over for a good one`(_ name: String, _ bad: Answer) throws {
    server.route("/bad.json", bad)
    try provide("/bad.json", "/good.json")

    let (outcome, provider) = try sync()
    #expect(outcome.status == 0, "\(name)")
    #expect(provider.text("state") == "updated")
  }

  @Test func `With every mirror down it exits 3 with the cause, and what is here answers`() throws {
    try provide("/good.json")
    _ = try sync()
    server.route("/good.json", .status(503))

    let (outcome, provider) = try sync()
    #expect(outcome.status == 3)
    #expect(provider.text("state") == "failed")
    #expect(provider.text("cause")?.contains("503") == true)
    #expect(try outcome.json("sync").errorCode == "unreachable")
    #expect(try outcome.json("sync").object("error").text("message")?.contains("fetched") == true)
    #expect(try program.run("search", "桜の話7").status == 0)
  }

  @Test func `An answer that lacks too many shows is set aside`() throws {
    try provide("/good.json")
    _ = try sync()
    server.route("/good.json", .ok(SampleCatalogue.bytes(count: 20)))

    let (outcome, provider) = try sync()
    #expect(outcome.status == 3)
    #expect(provider.text("state") == "setAside")
    #expect(try program.run("search", "桜の話59").status == 0)
  }

  @Test func `Offline fetches nothing and exits 3`() throws {
    try provide("/good.json")
    let outcome = try program.run("sync", "--offline", "--json")

    #expect(outcome.status == 3)
    #expect(server.count("/good.json") == 0)
  }

  @Test func `An unknown provider exits 4`() throws {
    #expect(try program.run("sync", "nobody", "--json").status == 4)
  }

  @Test func `A pipe sees no progress`() throws {
    try provide("/good.json")
    let outcome = try program.run("sync")

    #expect(outcome.status == 0)
    #expect(outcome.talk.isEmpty)
    #expect(outcome.output.contains("Synced"))
  }

  @Test func `A follow of the starter catalogue survives the first sync`() throws {
    _ = try program.run("follow", "bangumi:400602")
    try provide("/good.json")
    _ = try sync()

    let following = try program.run("following", "--json").json("following").list("shows")
    #expect(following.map { $0.object("ids").text("bangumi") } == ["400602"])
  }

  @Test func `An alias of several shows lists them, exits 1 and changes nothing`() throws {
    try provide("/good.json")
    _ = try sync()
    let outcome = try program.run("follow", "mal:1", "--json")

    #expect(outcome.status == 1)
    let object = try outcome.json("follow")
    #expect(object.errorCode == "ambiguous")
    #expect(Set(object.list("shows").map { $0.object("ids").text("bangumi") }) == ["900000", "900001"])
    #expect(try program.run("following", "--json").json("following").list("shows").isEmpty)
  }

  @Test func `A show names where it streams, in which regions, and no index of downloads`() throws {
    try provide("/good.json")
    _ = try sync()
    let lines = try program.run("show", "bangumi:900003").lines

    let stream = try #require(lines.firstIndex { $0.contains("https://www.crunchyroll.com/series/G3") })
    let database = try #require(lines.firstIndex { $0.contains("https://bangumi.tv/subject/900003") })
    #expect(stream < database)
    #expect(lines[stream].hasSuffix("US GB"))
    #expect(!lines.contains { $0.contains("dmhy") })
  }

  @Test func `A title that wants to do harm is printed harmlessly`() throws {
    try provide("/good.json")
    _ = try sync()
    let outcome = try program.run("show", "bangumi:900002")

    #expect(!outcome.output.contains("\u{1B}"))
    #expect(!outcome.output.contains("\u{202E}"))
    #expect(outcome.output.contains("HYPERLINK"))
  }

  @Test func `Ctrl-C exits 130 and leaves what was there`() throws {
    server.route("/slow.json", .slow(SampleCatalogue.bytes(), every: .milliseconds(400)))
    try provide("/slow.json")
    let running = try program.start("sync")
    let deadline = ContinuousClock.now + .seconds(10)
    // A pause between two looks, not a wait for a result.
    while server.count("/slow.json") == 0, ContinuousClock.now < deadline { usleep(5000) }
    kill(running.child.process, SIGINT)
    let outcome = try running.outcome()

    #expect(outcome.status == 130)
    #expect(!outcome.wasKilled)
    #expect(try program.run("search", "フリーレン").status == 0)
  }

  @Test func `A kill at any moment leaves the old state or the new`() throws {
    try provide("/good.json")
    _ = try sync()
    _ = try program.run("follow", "bangumi:900007")
    for round in 1...12 {
      server.route("/good.json", .ok(SampleCatalogue.bytes(count: 60 + 40 * round, generation: round)))
      let running = try program.start("sync")
      // Another moment in each round; which one does not matter.
      usleep(UInt32(round) * 9000)
      kill(running.child.process, SIGKILL)
      running.child.end()

      #expect(try program.run("search", "桜の話59").status == 0, "round \(round)")
      #expect(try program.run("following", "--json").json("following").list("shows").count == 1, "round \(round)")
    }
    let (outcome, _) = try sync()
    #expect(outcome.status == 0)
    #expect(try program.run("search", "桜の話539").status == 0)
  }
}
