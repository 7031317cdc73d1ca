import Foundation
import TestSupport
import Testing

@Suite(.blocking)
struct WatchlistTests {
  private let program: Program

  init() throws {
    program = try Program()
  }

  @Test func `Following a show lists it, and unfollowing takes it off`() throws {
    let followed = try program.run("follow", "bangumi:400602", "--json")
    #expect(followed.status == 0)
    #expect(try followed.json("follow").list("shows").first?["followed"] as? Bool == true)

    let following = try program.run("following", "--json")
    #expect(following.status == 0)
    #expect(try following.json("following").list("shows").map { $0.object("ids").text("bangumi") } == ["400602"])

    #expect(try program.run("unfollow", "bangumi:400602").status == 0)
    let none = try program.run("following", "--json")
    #expect(none.status == 0)
    #expect(try none.json("following").list("shows").isEmpty)
  }

  @Test func `One unknown id among several changes nothing`() throws {
    let outcome = try program.run("follow", "bangumi:400602", "bangumi:1", "--json")

    #expect(outcome.status == 4)
    #expect(try outcome.json("follow").list("shows").isEmpty)
    #expect(try program.run("following", "--json").json("following").list("shows").isEmpty)
  }

  @Test func `Set keeps status, progress, score and note`() throws {
    let outcome = try program.run(
      "set", "bangumi:400602", "--status", "watching", "--progress", "7", "--score", "9.5", "--note", "旅",
      "--json")

    #expect(outcome.status == 0)
    let show = try program.run("show", "bangumi:400602", "--json").json("show").object("show")
    #expect(show.text("status") == "watching")
    #expect(show["progress"] as? Int == 7)
    #expect(show["score"] as? Int == 95)
    #expect(show.text("note") == "旅")
  }

  @Test func `None clears status and score`() throws {
    _ = try program.run("set", "bangumi:400602", "--status", "dropped", "--score", "3")
    let show = try program.run("set", "bangumi:400602", "--status", "none", "--score", "none", "--json")
      .json("set").object("show")

    #expect(show["status"] is NSNull)
    #expect(show["score"] is NSNull)
  }

  @Test(arguments: ["10.1", "-1", "9.55", "nine", "", "11"])
  func `A score that is none is a usage error`(_ score: String) throws {
    let outcome = try program.run("set", "bangumi:400602", "--score=\(score)", "--json")

    #expect(outcome.status == 64)
    #expect(try outcome.json("set").errorCode == "usage")
  }

  @Test func `A mistyped status suggests the nearest`() throws {
    let outcome = try program.run("set", "bangumi:400602", "--status", "wathcing")

    #expect(outcome.status == 64)
    #expect(outcome.talk.contains("Did you mean `watching`?"))
  }

  @Test func `Set keeps days, tags, priority, rewatches and delays`() throws {
    let outcome = try program.run(
      "set", "bangumi:400602", "--rewatches", "2", "--started", "2023-09-29", "--finished", "today", "--tag", "旅",
      "--tag", "iyashikei", "--priority", "high", "--delay", "2026-08-15+30m", "--delay", "2026-08-22",
      "--first-episode", "0", "--json")

    #expect(outcome.status == 0, "\(outcome.output)")
    let show = try program.run("show", "bangumi:400602", "--json").json("show").object("show")
    #expect(show["rewatches"] as? Int == 2)
    #expect(show.text("started") == "2023-09-29")
    #expect(show.text("finished") == "2026-08-15")
    #expect(show["tags"] as? [String] == ["iyashikei", "旅"])
    #expect(show.text("priority") == "high")
    #expect(show.list("delays").map { $0.text("of") } == ["2026-08-15", "2026-08-22"])
    #expect(show.list("delays").map { $0["by"] as? Int } == [30, nil])
    #expect(show["episodeOffset"] as? Int == -1)
  }

  @Test func `Tags are added and taken off one by one, delays day by day`() throws {
    _ = try program.run("set", "bangumi:400602", "--tags", "a,b", "--delay", "2026-08-15", "--delay", "2026-08-22")
    let show = try program.run(
      "set", "bangumi:400602", "--tag", "c", "--untag", "a", "--no-delay", "2026-08-15", "--json"
    ).json("set").object("show")

    #expect(show["tags"] as? [String] == ["b", "c"])
    #expect(show.list("delays").map { $0.text("of") } == ["2026-08-22"])
    let none = try program.run("set", "bangumi:400602", "--no-delay", "all", "--tags", "", "--json").json("set")
    #expect(none.object("show").list("delays").isEmpty)
    #expect((none.object("show")["tags"] as? [String])?.isEmpty == true)
  }

  @Test(arguments: [
    ["--delay", "tomorrow"], ["--no-delay", "never"], ["--first-episode", "one"],
    ["--first-episode=-9223372036854775808"], ["--started", "2026-02-30"],
    ["--priority", "urgent"], ["--tag", "a,b"], ["--tags", "a", "--tag", "b"], ["--rewatches=-1"],
  ])
  func `What nobody can mean is a usage error`(_ options: [String]) throws {
    let words = options.map { "'\($0)'" }.joined(separator: " ")
    #expect(try program.shell("\"$Y\" set bangumi:400602 \(words)").status == 64)
  }

  @Test func `Several shows are set at once, and undone at once`() throws {
    let set = try program.run("set", "bangumi:400602", "bangumi:515759", "--tag", "夏", "--json").json("set")

    #expect(set.list("shows").map { $0["tags"] as? [String] } == [["夏"], ["夏"]])
    #expect(try program.run("undo", "--json").json("undo").list("shows").count == 2)
    #expect(try program.run("list", "--json").json("list").list("shows").isEmpty)
  }

  @Test func `What follows from a change is printed, and undone with it`() throws {
    let set = try program.run("set", "bangumi:400602", "--status", "watching")

    #expect(set.output.contains("begun 2026-08-15"))
    let undone = try program.run("undo", "--json").json("undo")
    #expect(undone.list("shows").map { $0["started"] is NSNull } == [true])
  }

  @Test func `Nothing follows where the user wants that`() throws {
    try program.configure("config.toml", "[watchlist]\nautomatic = false\n")
    let show = try program.run("set", "bangumi:400602", "--status", "watching", "--json").json("set").object("show")

    #expect(show["started"] is NSNull)
  }

  @Test(arguments: [("100", "87", 87), ("10", "9", 90), ("5", "4", 80), ("3", ":)", 85)])
  func `A score is typed and shown in the user's scale`(_ scale: String, _ typed: String, _ score: Int) throws {
    try program.configure("config.toml", "[score]\nscale = \"\(scale)\"\n")
    let set = try program.run("set", "bangumi:400602", "--score", typed)

    #expect(set.output.contains(scale == "5" ? "★★★★☆" : typed))
    #expect(try program.run("show", "bangumi:400602", "--json").json("show").object("show")["score"] as? Int == score)
    #expect(try program.run("set", "bangumi:400602", "--score", "8.55").status == 64)
  }

  @Test func `Setting nothing is a usage error`() throws {
    #expect(try program.run("set", "bangumi:400602").status == 64)
  }

  @Test func `The list can be restricted to a status`() throws {
    _ = try program.run("set", "bangumi:400602", "--status", "completed")
    _ = try program.run("set", "bangumi:515759", "--status", "planned")

    let all = try program.run("list", "--json").json("list").list("shows")
    let planned = try program.run("list", "--status", "planned", "--json").json("list").list("shows")
    #expect(all.count == 2)
    #expect(planned.map { $0.object("ids").text("bangumi") } == ["515759"])
    #expect(try program.run("list", "--status", "dropped", "--json").status == 0)
  }

  @Test func `Undo takes the last change back, and redo makes it again`() throws {
    _ = try program.run("set", "bangumi:400602", "--status", "watching", "--progress", "3")
    _ = try program.run("set", "bangumi:400602", "--status", "completed", "--progress", "28")

    let undone = try program.run("undo", "--json")
    #expect(undone.status == 0)
    #expect(try undone.json("undo").list("shows").map { $0.text("status") } == ["watching"])
    #expect(
      try Set(undone.json("undo").list("changes").compactMap { $0.text("field") }) == [
        "status", "progress", "finished",
      ])

    let redone = try program.run("redo", "--json")
    #expect(redone.status == 0)
    #expect(try redone.json("redo").list("shows").map { $0["progress"] as? Int } == [28])
  }

  @Test func `Several shows followed at once are one step of undo`() throws {
    _ = try program.run("follow", "bangumi:400602", "bangumi:515759")

    let undone = try program.run("undo", "--json").json("undo")
    #expect(undone.list("shows").map { $0["followed"] as? Bool } == [false, false])
    #expect(undone.list("changes").count == 2)
    #expect(try program.run("following", "--json").json("following").list("shows").isEmpty)
    #expect(try program.run("redo").status == 0)
    #expect(try program.run("following", "--json").json("following").list("shows").count == 2)
  }

  @Test func `There is nothing to undo at first`() throws {
    let outcome = try program.run("undo", "--json")

    #expect(outcome.status == 1)
    #expect(try outcome.json("undo").object("error").text("message")?.isEmpty == false)
  }

  @Test func `Two processes at once lose nothing`() throws {
    let shows = ["bangumi:400602", "bangumi:515759", "bangumi:633836", "bangumi:530725", "bangumi:517106"]
    let all = try shows.map { try program.start("follow", $0) }
    for running in all { #expect(try running.outcome().status == 0) }

    let following = try program.run("following", "--json").json("following").list("shows")
    #expect(Set(following.map { "bangumi:\($0.object("ids").text("bangumi") ?? "")" }) == Set(shows))
  }
}
