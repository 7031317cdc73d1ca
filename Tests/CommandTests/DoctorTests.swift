import FaultServer
import Foundation
import TestSupport
import Testing

/// Is it broken, or is it me?
@Suite(.blocking)
struct DoctorTests {
  private let server: HostileServer

  init() throws {
    server = try HostileServer(["/good": .ok(SampleCatalogue.bytes()), "/down": .status(500)])
  }

  private func program(
    _ mirrors: String..., versionFrom: String? = nil, environment: [String: String] = [:]
  ) throws -> Program {
    let program = try Program(environment: environment)
    _ = try program.run("provider", "remove", "bangumi-data")
    let words = mirrors.map { "--mirror '\($0)'" } + [versionFrom.map { "--version-from '\($0)'" } ?? ""]
    let added = try program.shell(
      "\"$Y\" provider add bangumi-data --name test \(words.joined(separator: " "))")
    #expect(added.status == 0, "\(added.talk)")
    return program
  }

  private func verdict(_ outcome: Outcome) throws -> (side: String?, sentence: String) {
    let verdict = try outcome.json("doctor").object("verdict")
    return (verdict.text("side"), verdict.text("sentence") ?? "")
  }

  private func check(_ name: String, _ outcome: Outcome) throws -> [String: Any] {
    try #require(try outcome.json("doctor").list("checks").first { $0.text("name") == name })
  }

  @Test func `With every mirror well all is well`() throws {
    let outcome = try program(server.url("/good")).run("doctor", "--json")

    #expect(try verdict(outcome) == ("none", "All is well."))
    #expect(try check("mirror", outcome).text("state") == "good")
  }

  @Test func `A mirror is asked for no more than its first byte`() throws {
    let big = [UInt8](repeating: UInt8(ascii: "x"), count: 8 << 20)
    server.route("/big", .ok(big))
    let program = try program(server.url("/big"))
    _ = try program.run("doctor")

    let folder = "\(program.home)/state/yozakura/mirrors"
    let name = try #require(
      try FileManager.default.contentsOfDirectory(atPath: folder).first { $0.hasSuffix(".tsv") })
    let columns = try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8).split(separator: "\n").last?
      .split(separator: "\t", omittingEmptySubsequences: false)
    let bytes = try #require(columns.flatMap { Int($0[9]) })
    #expect(bytes < 1 << 20)
  }

  @Test func `Mirrors that are down are their own fault, and nothing to mend here`() throws {
    let closed = try ClosedPort()
    let outcome = try program(closed.url("/a"), closed.url("/b")).run("doctor", "--json")

    #expect(outcome.status == 0)
    #expect(try verdict(outcome) == ("there", "It is test's mirrors: 2 of 2 refuse; your side is well."))
    #expect(try check("mirror", outcome).text("state") == "warning")
  }

  @Test func `One mirror that answers stands in for another`() throws {
    let outcome = try program(server.url("/down"), server.url("/good")).run("doctor", "--json")

    let (side, sentence) = try verdict(outcome)
    #expect(side == "none")
    #expect(sentence.contains("1 of 2"))
  }

  @Test func `A proxy that does not answer is this machine's`() throws {
    let outcome = try Program().run("doctor", "--json")

    #expect(outcome.status == 0)
    #expect(try verdict(outcome) == ("here", "It is this machine: the proxy 127.0.0.1:9 does not answer."))
    #expect(try check("proxy", outcome).text("detail")?.contains("127.0.0.1:9") == true)
  }

  @Test func `Pages from everybody are a portal`() throws {
    let page = Answer.ok("<html><title>Hotel</title></html>", type: "text/html")
    for path in ["/a", "/b"] { server.route(path, page) }
    let outcome = try program(server.url("/a"), server.url("/b")).run("doctor", "--json")

    let (side, sentence) = try verdict(outcome)
    #expect(side == "here")
    #expect(sentence.contains("login page"))
  }

  @Test func `A clock that is two hours off is told with the figure`() throws {
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: "en_US_POSIX")
    formatter.timeZone = TimeZone(identifier: "GMT")
    formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
    let ahead = formatter.string(from: Date(timeIntervalSinceNow: 7230))
    server.route("/ahead", .ok(SampleCatalogue.bytes(), headers: ["Date": ahead]))
    let outcome = try program(server.url("/ahead")).run("doctor", "--json")

    #expect(try check("clock", outcome).text("detail") == "the clock here is 2 hours slow")
    #expect(try verdict(outcome).side == "here")
  }

  @Test func `A clock before the program was made is wrong`() throws {
    let outcome = try program(server.url("/good")).shell("faketime '2020-01-01 00:00:00' \"$Y\" doctor --json")

    #expect(try check("clock", outcome).text("state") == "warning")
  }

  @Test func `With black holes for mirrors it ends within ten seconds`() throws {
    let hole = try BlackHole()
    let program = try program(
      hole.url("/{version}/a"), hole.url("/b"), server.url("/silent"), versionFrom: hole.url("/version"))
    server.route("/silent", .stall())
    let start = ContinuousClock.now
    let outcome = try program.run("doctor", "--json")

    #expect(ContinuousClock.now - start < .seconds(10))
    #expect(outcome.status == 0)
    #expect(try verdict(outcome).side == "there")
  }

  @Test func `Offline nobody is asked`() throws {
    let outcome = try program(server.url("/good")).run("doctor", "--offline", "--json")

    #expect(try verdict(outcome).side == "unknown")
    #expect(try !outcome.json("doctor").list("checks").contains { $0.text("name") == "mirror" })
    #expect(server.requests.isEmpty)
  }

  @Test func `What has to be mended here is the verdict before all else`() throws {
    let program = try program(server.url("/good"))
    try program.configure("providers.toml", "nonsense")
    let outcome = try program.run("doctor")

    #expect(outcome.status == 1)
    #expect(outcome.lines.last == "It is this machine: config to be mended.")
  }

  /// Whether a program can be given a network of its own, without a way out.
  private static let canTakeNetworkAway = (try? Program().shell("unshare -rn true").status) == 0

  @Test(.enabled(if: canTakeNetworkAway, "no network can be taken away here: unshare -rn is not permitted"))
  func `Without a network it is this machine, and no mirror is blamed`() throws {
    let program = try Program(environment: ["http_proxy": "", "https_proxy": ""])
    let outcome = try program.shell("unshare -rn \"$Y\" doctor --json")

    #expect(outcome.status == 0)
    #expect(try verdict(outcome) == ("here", "It is this machine: no route out."))
    _ = try program.shell("unshare -rn \"$Y\" sync --json")
    let mirrors = try program.run("mirror", "list", "--json").json("mirror-list")
    #expect(mirrors.text("localFault") == "noRoute")
  }
}
