import FaultServer
import Foundation
import TestSupport
import Testing

/// `sync --compare`: what other mirrors say about the version that is here.
@Suite(.blocking)
struct SyncComparisonTests {
  private let program: Program
  /// The first mirror is asked first, because it is pinned.
  private let servers: [HostileServer]
  private static let (good, other, third) = (
    SampleCatalogue.bytes(), SampleCatalogue.bytes(generation: 2), SampleCatalogue.bytes(count: 61)
  )

  init() throws {
    program = try Program()
    servers = try (0..<3).map { _ in
      try HostileServer(["/0.3.1.json": .ok(Self.good), "/version": .version("0.3.1")])
    }
    _ = try program.run("provider", "remove", "bangumi-data")
    let mirrors = servers.map { "--mirror '\($0.url("/{version}.json"))'" }.joined(separator: " ")
    let line = "\"$Y\" provider add bangumi-data --name test \(mirrors) --version-from '\(servers[0].url("/version"))'"
    #expect(try program.shell(line).status == 0)
    #expect(try program.run("mirror", "pin", servers[0].url("/{version}.json")).status == 0)
  }

  /// Lets the mirrors at `places` give `bytes`.
  private func serve(_ bytes: [UInt8], at places: Int...) {
    for place in places { servers[place].route("/0.3.1.json", .ok(bytes)) }
  }

  private func compare() throws -> (outcome: Outcome, comparison: [String: Any]) {
    let outcome = try program.run("sync", "--compare", "--json")
    let provider = try #require(try outcome.json("sync").list("providers").first)
    return (outcome, provider.object("comparison"))
  }

  private func state(of place: Int) throws -> String? {
    let mirrors = try program.run("mirror", "list", "--json").json("mirror-list").list("mirrors")
    return mirrors.first { $0.text("url") == servers[place].url("/{version}.json") }?.text("state")
  }

  @Test func `Mirrors that give the same agree, and two are enough`() throws {
    let (outcome, comparison) = try compare()

    #expect(outcome.status == 0)
    #expect(comparison.text("verdict") == "agreed")
    #expect(servers.map { $0.count("/0.3.1.json") }.sorted() == [0, 1, 1])
  }

  @Test func `Two against the first correct what is here, and the liar is known`() throws {
    serve(Self.other, at: 0)
    #expect(try program.run("sync").status == 0)

    let (outcome, comparison) = try compare()

    #expect(outcome.status == 0)
    #expect(comparison.text("verdict") == "corrected")
    #expect(try state(of: 0) == "distrusted")
    #expect(try compare().comparison.text("verdict") != "disputed")
  }

  @Test func `Three opinions are a dispute: status 1, nobody is blamed, what is here stays`() throws {
    serve(Self.other, at: 1)
    serve(Self.third, at: 2)

    let (outcome, comparison) = try compare()

    #expect(outcome.status == 1)
    #expect(try outcome.json("sync").errorCode == "disputed")
    #expect(comparison.text("verdict") == "disputed")
    for place in 0...2 { #expect(try state(of: place) == "good") }
    #expect(try program.run("capsule", "verify").status == 0)
    #expect(try program.run("search", "桜の話59").status == 0)
  }

  @Test func `A dispute ends when the mirrors agree again`() throws {
    serve(Self.other, at: 1)
    serve(Self.third, at: 2)
    #expect(try compare().outcome.status == 1)
    serve(Self.good, at: 1, 2)

    let (outcome, comparison) = try compare()

    #expect(outcome.status == 0)
    #expect(comparison.text("verdict") == "agreed")
  }

  @Test func `With nobody else to ask it stays unconfirmed, which is no failure`() throws {
    for place in 1...2 { servers[place].route("/0.3.1.json", .status(500)) }

    let (outcome, comparison) = try compare()

    #expect(outcome.status == 0)
    #expect(comparison.text("verdict") == "unconfirmed")
  }
}
