import Foundation
import TestSupport
import Testing

@Suite(.blocking)
struct DrillTests {
  private static let notBuilt = ["keys", "notices", "outbox"]

  @Test func `Every promise that is built is kept, with evidence`() throws {
    let program = try Program()
    var promises = try program.run("drill", "--seed", "7", "--json").json("drill").list("promises")
    // Some are a matter of seconds: on a machine that runs all other tests beside, the best of three tries counts.
    for _ in 0..<2 {
      for (place, promise) in promises.enumerated() where promise.text("state") == "broken" {
        let again = try program.run("drill", "--json", "--scenario", promise.text("scenario") ?? "")
        promises[place] = try again.json("drill").list("promises").first ?? [:]
      }
    }

    for promise in promises {
      let name = promise.text("scenario") ?? ""
      let isBuilt = !Self.notBuilt.contains(name)
      #expect(promise.text("state") == (isBuilt ? "kept" : "notBuilt"), "\(promise)")
      #expect(promise.text("evidence")?.isEmpty == !isBuilt, "\(name)")
      #expect(promise.text("promise")?.hasSuffix(".") == true, "\(name)")
    }
    #expect(promises.count == 10)
  }

  @Test func `Nothing of the user's is touched, and nothing is left behind`() throws {
    let program = try Program()
    let outcome = try program.shell(
      "mkdir scratch && TMPDIR=\"$PWD/scratch\" \"$Y\" drill --scenario history && ls scratch")

    #expect(outcome.status == 0)
    #expect(outcome.lines.last?.hasPrefix("1 kept") == true)
    for folder in ["data", "cache", "state", "config"] {
      #expect(!FileManager.default.fileExists(atPath: "\(program.home)/\(folder)"), "\(folder)")
    }
  }

  @Test func `The same seed acts the same out`() throws {
    let seen = try (0..<2).map { _ in
      try Program().run("drill", "--scenario", "wiped-cache", "--seed", "3", "--json").json("drill")
        .list("promises").first?.text("evidence")
    }

    #expect(seen[0] != nil)
    #expect(seen[0] == seen[1])
  }

  @Test func `A proxy is not asked for what is on this machine`() throws {
    let program = try Program(environment: ["no_proxy": "example.org"])

    #expect(try program.run("drill", "--scenario", "wiped-cache").status == 0)
  }

  @Test func `A promise that cannot be acted out is broken, and the status is 1`() throws {
    let program = try Program(environment: ["TMPDIR": "/no/such/folder"])
    let outcome = try program.run("drill", "--scenario", "history", "--scenario", "keys", "--json")
    let object = try outcome.json("drill")

    #expect(outcome.status == 1)
    #expect(object.list("promises").map { $0.text("state") } == ["notBuilt", "broken"])
    #expect(object.errorCode == "failed")
    #expect(object.object("error").text("message") == "Broken: history.")
  }

  @Test(arguments: [["--scenario", "flood"], ["--seed", "-1"], ["--seed", "x"]])
  func `What it does not know is a usage error`(_ words: [String]) throws {
    let program = try Program()
    let outcome = try program.shell("\"$Y\" drill --json \(words.joined(separator: " "))")

    #expect(outcome.status == 64)
    #expect(try outcome.json("drill").list("promises").isEmpty)
  }
}
