import Foundation
import TestSupport
import Testing

@Suite(.blocking)
struct ProviderTests {
  private let program: Program

  init() throws {
    program = try Program()
  }

  @Test func `The list has the built-in provider, its mirrors and its licence`() throws {
    let outcome = try program.run("provider", "list", "--json")

    #expect(outcome.status == 0)
    let provider = try #require(try outcome.json("provider-list").list("providers").first)
    #expect(provider.text("name") == "bangumi-data")
    #expect(provider.text("kind") == "bangumi-data")
    #expect(provider["enabled"] as? Bool == true)
    #expect((provider["mirrors"] as? [String])?.isEmpty == false)
    #expect(provider["version"] is NSNull)
    #expect(provider["fetched"] is NSNull)
    #expect(provider.text("licence")?.contains("CC BY 4.0") == true)
  }

  @Test func `A provider can be added, disabled, enabled and removed`() throws {
    let added = try program.run(
      "provider", "add", "bangumi-data", "--name", "mine", "--mirror", "http://127.0.0.1:9/a.json", "--json")
    #expect(added.status == 0)
    #expect(try added.json("provider-add").list("providers").map { $0.text("name") } == ["bangumi-data", "mine"])

    let disabled = try program.run("provider", "disable", "mine", "--json").json("provider-disable")
    #expect(disabled.list("providers").last?["enabled"] as? Bool == false)
    let enabled = try program.run("provider", "enable", "mine", "--json").json("provider-enable")
    #expect(enabled.list("providers").last?["enabled"] as? Bool == true)

    let removed = try program.run("provider", "remove", "bangumi-data", "--json").json("provider-remove")
    #expect(removed.list("providers").map { $0.text("name") } == ["mine"])
  }

  @Test(arguments: [
    ["bangumi-data", "--name", "x", "--mirror", "http://127.0.0.1/{version}/data.json"],
    ["bangumi-data", "--name", "x", "--mirror", "ftp://127.0.0.1/data.json"],
    ["bangumi-data", "--name", "x"],
    ["bangumi-data", "--mirror", "http://127.0.0.1/data.json"],
    ["torrents", "--name", "x", "--mirror", "http://127.0.0.1/data.json"],
    ["bangumi-data", "--name", "../x", "--mirror", "http://127.0.0.1/data.json"],
    ["bangumi-data", "--name", "starter", "--mirror", "http://127.0.0.1/data.json"],
  ])
  func `A provider that makes no sense is a usage error`(_ arguments: [String]) throws {
    let words = arguments.map { "'\($0)'" }.joined(separator: " ")
    let outcome = try program.shell("\"$Y\" provider add \(words) --json")

    #expect(outcome.status == 64)
    #expect(try outcome.json("provider-add").errorCode == "usage")
    #expect(!FileManager.default.fileExists(atPath: program.configuration + "/providers.toml"))
  }

  @Test func `Six processes that add providers at once lose none`() throws {
    let running = try (0..<6).map {
      try program.start("provider", "add", "bangumi-data", "--name", "p\($0)", "--mirror", "http://127.0.0.1:9/\($0)")
    }
    for add in running { #expect(try add.outcome().status == 0) }

    let names = try program.run("provider", "list", "--json").json("provider-list").list("providers").compactMap {
      $0.text("name")
    }
    #expect(names.sorted() == ["bangumi-data"] + (0..<6).map { "p\($0)" })
  }

  @Test func `A name that is taken is refused`() throws {
    let outcome = try program.run(
      "provider", "add", "bangumi-data", "--name", "bangumi-data", "--mirror", "http://127.0.0.1:9/a.json", "--json")

    #expect(outcome.status == 1)
    #expect(try outcome.json("provider-add").list("providers").isEmpty)
  }

  @Test func `A name that is not there exits 4 and suggests the nearest`() throws {
    let outcome = try program.run("provider", "disable", "bangumi-dta")

    #expect(outcome.status == 4)
    #expect(outcome.talk.contains("Did you mean `bangumi-data`?"))
  }

  @Test func `Garbage in providers.toml is told with its line, and left alone`() throws {
    try program.configure("providers.toml", "[[provider]]\nname = \n")
    let outcome = try program.run("provider", "list", "--json")

    #expect(outcome.status == 1)
    #expect(try outcome.json("provider-list").object("error").text("message")?.contains("providers.toml:2") == true)
    #expect(try program.run("search", "フリーレン").status == 0)
    #expect(
      try String(contentsOfFile: program.configuration + "/providers.toml", encoding: .utf8)
        == "[[provider]]\nname = \n")
  }
}
