import FaultServer
import Foundation
import TestSupport
import Testing

@Suite(.blocking)
struct MirrorCommandTests {
  private let program: Program
  private let first: HostileServer
  private let second: HostileServer

  init() throws {
    program = try Program()
    first = try HostileServer(["/data.json": .ok(SampleCatalogue.bytes()), "/version": .version("0.3.1")])
    second = try HostileServer(["/data.json": .ok(SampleCatalogue.bytes())])
    _ = try program.run("provider", "remove", "bangumi-data")
  }

  private func provide(_ mirrors: [String], versionFrom: String? = nil, name: String = "test") throws {
    let words = mirrors.map { "--mirror '\($0)'" } + (versionFrom.map { ["--version-from '\($0)'"] } ?? [])
    let line = "\"$Y\" provider add bangumi-data --name \(name) \(words.joined(separator: " "))"
    #expect(try program.shell(line).status == 0)
  }

  private func provideBoth() throws {
    try provide([first.url("/data.json"), second.url("/data.json")])
  }

  @Test func `A list asks nobody`() throws {
    try provide([first.url("/data.json")], versionFrom: first.url("/version"))

    let outcome = try program.run("mirror", "list", "--json")

    #expect(outcome.status == 0)
    #expect(first.requests.isEmpty)
    let mirrors = try outcome.json("mirror-list").list("mirrors")
    #expect(Set(mirrors.compactMap { $0.text("role") }) == ["mirror", "versionSource"])
    #expect(mirrors.allSatisfy { $0.text("state") == "unknown" && $0["requests"] as? Int == 0 })
  }

  @Test func `Each mirror has the same fields, known or not`() throws {
    try provideBoth()
    _ = try program.run("sync")

    let object = try program.run("mirror", "list", "--json").json("mirror-list")

    let names = [
      "provider", "url", "role", "group", "state", "until", "pinned", "grade", "reasons", "lastError", "lastSuccess",
      "age", "version", "behind", "requests", "successPercent", "firstByteMs", "bytesPerSecond",
    ]
    #expect(object.list("mirrors").count == 2)
    for mirror in object.list("mirrors") { #expect(Set(mirror.keys) == Set(names)) }
    #expect(object["localFault"] is NSNull)
  }

  @Test func `A check asks each once, for no more than the first byte`() throws {
    try provideBoth()

    let outcome = try program.run("mirror", "check", "--json")

    #expect(outcome.status == 0)
    #expect(first.requests.count == 1)
    #expect(second.requests.count == 1)
    #expect(first.requests.first?.headers["range"]?.hasPrefix("bytes=0-") == true)
    let mirrors = try outcome.json("mirror-check").list("mirrors")
    #expect(mirrors.map { $0.text("state") } == ["good", "good"])
    #expect(mirrors.allSatisfy { $0.object("firstByteMs")["p50"] is Int })
  }

  @Test func `A check exits 3 where no mirror answers, and says of each why`() throws {
    let closed = try ClosedPort()
    first.route("/data.json", .status(500))
    try provide([first.url("/data.json"), closed.url("/data.json")])

    let outcome = try program.run("mirror", "check", "--json")

    #expect(outcome.status == 3)
    let object = try outcome.json("mirror-check")
    #expect(object.errorCode == "unreachable")
    #expect(object.list("mirrors").allSatisfy { $0.object("lastError").text("code") != nil })
  }

  @Test func `A check leaves alone who asked for that`() throws {
    first.route("/data.json", .status(403, "Closed."))
    try provideBoth()
    _ = try program.run("mirror", "check")
    #expect(first.requests.count == 1)

    let outcome = try program.run("mirror", "check", "--json")

    #expect(outcome.status == 0)
    #expect(first.requests.count == 1)
    #expect(second.requests.count == 2)
    let refusing = try #require(try outcome.json("mirror-check").list("mirrors").first)
    #expect(refusing.text("state") == "refusing")
    #expect(refusing.object("lastError").text("sentence") == "Closed.")
  }

  @Test func `A check that is asked to stay offline exits 3 and asks nobody`() throws {
    try provideBoth()

    #expect(try program.run("mirror", "check", "--offline").status == 3)
    #expect(first.requests.isEmpty)
  }

  @Test func `A pinned mirror is asked first, until it is unpinned`() throws {
    try provideBoth()
    let pinned = try program.run("mirror", "pin", second.url("/data.json"), "--json")
    #expect(pinned.status == 0)
    #expect(try pinned.json("mirror-pin").list("mirrors").map { $0["pinned"] as? Bool } == [false, true])

    _ = try program.run("sync")
    #expect(first.requests.isEmpty)
    #expect(second.requests.count == 1)

    let unpinned = try program.run("mirror", "unpin", second.url("/data.json"), "--json")
    #expect(try unpinned.json("mirror-unpin").list("mirrors").map { $0["pinned"] as? Bool } == [false, false])
  }

  @Test(arguments: ["pin", "unpin"])
  func `A host that fits several mirrors names them, exits 1 and changes nothing`(_ command: String) throws {
    try provide([first.url("/data.json"), first.url("/other.json")])

    let host = first.url().replacing("http://", with: "")
    let outcome = try program.run("mirror", command, host, "--json")

    #expect(outcome.status == 1)
    #expect(try outcome.json("mirror-\(command)").errorCode == "ambiguous")
    let mirrors = try program.run("mirror", "list", "--json").json("mirror-list").list("mirrors")
    #expect(mirrors.allSatisfy { $0["pinned"] as? Bool == false })
  }

  @Test func `A mirror of two providers wants the provider's name`() throws {
    try provide([first.url("/data.json")])
    try provide([first.url("/data.json")], name: "other")
    let url = first.url("/data.json")
    #expect(try program.run("mirror", "pin", url).status == 1)

    let outcome = try program.run("mirror", "pin", url, "--provider", "other", "--json")

    #expect(outcome.status == 0)
    #expect(try outcome.json("mirror-pin").list("mirrors").map { $0.text("provider") } == ["other"])
  }

  @Test func `A mirror or a provider that is not there exits 4`() throws {
    try provideBoth()

    #expect(try program.run("mirror", "pin", "nowhere.test").status == 4)
    #expect(try program.run("mirror", "list", "nobody").status == 4)
    #expect(try program.run("mirror", "check", "nobody").status == 4)
  }
}
