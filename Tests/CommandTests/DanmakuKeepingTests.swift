import Foundation
import TestSupport
import Testing

/// Comments that are kept for an episode.
@Suite(.blocking)
struct DanmakuKeepingTests {
  private let program: Program
  private static let frieren = "bangumi:400602"

  init() throws {
    program = try Program()
  }

  /// A file of Bilibili's with these texts, a second apart, and something that cannot be read.
  private func file(_ name: String, _ texts: [String]) throws -> String {
    let rows = texts.enumerated().map { index, text in
      "<d p=\"\(index + 1).0,1,25,16777215,1700000000,0,d263bd6\(index % 10),\(name.count)0\(index)\">\(text)</d>"
    }
    let path = "\(program.home)/\(name)"
    try "<i>\(rows.joined(separator: "\n"))<d p=\"nonsense\">?</d></i>".write(
      toFile: path, atomically: true, encoding: .utf8)
    return path
  }

  private func keep(_ path: String, episode: Int = 7, _ more: String...) throws -> Outcome {
    let words = ["danmaku", "import", path, "--show", Self.frieren, "--episode", "\(episode)"] + more
    return try program.shell("exec \"$Y\" " + words.map { "'\($0)'" }.joined(separator: " "))
  }

  private func kept() throws -> [String] {
    try program.run("danmaku", "show", Self.frieren, "--json").json("danmaku-show").list("danmaku").map { row in
      "\(row["episode"] ?? "") \(row["source"] ?? "") \(row["comments"] ?? "")"
    }
  }

  private func texts(_ episode: Int = 7) throws -> [String] {
    try program.run("danmaku", "export", Self.frieren, "\(episode)").lines.dropFirst().map { line in
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] ?? [:]
      return "\(object["time"] ?? 0) \(object["text"] ?? "")"
    }
  }

  @Test func `An import says what it read and skipped, and keeps the comments for good`() throws {
    let outcome = try keep(file("a.xml", ["来了", "感动"]))

    #expect(outcome.status == 0)
    #expect(outcome.output.contains("2 read, 1 skipped"))
    #expect(outcome.output.contains("2 kept"))
    #expect(try kept() == ["7 bilibili 2"])
    #expect(try texts() == ["1000 来了", "2000 感动"])
  }

  @Test func `A dry run reads and keeps nothing`() throws {
    let outcome = try keep(file("a.xml", ["来了"]), "--dry-run", "--json")

    let object = try outcome.json("danmaku-import")
    #expect(object.list("files").first?["read"] as? Int == 1)
    #expect(object.list("stored").isEmpty)
    #expect(try kept().isEmpty)
    #expect(!FileManager.default.fileExists(atPath: program.data + "/commits"))
  }

  @Test func `Two files of one source are kept as one, and a comment of both once`() throws {
    let first = try file("a.xml", ["来了", "感动"])
    let outcome = try program.run(
      "danmaku", "import", first, first, try file("bb.xml", ["再见"]), "--show", Self.frieren, "--episode", "7")

    #expect(outcome.status == 0)
    #expect(outcome.output.contains("2 left out: there twice"))
    #expect(try kept() == ["7 bilibili 3"])
  }

  /// Texts that nobody says twice, `shift` of them later.
  private func rare(_ name: String, shift: Int) throws -> String {
    try file(name, (0..<shift).map { "前 \($0) \(name)" } + (0..<60).map { "第\($0)句" })
  }

  @Test func `Two files are aligned by what both say`() throws {
    let (reference, other) = (try rare("a.xml", shift: 0), try rare("bb.xml", shift: 12))
    let outcome = try program.run("danmaku", "align", reference, other)
    #expect(outcome.output.contains("−12.0 s") && outcome.output.contains("fits 100 % of 60 rare texts"))

    let fit = try program.run("danmaku", "align", reference, other, "--json").json("danmaku-align").list("fits").first
    #expect(fit?["seconds"] as? Double == -12 && fit?["percent"] as? Int == 100 && fit?["shared"] as? Int == 60)
    let strange = try file("c.xml", (0..<60).map { "他 \($0)" })
    #expect(try program.run("danmaku", "align", reference, strange).status == 4)
    #expect(try program.run("danmaku", "align", reference).status == 64)
    #expect(try program.run("danmaku", "align", reference, other, "--apply").status == 64)
  }

  @Test func `What is kept is aligned, and remembered only where that is asked for`() throws {
    _ = try keep(rare("a.xml", shift: 0), "--source", "acfun")
    _ = try keep(rare("bb.xml", shift: 12), "--source", "bilibili")
    _ = try program.run("danmaku", "offset", Self.frieren, "acfun", "0.5")
    let words = ["danmaku", "align", "--show", Self.frieren, "--episode", "7"]
    func offsets() throws -> [String: Double] {
      let rows = try program.run("danmaku", "offset", Self.frieren, "--json").json("danmaku-offset").list("offsets")
      return Dictionary(uniqueKeysWithValues: rows.map { ($0.text("source") ?? "", $0["seconds"] as? Double ?? 0) })
    }

    let told = try program.shell("exec \"$Y\" " + words.joined(separator: " "))
    #expect(told.status == 0 && told.output.contains("bilibili") && told.output.contains("−12.0 s"))
    #expect(try offsets() == ["acfun": 0.5])
    _ = try program.shell("exec \"$Y\" " + words.joined(separator: " ") + " --apply")
    #expect(try offsets() == ["acfun": 0.5, "bilibili": -11.5])
    #expect(try Set(texts().map { $0.split(separator: " ")[0] }).contains("1500"))
    #expect(try texts().filter { $0.hasSuffix("第5句") } == ["6500 第5句"])
  }

  @Test func `That of two offsets one is kept is said where it is kept`() throws {
    _ = try keep(rare("a.xml", shift: 0), "--source", "acfun")
    let torn =
      (0..<12).map { "前 \($0)" } + (0..<40).map { "第\($0)句" } + (0..<20).map { "中 \($0)" } + (40..<60).map { "第\($0)句" }
    _ = try keep(file("bb.xml", torn), "--source", "bilibili")
    let line = "exec \"$Y\" danmaku align --show \(Self.frieren) --episode 7"

    #expect(try !program.shell(line).talk.contains("is kept"))
    let applied = try program.shell(line + " --apply")
    #expect(applied.status == 0 && applied.talk.contains("bilibili stays beside its time"))
    let offset = try program.run("danmaku", "offset", Self.frieren, "bilibili").output
    #expect(offset.contains("−12.0 s"))
  }

  @Test func `Four processes that set offsets at once all get theirs in`() throws {
    let names = ["a", "b", "c", "d"]
    for name in names { _ = try keep(file("\(name).xml", [name]), "--source", name) }
    let running = try names.map { try program.start("danmaku", "offset", Self.frieren, $0, "2") }
    for process in running { #expect(try process.outcome().status == 0) }
    let offsets = try program.run("danmaku", "offset", Self.frieren, "--json").json("danmaku-offset").list("offsets")

    #expect(offsets.compactMap { $0.text("source") } == names)
  }

  @Test func `Sources stand side by side, and export gives them together`() throws {
    _ = try keep(file("a.xml", ["来了"]), "--source", "left")
    _ = try keep(file("bb.xml", ["感动"]), "--source", "right", "--offset", "2.5")

    #expect(try kept() == ["7 left 1", "7 right 1"])
    #expect(try texts() == ["1000 来了", "3500 感动"])
  }

  @Test func `Four processes that import at once all get their comments in`() throws {
    let running = try ["a", "b", "c", "d"].map { name in
      try program.start(
        "danmaku", "import", try file("\(name).xml", [name]), "--show", Self.frieren, "--episode", "7", "--source", name
      )
    }
    for process in running { #expect(try process.outcome().status == 0) }

    #expect(try kept() == ["7 a 1", "7 b 1", "7 c 1", "7 d 1"])
    #expect(try program.run("capsule", "verify", "--read-all").status == 0)
  }

  @Test func `An offset is remembered, moves what is exported, and undo takes it back`() throws {
    _ = try keep(file("a.xml", ["来了"]))
    let set = try program.run("danmaku", "offset", Self.frieren, "bilibili", "12.4", "--json")

    #expect(try set.json("danmaku-offset").list("offsets").first?["seconds"] as? Double == 12.4)
    #expect(try texts() == ["13400 来了"])
    #expect(try program.run("danmaku", "offset", Self.frieren).output.contains("+12.4 s"))
    _ = try program.run("undo")
    #expect(try texts() == ["1000 来了"])
  }

  @Test(arguments: [[], ["--"]])
  func `An earlier offset is a minus, with two dashes before it or without`(_ dashes: [String]) throws {
    _ = try keep(file("a.xml", ["来了"]))
    let words = ["danmaku", "offset"] + dashes + [Self.frieren, "bilibili", "-0.4"]
    #expect(try program.shell("exec \"$Y\" \(words.joined(separator: " "))").status == 0)

    #expect(try texts() == ["600 来了"])
  }

  @Test func `An offset is one number, and options stay options`() throws {
    _ = try keep(file("a.xml", ["来了"]))
    let set = try program.run("danmaku", "offset", Self.frieren, "bilibili", "-0.4", "--json")

    #expect(try set.json("danmaku-offset").list("offsets").first?["seconds"] as? Double == -0.4)
    for words in ["bilibili 1 2", "bilibili one", "bilibili 1 --jsno", "-0.5"] {
      #expect(try program.shell("exec \"$Y\" danmaku offset \(Self.frieren) \(words)").status == 64, "\(words)")
    }
    #expect(try texts() == ["600 来了"])
  }

  @Test func `An import is moved earlier by a minus`() throws {
    _ = try keep(file("a.xml", ["来了"]), "--offset", "-0.5")

    #expect(try texts() == ["500 来了"])
  }

  @Test func `An import keeps what is still shown when the film begins, and another offset brings it back`() throws {
    let path = try file("a.xml", (1...20).map { "第\($0)" })
    let outcome = try keep(path, "--offset", "-15")

    // The first three are gone after the twelve seconds of the longest stage.
    #expect(outcome.output.contains("3 left out"))
    #expect(try kept() == ["7 bilibili 17"])
    #expect(try texts().first == "-11000 第4")
    _ = try program.run("danmaku", "offset", Self.frieren, "bilibili", "15")
    #expect(try texts().first == "4000 第4")
  }

  @Test func `An offset of a source that is not kept is refused, and what was meant is named`() throws {
    _ = try keep(file("a.xml", ["来了"]))
    let typo = try program.run("danmaku", "offset", Self.frieren, "bilibli", "4")

    #expect(typo.status == 4 && typo.talk.contains("Did you mean `bilibili`?"))
    #expect(try program.run("danmaku", "offset", Self.frieren, "--json").json("danmaku-offset").list("offsets").isEmpty)
  }

  @Test func `An episode of which nothing is kept is not found, shown or exported`() throws {
    _ = try keep(file("a.xml", ["来了"]))

    #expect(try program.run("danmaku", "show", Self.frieren, "9").status == 4)
    #expect(try program.run("danmaku", "export", Self.frieren, "9").status == 4)
    #expect(try program.run("danmaku", "show", "bangumi:364450").status == 0)
  }

  @Test func `As of a commit the comments of that commit are answered`() throws {
    _ = try keep(file("a.xml", ["来了"]))
    _ = try keep(file("bb.xml", ["感动", "再见"]))

    let past = try program.run("danmaku", "show", Self.frieren, "--as-of", "1", "--json").json("danmaku-show")
    #expect(past.list("danmaku").first?["comments"] as? Int == 1)
    let old = try program.run("danmaku", "export", Self.frieren, "7", "--as-of", "1")
    #expect(old.output.contains("来了") && !old.output.contains("感动"))
  }

  @Test(arguments: [
    (["--show", "bangumi:400602", "--episode", "29"], Int32(4), "28 episodes"),
    (["--show", "bangumi:400602", "--episode", "0"], 64, "from 1"),
    (["--show", "bangumi:1", "--episode", "1"], 4, "bangumi:1"),
    (["--show", "bangumi:400602", "--episode", "1", "--source", "a b"], 64, "a b"),
    (["--show", "bangumi:400602", "--episode", "1", "--offset", "1e9"], 64, "a day"),
  ])
  func `What makes no sense is refused, and nothing is kept`(
    _ options: [String], _ status: Int32, _ words: String
  ) throws {
    let path = try file("a.xml", ["来了"])
    let line = (["danmaku", "import", path] + options).map { "'\($0)'" }.joined(separator: " ")
    let outcome = try program.shell("exec \"$Y\" \(line)")

    #expect(outcome.status == status)
    #expect(outcome.talk.contains(words))
    #expect(try kept().isEmpty)
  }

  @Test func `A file without a comment replaces nothing`() throws {
    _ = try keep(file("a.xml", ["来了"]))
    let path = program.home + "/empty.xml"
    try "<i></i>".write(toFile: path, atomically: true, encoding: .utf8)
    let outcome = try keep(path)

    #expect(outcome.status == 1)
    #expect(outcome.talk.contains("no comment"))
    #expect(try texts() == ["1000 来了"])
  }

  @Test func `The capsule verifies with comments in it, and carries them to another home`() throws {
    _ = try keep(file("a.xml", ["来了", "感动"]))
    #expect(try program.run("capsule", "verify", "--read-all").status == 0)
    let archive = program.home + "/archive.tar.zst"
    #expect(try program.run("capsule", "export", archive).status == 0)
    let other = try Program()
    #expect(try other.run("capsule", "import", archive).status == 0)

    let exported = try other.run("danmaku", "export", Self.frieren, "7")
    #expect(exported.output == (try program.run("danmaku", "export", Self.frieren, "7").output))
    #expect(exported.output.contains("感动"))
  }
}
