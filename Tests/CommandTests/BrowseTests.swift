import Foundation
import TestSupport
import Testing

@Suite(.blocking)
struct BrowseTests {
  @Test func `Search prints the shows as the design has them`() throws {
    let outcome = try Program().run("search", "葬送のフリーレン", "--json")

    #expect(outcome.status == 0)
    let results = try outcome.json("search").list("results")
    let show = try #require(results.first { $0.object("ids").text("bangumi") == "400602" })
    #expect(
      Set(show.keys) == [
        "id", "titles", "type", "begin", "end", "ids", "followed", "status", "progress", "score", "note", "rewatches",
        "started", "finished", "tags", "priority", "delays", "episodeOffset",
      ])
    #expect(show.text("id")?.count == 10)
    #expect((show.object("titles")["ja"] as? [String])?.first == "葬送のフリーレン")
    #expect((show.object("titles")["zh-Hans"] as? [String])?.first == "葬送的芙莉莲")
    #expect(show.text("type") == "tv")
    #expect(show.text("begin")?.hasSuffix("Z") == true)
    #expect(show["followed"] as? Bool == false)
    #expect(show["status"] is NSNull)
    #expect(show["progress"] as? Int == 0)
    #expect(show["score"] is NSNull)
    #expect(show.text("note")?.isEmpty == true)
  }

  @Test(arguments: ["葬送的芙莉莲", "ふりーれん", "ＦＲＩＥＲＥＮ", "frieren beyond"])
  func `Search finds a title in any script`(_ query: String) throws {
    let results = try Program().run("search", query, "--json").json("search").list("results")

    #expect(results.contains { $0.object("ids").text("bangumi") == "400602" })
  }

  @Test func `Search without a hit exits 4 with no results`() throws {
    let outcome = try Program().run("search", "qqqqqqqqqq", "--json")

    #expect(outcome.status == 4)
    let object = try outcome.json("search")
    #expect(object.list("results").isEmpty)
    #expect(object.errorCode == "notFound")
  }

  @Test func `A limit keeps the best`() throws {
    let program = try Program()
    let all = try program.run("search", "2", "--json").json("search").list("results").compactMap { $0.text("id") }
    let some = try program.run("search", "2", "--limit", "2", "--json").json("search").list("results")

    #expect(all.count > 2)
    #expect(some.compactMap { $0.text("id") } == Array(all.prefix(2)))
  }

  @Test func `Show answers by alias and by local id alike`() throws {
    let program = try Program()
    let byAlias = try program.run("show", "bangumi:400602", "--json").json("show").object("show")
    let id = try #require(byAlias.text("id"))
    let byID = try program.run("show", id, "--json").json("show").object("show")

    #expect(byID.text("id") == id)
    #expect(byID.object("ids").text("bangumi") == "400602")
  }

  @Test func `An unknown show exits 4`() throws {
    let outcome = try Program().run("show", "bangumi:1", "--json")

    #expect(outcome.status == 4)
    #expect(try outcome.json("show").errorCode == "notFound")
  }

  @Test func `Tonight prints airings as the design has them`() throws {
    let outcome = try Program().run("tonight", "--json")

    #expect(outcome.status == 0)
    let airing = try #require(try outcome.json("tonight").list("airings").first)
    #expect(Set(airing.keys) == ["show", "at", "planned", "kind", "site", "exact", "episode"])
    #expect(airing.object("show").text("id")?.count == 10)
    #expect(["tv", "stream"].contains(airing.text("kind")))
    #expect(airing["exact"] is Bool)
    let at = try #require(airing.text("at"))
    #expect(at >= "2026-08-14T13:00:00Z" && at < "2026-08-16T13:00:00Z")
  }

  @Test func `Tonight never tells an estimated episode to scripts`() throws {
    let program = try Program()

    let airings = try program.run("tonight", "--json").json("tonight").list("airings")
    #expect(!airings.isEmpty)
    #expect(airings.allSatisfy { $0["episode"] is NSNull })
  }

  @Test func `The schedule covers the days from today on, in order of time`() throws {
    let outcome = try Program().run("schedule", "--days", "2", "--json")

    #expect(outcome.status == 0)
    let times = try outcome.json("schedule").list("airings").compactMap { $0.text("at") }
    #expect(times == times.sorted())
    #expect(times.allSatisfy { $0 >= "2026-08-14T15:00:00Z" && $0 < "2026-08-16T15:00:00Z" })
  }

  @Test func `A season goes by the date in Japan`() throws {
    let outcome = try Program().run("season", "2023-autumn", "--json")

    let shows = try outcome.json("season").list("shows")
    #expect(!shows.isEmpty || outcome.status == 4)
    #expect(shows.allSatisfy { ($0.text("begin") ?? "") >= "2023-09-30T15:00:00Z" })
    #expect(shows.allSatisfy { ($0.text("begin") ?? "") < "2023-12-31T15:00:00Z" })
  }

  @Test func `The present season needs no name`() throws {
    let object = try Program().run("season", "--json").json("season")

    #expect(object.text("season") == "2026-summer")
    #expect(!object.list("shows").isEmpty)
  }

  @Test func `People see the title of their choice`() throws {
    let program = try Program()
    try program.configure("config.toml", "[ui]\ntitles = [\"zh-Hans\"]\n")

    #expect(try program.run("search", "葬送のフリーレン").output.contains("葬送的芙莉莲"))
  }

  @Test func `People are answered in the language of the locale`() throws {
    let program = try Program(environment: ["LC_ALL": "ja_JP.UTF-8"])

    #expect(try program.run("season", "2023-summer").output.contains("2023年夏"))
  }
}
