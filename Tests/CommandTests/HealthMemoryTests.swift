import FaultServer
import Foundation
import TestSupport
import Testing

/// What is known of the mirrors, from one run of the program to the next.
@Suite(.blocking)
struct HealthMemoryTests {
  private let program: Program
  private let server: HostileServer

  init() throws {
    program = try Program()
    server = try HostileServer(["/good.json": .ok(SampleCatalogue.bytes())])
    _ = try program.run("provider", "remove", "bangumi-data")
  }

  private var file: String { program.home + "/state/yozakura/mirrors.toml" }

  private func provide(_ url: String, name: String = "test") throws {
    let added = try program.run("provider", "add", "bangumi-data", "--name", name, "--mirror", url)
    #expect(added.status == 0)
  }

  /// Replaces what is remembered by `text`.
  private func remember(_ text: String) throws {
    try FileManager.default.createDirectory(
      atPath: program.home + "/state/yozakura", withIntermediateDirectories: true)
    try text.write(toFile: file, atomically: true, encoding: .utf8)
  }

  private func mirror() throws -> [String: Any] {
    let mirrors = try program.run("mirror", "list", "--json").json("mirror-list").list("mirrors")
    return try #require(mirrors.first)
  }

  @Test func `What a sync met is known to the next run`() throws {
    try provide(server.url("/good.json"))
    #expect(try mirror().text("state") == "unknown")

    for syncs in 1...2 {
      #expect(try program.run("sync").status == 0)
      #expect(try mirror()["requests"] as? Int == syncs)
    }
    #expect(try mirror().text("state") == "good")
    #expect(try mirror().text("lastSuccess") != nil)
  }

  @Test(arguments: [
    Answer.status(403, "This service is closed. Use the archive."),
    .status(429, "This service is closed. Use the archive.", headers: ["Retry-After": "600"]),
  ])
  func `A service that wants to be left alone is, by the next run too, which says so at once`(_ answer: Answer) throws {
    server.route("/closed.json", answer)
    try provide(server.url("/closed.json"))
    #expect(try program.run("sync").status == 3)
    #expect(server.requests.count == 1)

    let start = ContinuousClock.now
    let outcome = try program.run("sync", "--json")

    // It was told to wait for ten minutes.
    #expect(ContinuousClock.now - start < .seconds(20))
    #expect(server.requests.count == 1)
    #expect(outcome.status == 3)
    #expect(try outcome.json("sync").errorCode == "unreachable")
  }

  @Test func `A refusal is quoted by the run that asks nobody`() throws {
    server.route("/closed.json", .status(403, "This service is closed. Use the archive."))
    try provide(server.url("/closed.json"))
    _ = try program.run("sync")

    let message = try program.run("sync", "--json").json("sync").object("error").text("message")

    #expect(message?.contains("This service is closed. Use the archive.") == true)
    #expect(message?.contains("The next try makes sense in") == true)
  }

  @Test(arguments: [
    "", "\u{0}\u{1}\u{2}", "[origin", "origin = 7\nfavourite = []\nlocalFault = \"x\"\n",
    "[origin.\"nonsense\"]\ngroup = 7\n[localFault]\ncause = \"weather\"\n",
    "[favourite]\n\"a/b/c\" = \"x\"\n\"test/content\" = 7\n",
  ])
  func `A damaged file is forgotten without harm`(_ text: String) throws {
    try remember(text)
    try provide(server.url("/good.json"))

    #expect(try program.run("sync").status == 0)
    #expect(try mirror()["requests"] as? Int == 1)
  }

  @Test func `Absurd numbers and moments do no harm`() throws {
    let origin = server.url()
    try provide(server.url("/good.json"))
    try remember(
      """
      [localFault]
      cause = "noRoute"
      since = "1970-01-01T00:00:00Z"
      nextTry = "9999-12-31T23:59:59Z"
      tries = 9223372036854775807
      [origin."\(origin)"]
      strikes = 9223372036854775807
      retests = -9223372036854775808
      version = "9223372036854775807.9223372036854775807.9223372036854775807"
      [origin."\(origin)".content]
      successes = 9223372036854775807
      failures = 9223372036854775807
      failuresInRow = 9223372036854775807
      openings = 9223372036854775807
      latencies = [9223372036854775807, -9223372036854775808]
      firstByte = 1e308
      throughput = 1e-300
      tokens = 1e308
      fault = "busy"
      retryAfter = 9223372036854775807
      status = -1
      lastFailure = "9999-12-31T23:59:59Z"
      """)

    #expect(try program.run("mirror", "list").status == 0)
    #expect(try program.run("sync").status == 0)
    server.route("/good.json", .status(500))
    for _ in 1...4 { #expect(try program.run("sync").status == 3) }
    #expect(try program.run("mirror", "list").status == 0)
  }

  @Test func `A pause that was noted while the clock was years ahead lasts an hour at most`() throws {
    try provide(server.url("/good.json"))
    try remember(
      "[origin.\"\(server.url())\".content]\nbusyUntil = \"2999-01-01T00:00:00Z\"\nfault = \"busy\"\n")

    let until = try #require(try mirror().text("until"))

    #expect(try mirror().text("state") == "busy")
    let format = Date.ISO8601FormatStyle(includingFractionalSeconds: until.contains("."))
    let left = try format.parse(until).timeIntervalSinceNow
    #expect(left > 3500 && left <= 3600)
  }

  @Test func `Four processes that save at once lose nothing`() throws {
    let servers = try (0..<4).map { _ in try HostileServer(["/good.json": .ok(SampleCatalogue.bytes())]) }
    for (number, server) in servers.enumerated() { try provide(server.url("/good.json"), name: "p\(number)") }

    for _ in 1...2 {
      let running = try (0..<4).map { try program.start("mirror", "check", "p\($0)") }
      for check in running { #expect(try check.outcome().status == 0) }
    }

    let mirrors = try program.run("mirror", "list", "--json").json("mirror-list").list("mirrors")
    #expect(mirrors.map { $0["requests"] as? Int } == [2, 2, 2, 2])
  }

  @Test func `A state folder that cannot be had is no reason to fail`() throws {
    try provide(server.url("/good.json"))
    try FileManager.default.removeItem(atPath: program.home + "/state")
    try "in the way".write(toFile: program.home + "/state", atomically: true, encoding: .utf8)

    #expect(try program.run("sync").status == 0)
    #expect(try mirror().text("state") == "unknown")
  }

  @Test func `A folder in the place of the file is no reason to fail`() throws {
    try provide(server.url("/good.json"))
    try FileManager.default.createDirectory(atPath: file, withIntermediateDirectories: true)

    #expect(try program.run("sync").status == 0)
  }
}
