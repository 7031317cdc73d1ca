import Anime
import FaultServer
import Foundation
import TestSupport
import Testing

@Suite(.blocking)
struct CapsuleTests {
  private let program: Program
  private let server: HostileServer
  private let history: CapsuleHistory
  private static let file = CapsuleHistory.file(count: 61, renamed: 5)

  /// Two commits, of 100 and of 50 days ago; the mirror still has the newer file.
  init() throws {
    program = try Program()
    server = try HostileServer(["/data.json": .ok(Self.file)])
    history = try CapsuleHistory(program, from: server.url("/data.json"))
    try history.sync(CapsuleHistory.file(), at: Self.ago(days: 100))
    try history.sync(Self.file, at: Self.ago(days: 50))
  }

  private static func ago(days: Double) -> Instant {
    Instant(milliseconds: Int64((Date().timeIntervalSince1970 - days * 86_400) * 1000))
  }

  private func capsule(_ arguments: String) throws -> Outcome { try program.shell("\"$Y\" capsule \(arguments)") }

  private func json(_ arguments: String) throws -> [String: Any] {
    let command = try #require(arguments.split(separator: " ").first)
    return try capsule("\(arguments) --json").json("capsule-\(command)")
  }

  /// The names, lengths and hashes of all files of the capsule, but for the lock.
  private func files() throws -> String {
    try program.shell("cd '\(program.data)' && find . -type f ! -name lock -exec sha256sum {} + | sort").output
  }

  // MARK: Looking

  @Test func `The log has a line for each commit, as the design has them`() throws {
    let commits = try json("log").list("commits")

    #expect(commits.map { $0["sequence"] as? Int } == [2, 1])
    let keys: Set<String> = [
      "id", "sequence", "time", "provider", "mirror", "added", "changed", "removed", "verdict",
    ]
    #expect(keys.isSubset(of: commits[0].keys))
    #expect(commits[0]["added"] as? Int == 1 && commits[0]["changed"] as? Int == 1)
    #expect(commits[0].text("provider") == "test")
    #expect(try json("log --limit 1").list("commits").count == 1)
    let lines = try capsule("log").lines
    #expect(lines.count == 2 && lines[0].contains("+1") && lines[0].contains("~1"))
  }

  @Test func `A program that has never synced has no commits, and that is no failure`() throws {
    let program = try Program()
    for command in ["log", "status", "verify", "gc", "repair"] {
      let outcome = try program.run("capsule", command, "--json")
      #expect(outcome.status == 0, "\(command)")
      _ = try outcome.json("capsule-\(command)")
    }
  }

  @Test func `A diff says field by field what two commits say differently`() throws {
    let object = try json("diff 1 2")
    let shows = object.list("shows")

    #expect(object.object("from")["sequence"] as? Int == 1 && object.object("to")["sequence"] as? Int == 2)
    #expect(Set(shows.compactMap { $0.text("event") }) == ["added", "changed"])
    let changed = try #require(shows.first { $0.text("event") == "changed" })
    #expect(changed.text("title") == "夜桜の話5")
    #expect(changed.list("changes").map { $0.text("field") } == ["titles"])
    #expect(changed.list("changes").first?.text("before") == "ja 桜の話5")
    #expect(try json("diff 1").list("shows").count == 2)
    #expect(try json("diff 2 2").list("shows").isEmpty)
    #expect(try json("diff 0 1").list("shows").count >= 60)
    #expect(try capsule("diff 1 2").output.contains("ja 桜の話5 → ja 夜桜の話5"))
    #expect(try json("diff 1 2 --limit 1").list("shows").count == 1)
  }

  @Test func `The status tells what is here, and what of the list would stay`() throws {
    _ = try program.run("follow", "bangumi:900003")
    _ = try capsule("pin bangumi:900003")
    let object = try json("status")

    #expect(object["commits"] as? Int == 2 && object["thinned"] as? Int == 0)
    #expect(object.object("head")["sequence"] as? Int == 2)
    #expect(object["operations"] as? Int == 2 && object["devices"] as? Int == 1)
    #expect(object.object("coverage")["listed"] as? Int == 1 && object.object("coverage")["whole"] as? Int == 1)
    #expect(object.list("pins").map { $0.object("ids").text("bangumi") } == ["900003"])
    #expect(object["verified"] is NSNull)
    _ = try capsule("verify --read-all")
    #expect(try json("status").object("verified")["damaged"] as? Int == 0)
    let text = try capsule("status").output
    #expect(text.contains("1 of the 1 shows that you keep would stay whole"))
    #expect(text.contains("commit 2 of"))
  }

  // MARK: Verify and repair

  @Test func `A whole capsule verifies with status 0`() throws {
    for line in ["verify --json", "verify --read-all --json"] {
      let outcome = try capsule(line)
      let object = try outcome.json("capsule-verify")
      #expect(outcome.status == 0)
      #expect(object.list("damage").isEmpty && object["error"] == nil)
      #expect(object["commits"] as? Int == 2)
    }
  }

  @Test func `One flipped byte makes verify exit 1 with one object that names it`() throws {
    try CapsuleHistory.flip(history.objects().pieces[2])
    let outcome = try capsule("verify --read-all --json")
    let object = try outcome.json("capsule-verify")

    #expect(outcome.status == 1)
    #expect(object.errorCode == "damaged")
    #expect(object.list("damage").map { $0.text("what") } == ["object"])
    #expect(object.list("damage").first?["healable"] as? Bool == false)
    let people = try capsule("verify --read-all")
    #expect(people.status == 1)
    #expect(people.output.contains("2 commits of test"))
    #expect(people.talk.contains("`yozakura capsule repair`"))
  }

  @Test func `Repair fetches once more what it lost, and the capsule is whole`() throws {
    for piece in try history.objects().pieces.prefix(3) { try CapsuleHistory.flip(piece) }
    let outcome = try capsule("repair --json")
    let object = try outcome.json("capsule-repair")

    #expect(outcome.status == 0)
    #expect(object.list("healed").map { $0.text("from") } == Array(repeating: history.address, count: 3))
    #expect(object.list("lost").isEmpty)
    #expect((object["quarantined"] as? [String])?.count == 3)
    #expect(server.count("/data.json") == 1)
    #expect(try capsule("verify --read-all").status == 0)
    #expect(try capsule("repair").output.contains("nothing is damaged"))
  }

  @Test func `A manifest and the pieces that it names are healed in one go`() throws {
    let (manifest, pieces) = try history.objects()
    for object in [manifest] + pieces { try CapsuleHistory.flip(object) }
    let outcome = try capsule("repair --json")

    #expect(outcome.status == 0)
    #expect(try outcome.json("capsule-repair").list("lost").isEmpty)
    #expect(try capsule("verify --read-all").status == 0)
  }

  @Test func `Repair asks the present mirrors of the provider too`() throws {
    server.route("/data.json", .status(404))
    server.route("/other.json", .ok(Self.file))
    _ = try program.run("provider", "remove", "bangumi-data")
    _ = try program.run("provider", "add", "bangumi-data", "--name", "test", "--mirror", server.url("/other.json"))
    try CapsuleHistory.flip(history.objects().pieces[2])

    #expect(try capsule("repair").status == 0)
    #expect(try capsule("verify --read-all").status == 0)
  }

  @Test func `A mirror that sends something else heals nothing`() throws {
    server.route("/data.json", .ok(CapsuleHistory.file(count: 70)))
    #expect(try program.run("search", "桜の話7").status == 0)
    try CapsuleHistory.flip(history.objects().pieces[2])
    let before = try files()
    let outcome = try capsule("repair")

    #expect(outcome.status == 1)
    #expect(outcome.talk.contains("what came is not what was received then"))
    #expect(try capsule("repair --json").json("capsule-repair").list("lost").count == 1)
    #expect(try files() == before)
    #expect(try program.run("search", "桜の話7").status == 0)
  }

  @Test(arguments: ["--dry-run", "--offline"])
  func `Repair asks nobody where it must not`(_ option: String) throws {
    try CapsuleHistory.flip(history.objects().pieces[2])
    let before = try files()
    let outcome = try capsule("repair \(option) --json")

    #expect(outcome.status == 1)
    #expect(try outcome.json("capsule-repair").list("lost").count == 1)
    #expect(server.requests.isEmpty)
    #expect(try files() == before)
  }

  @Test func `What stands twice is healed without anybody's help`() throws {
    _ = try program.run("follow", "bangumi:900003")
    #expect(
      try program.shell(
        "cd '\(program.data)' && for f in HEAD.0 commits/00000001-*.json ops/device ops/*.jsonl; do "
          + "printf '#' | dd of=\"$f\" conv=notrunc bs=1 seek=3 2>/dev/null || { cp \"$f\" t && printf '#' >>t && mv -f t \"$f\"; }"
          + "; done"
      ).status == 0)
    #expect(try json("verify").list("damage").count == 4)
    let healed = try json("repair").list("healed")

    #expect(healed.count == 4 && healed.allSatisfy { $0.text("from") == "copy" })
    #expect(server.requests.isEmpty)
    #expect(try capsule("verify --read-all").status == 0)
    #expect(try program.run("following", "--json").json("following").list("shows").count == 1)
  }

  // MARK: Collection

  /// A commit for each of twenty days of long ago, in two or more weeks and at most two months.
  private func age() throws -> (CapsuleHistory, Program) {
    let program = try Program()
    let history = try CapsuleHistory(program)
    for day in 0..<20 {
      try history.sync(CapsuleHistory.file(renamed: day + 3), at: Self.ago(days: 120 - Double(day)))
    }
    try history.sync(CapsuleHistory.file(), at: Self.ago(days: 1))
    return (history, program)
  }

  @Test func `A collection is planned, and done only where it is asked for`() throws {
    let (_, program) = try age()
    let plan = try program.run("capsule", "gc", "--json").json("capsule-gc")
    let count = plan.list("thinned").count
    #expect(plan["applied"] as? Bool == false)
    #expect(count >= 12)
    #expect(try program.run("capsule", "log", "--json").json("capsule-log").list("commits").count == 21)
    #expect(try program.run("capsule", "gc").talk.contains("--apply"))

    let done = try program.run("capsule", "gc", "--apply", "--json").json("capsule-gc")
    #expect(done.list("thinned").count == count && done["objects"] as? Int == plan["objects"] as? Int)
    let status = try program.run("capsule", "status", "--json").json("capsule-status")
    #expect(status["thinned"] as? Int == count && status["commits"] as? Int == 22)
    #expect(try program.run("capsule", "verify", "--read-all").status == 0)
    #expect(try program.run("capsule", "gc", "--apply", "--json").json("capsule-gc").list("thinned").isEmpty)
  }

  @Test func `What was given up is said where it is asked for`() throws {
    let (_, program) = try age()
    let thinned = try program.run("capsule", "gc", "--apply", "--json").json("capsule-gc").list("thinned")
    let kept = try program.run("capsule", "log", "--json").json("capsule-log").list("commits")
      .filter { $0["thinned"] as? Bool == false }.compactMap { $0["sequence"] as? Int }
    let given = try #require(thinned.first { ($0["sequence"] as? Int ?? 0) > (kept.min() ?? 99) })
    let (number, time) = (try #require(given["sequence"] as? Int), try #require(given.text("time")))

    let past = try program.run("search", "桜", "--as-of", time, "--json").json("search").object("asOf")
    #expect(past.text("givenUp") == given.text("id"))
    #expect(try #require(past["sequence"] as? Int) < number)
    #expect(try program.run("search", "桜", "--as-of", time).talk.contains("was given up by a collection"))
    for line in [
      ["search", "桜", "--as-of", "\(number)"], ["capsule", "diff", "\(number)"], ["capsule", "restore", "\(number)"],
    ] {
      let outcome = try program.shell("\"$Y\" \(line.joined(separator: " ")) --json")
      #expect(outcome.status == 1)
      #expect(outcome.output.contains("\"givenUp\""))
    }
  }

  @Test func `A pin keeps the versions of its show, and undo takes it back`() throws {
    let (_, program) = try age()
    let without = try program.run("capsule", "gc", "--json").json("capsule-gc").list("thinned").count
    let pinned = try program.run("capsule", "pin", "bangumi:900006", "--json")
    #expect(pinned.status == 0)
    #expect(try pinned.json("capsule-pin").list("shows").count == 1)
    // It had the one title, another for a day, and the first again.
    let with = try program.run("capsule", "gc", "--json").json("capsule-gc").list("thinned").count
    #expect(with < without)

    _ = try program.run("capsule", "unpin", "bangumi:900006")
    #expect(try program.run("capsule", "gc", "--json").json("capsule-gc").list("thinned").count == without)
    _ = try program.run("undo")
    #expect(try program.run("capsule", "gc", "--json").json("capsule-gc").list("thinned").count == with)
    _ = try program.run("undo")
    #expect(try program.run("capsule", "status", "--json").json("capsule-status").list("pins").isEmpty)
  }

  // MARK: Accept and restore

  @Test func `What was set aside is shown, accepted, and put aside again by undo`() throws {
    try history.sync(CapsuleHistory.file(count: 20), at: Self.ago(days: 1), settingAside: true)
    let said = try json("accept --dry-run")
    #expect(said["applied"] as? Bool == false && said.text("provider") == "test")
    #expect(said.list("shows").count { $0.text("event") == "removed" } == 41)
    #expect(try program.run("search", "桜の話59").status == 0)

    let done = try json("accept")
    #expect(done["applied"] as? Bool == true)
    #expect(done.object("catalogue")["removed"] as? Int == 41)
    #expect(try program.run("search", "桜の話59").status == 4)
    let undone = try program.run("undo", "--json").json("undo")
    #expect(undone.object("catalogue")["added"] as? Int == 41)
    #expect(try program.run("search", "桜の話59").status == 0)
    #expect(try json("status").list("setAside").map { $0.text("provider") } == ["test"])
    #expect(try program.run("redo").status == 0)
    #expect(try program.run("search", "桜の話59").status == 4)
    #expect(
      try json("log").list("commits").compactMap { $0.text("cause") }.prefix(3) == ["restore", "restore", "accept"])
  }

  @Test func `A commit is made the present again, and undo takes it back`() throws {
    let done = try json("restore 1")
    #expect(done.object("restored")["sequence"] as? Int == 1)
    #expect(done.object("catalogue")["changed"] as? Int == 1 && done.object("catalogue")["removed"] as? Int == 1)
    #expect(try program.run("search", "夜桜の話5").status == 4)
    #expect(try program.run("undo").status == 0)
    #expect(try program.run("search", "夜桜の話5").status == 0)
    #expect(try capsule("verify --read-all").status == 0)
  }

  // MARK: Failures

  @Test(arguments: [
    ("diff 99", "diff", "shows", 4, "notFound"), ("diff 2020-01-01", "diff", "shows", 1, "notThen"),
    ("diff 2026-02-30", "diff", "shows", 64, "usage"), ("diff", "diff", "shows", 64, "usage"),
    ("restore 99", "restore", "", 4, "notFound"), ("restore 0", "restore", "", 1, "failed"),
    ("accept", "accept", "shows", 1, "failed"), ("accept nobody", "accept", "shows", 1, "failed"),
    ("pin bangumi:1", "pin", "shows", 4, "notFound"), ("pin mal:1", "pin", "shows", 1, "ambiguous"),
    ("unpin", "unpin", "shows", 64, "usage"), ("log --limit 0", "log", "commits", 64, "usage"),
    ("gc --aply", "gc", "thinned", 64, "usage"),
  ])
  func `A failure is one object with the error, empty lists and the status`(
    _ line: String, _ schema: String, _ list: String, _ status: Int32, _ code: String
  ) throws {
    let before = try files()
    let outcome = try capsule("\(line) --json")
    let object = try outcome.json("capsule-\(schema)")

    #expect(outcome.status == status)
    #expect(object.errorCode == code)
    #expect(list.isEmpty || code == "ambiguous" || (object[list] as? [Any])?.isEmpty == true)
    #expect(try files() == before)
  }
}
