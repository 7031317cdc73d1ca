import Foundation
import TestSupport
import Testing

@Suite(.blocking)
struct FilterTests {
  private let program: Program

  init() throws {
    program = try Program()
    _ = try program.run("set", "bangumi:400602", "--status", "watching", "--score", "9.5", "--note", "旅")
    _ = try program.run("set", "bangumi:515759", "--status", "planned")
    _ = try program.run("follow", "bangumi:633836")
  }

  /// The ids at bangumi of what `arguments` print, in their order.
  private func shows(_ arguments: String..., list: String = "shows") throws -> [String] {
    let outcome = try program.shell("\"$Y\" \(arguments.joined(separator: " ")) --json")
    return try outcome.json(arguments[0]).list(list).compactMap { $0.object("ids").text("bangumi") }
  }

  @Test func `The list is restricted by a filter`() throws {
    #expect(try shows("list", "'status:watching and score>=9'") == ["400602"])
    #expect(try shows("list", "status:planned", "or", "note:旅") == ["515759", "400602"])
    #expect(try shows("list", "'not upcoming'", "--status", "planned") == ["515759"])
    #expect(try shows("list", "--status", "planned", "score:none") == ["515759"])
  }

  @Test func `A filter of the list sees what is only followed`() throws {
    #expect(try shows("list") == ["515759", "400602"])
    #expect(try shows("list", "followed") == ["633836"])
    #expect(try shows("following", "status:watching").isEmpty)
    #expect(try shows("following", "status:none") == ["633836"])
  }

  @Test func `A search is restricted by a filter, and a filter alone searches everything`() throws {
    #expect(try shows("search", "frieren", "--filter", "'score>9'", list: "results") == ["400602"])
    #expect(try shows("search", "--filter", "'followed or score>9'", list: "results").count == 2)
    let films = try program.run("search", "--filter", "type:movie", "--json").json("search").list("results")
    #expect(films.isEmpty == false)
    #expect(films.allSatisfy { $0.text("type") == "movie" })
    #expect(try program.run("search", "frieren", "--filter", "type:movie and listed", "--json").status == 4)
    #expect(try program.run("search", "--json").status == 64)
  }

  @Test func `What is wrong in a filter is marked below it`() throws {
    let outcome = try program.run("list", "夜桜 staus:watching")

    #expect(outcome.status == 64)
    #expect(outcome.talk.contains("did you mean “status”?"))
    #expect(outcome.talk.contains("\n  夜桜 staus:watching\n       ^^^^^\n"), "\(outcome.talk)")
  }

  @Test func `What is wrong in a filter has a column in JSON`() throws {
    let object = try program.run("list", "airing and staus:watching", "--json").json("list")

    #expect(object["column"] as? Int == 12)
    #expect(object.errorCode == "usage")
  }

  @Test func `A saved filter is a list of its own`() throws {
    let saved = try program.run("filter", "save", "best", "Score >= 9", "--json").json("filter-save").list("filters")
    #expect(saved.map { $0.text("filter") } == ["score>=9"])
    #expect(try shows("list", "@best") == ["400602"])
    #expect(try shows("list", "'@BEST or status:planned'") == ["515759", "400602"])
    #expect(try shows("list", "'not @best'", "listed") == ["515759"])

    _ = try program.run("filter", "save", "best", "status:planned")
    #expect(try shows("list", "@best") == ["515759"])
    #expect(try program.run("filter", "list", "--json").json("filter-list").list("filters").count == 1)

    #expect(try program.run("filter", "remove", "best").status == 0)
    let outcome = try program.run("list", "@best")
    #expect(outcome.status == 64)
    #expect(outcome.talk.contains("No filter is saved as “best”"))
  }

  @Test func `A saved filter outlives the cache, and is a file that can be read`() throws {
    _ = try program.run("filter", "save", "夜", "tag:\"slice of life\" or 夜桜")
    let text = try String(contentsOfFile: program.configuration + "/filters.toml", encoding: .utf8)

    #expect(text.contains("name = \"夜\"\ntext = \"tag:\\\"slice of life\\\" or 夜桜\"\n"))
  }

  @Test(arguments: [
    ("save 'a b' airing", Int32(64)), ("save x 'airing and'", 64), ("save x @y", 64), ("remove x", 4), ("save x", 64),
  ])
  func `What cannot be saved or forgotten changes nothing`(_ arguments: String, _ status: Int32) throws {
    _ = try program.run("filter", "save", "best", "score>=9")

    #expect(try program.shell("\"$Y\" filter \(arguments) --json").status == status)
    #expect(try program.run("filter", "list", "--json").json("filter-list").list("filters").count == 1)
  }

  @Test func `No saved filter holds another`() throws {
    _ = try program.run("filter", "save", "best", "score>=9")
    let outcome = try program.run("filter", "save", "more", "@best or airing")

    #expect(outcome.status == 64)
    #expect(outcome.talk.contains("it cannot hold `@best`"))
  }

  @Test func `A damaged file of filters is named, and hurts nobody who uses none`() throws {
    try program.configure("filters.toml", "[[filter]]\nname = \"best\"\ntext = \"score>=99\"\n")

    #expect(try shows("list", "score:9.5") == ["400602"])
    let outcome = try program.run("list", "@best")
    #expect(outcome.status == 1)
    #expect(outcome.talk.contains("filters.toml: [[filter]] number 1: `text`, column 8"), "\(outcome.talk)")
    #expect(try program.run("config", "check").output.contains("filters.toml"))
  }

  @Test func `Shells complete a filter`() throws {
    let completions = try program.run("---completion", "list", "--", "positional@0", "1", "0").lines

    #expect(completions.contains("status:"))
    #expect(completions.contains("airing"))
  }

  @Test func `A filter that is too long as it is kept is refused, and hurts no other`() throws {
    #expect(try program.run("filter", "save", "best", "score>=9").status == 0)
    let long = String(repeating: "airing ", count: 500)
    #expect(try program.run("filter", "save", "big", long).status == 64)

    #expect(try shows("list", "@best") == ["400602"])
  }

  @Test func `A saved filter is found behind a wide sign, too`() throws {
    #expect(try program.run("filter", "save", "best", "score>=9").status == 0)
    #expect(try shows("list", "＠best") == ["400602"])
  }

  @Test func `Six processes that save filters at once lose none`() throws {
    let running = try (0..<6).map { try program.start("filter", "save", "f\($0)", "score>=\($0)") }
    for save in running { #expect(try save.outcome().status == 0) }

    let saved = try program.run("filter", "list", "--json").json("filter-list").list("filters")
    #expect(saved.compactMap { $0.text("name") } == (0..<6).map { "f\($0)" })
  }
}
