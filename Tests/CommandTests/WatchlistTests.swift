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
    #expect(try Set(undone.json("undo").list("changes").compactMap { $0.text("field") }) == ["status", "progress"])

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
