import Foundation
import TestSupport
import Testing

@Suite(.blocking)
struct DanmakuRulesTests {
  private let program: Program

  init() throws {
    program = try Program()
  }

  private func file(_ name: String, _ text: String) throws -> String {
    let path = program.home + "/" + name
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    return path
  }

  private func comments() throws -> String {
    try file(
      "comments.xml",
      """
      <i><d p="1,1,25,16777215,1,0,abc,1">前方高能</d><d p="1.1,1,25,16777215,1,0,abd,2">6666</d>
      <d p="3,1,25,16777215,1,0,abe,3">6666！</d><d p="4,7,25,255,1,0,abf,4">[0,0,"1-1",4,"far"]</d></i>
      """)
  }

  @Test func `A block list becomes a set of rules, with what was not taken`() throws {
    let list = try file("list.txt", "前方\n/^6+$/\n/a(?=b)/\n")
    let object = try program.run("danmaku", "rules", "import", list, "--json").json("danmaku-rules-import")

    #expect(object["texts"] as? Int == 1)
    #expect(object["patterns"] as? Int == 1)
    #expect(object["added"] as? Int == 2)
    #expect(object.list("refused").first?.text("entry") == "/a(?=b)/")
    #expect(object.list("refused").first?.text("reason")?.contains("character 2") == true)

    let set = try program.run("danmaku", "rules", "show", "mine", "--json").json("danmaku-rules-show").object("set")
    #expect(set["texts"] as? [String] == ["前方"])
    #expect(set["patterns"] as? [String] == ["^6+$"])
    #expect(set["merge"] as? Double == 8)
  }

  /// What a set holds, with `name` in place of its own where one is given.
  private func set(_ name: String, called other: String? = nil) throws -> [String: Any] {
    var set = try program.run("danmaku", "rules", "show", name, "--json").json("danmaku-rules-show").object("set")
    if let other { set["name"] = other }
    set["used"] = nil
    return set
  }

  @Test func `A list tells how much of it was known already`() throws {
    _ = try program.run("danmaku", "rules", "import", try file("list.txt", "前方\n"))
    let list = try file("list.txt", "前方\n犯人\n# a remark\n")

    #expect(
      try program.run("danmaku", "rules", "import", list, "--dry-run").output
        == "Would add 1 of 2 entries to `mine`. 1 was there already.\n")
    #expect(
      try program.run("danmaku", "rules", "import", list, "--json").json("danmaku-rules-import")["known"] as? Int == 1)
  }

  @Test func `A file that is no text is no list`() throws {
    var random = SystemRandomNumberGenerator()
    let noise = Data((0..<10_000).map { _ in UInt8.random(in: 0...255, using: &random) } + [0])
    try noise.write(to: URL(fileURLWithPath: program.home + "/noise"))
    let outcome = try program.run("danmaku", "rules", "import", program.home + "/noise")

    #expect(outcome.status == 1)
    #expect(outcome.talk.contains("UTF-8"))
  }

  @Test func `A pattern that would hide everything is not taken`() throws {
    let list = try file("list.txt", "/x*/\n")
    let object = try program.run("danmaku", "rules", "import", list, "--json").json("danmaku-rules-import")

    #expect(object["added"] as? Int == 0)
    #expect(object.list("refused").first?.text("reason")?.contains("hide every comment") == true)
  }

  @Test func `Four processes that add to one set at once all get theirs in`() throws {
    let names = ["a", "b", "c", "d"]
    let running = try names.map { name in
      let list = program.home + "/\(name).txt"
      try (0..<200).map { "\(name)\($0)\n" }.joined().write(toFile: list, atomically: true, encoding: .utf8)
      return try program.start("danmaku", "rules", "import", list)
    }
    for process in running { #expect(try process.outcome().status == 0) }
    let set = try program.run("danmaku", "rules", "export", "mine").output

    #expect(names.allSatisfy { set.contains("\"\($0)0\"") && set.contains("\"\($0)199\"") })
  }

  @Test func `A long list takes little more memory than it is long`() throws {
    let list = program.home + "/long.txt"
    let words = (0..<24_000).map { number -> String in
      let scalars = (0..<7).compactMap { place in Unicode.Scalar(0x4E00 + UInt32(number * (2 * place + 1) % 6007)) }
      return String(String.UnicodeScalarView(scalars))
    }
    try words.joined(separator: "\n").write(toFile: list, atomically: true, encoding: .utf8)
    try "<i><d p=\"1,1,25,255\">x\(words[5])</d></i>".write(
      toFile: program.home + "/f.xml", atomically: true, encoding: .utf8)
    _ = try program.run("danmaku", "rules", "import", list)
    // A table of all states and all bytes would not fit into that.
    let outcome = try program.shell("ulimit -v 300000; exec \"$Y\" danmaku stats f.xml --why --rules mine")

    #expect(outcome.output.contains("0 of 1"))
  }

  @Test func `A dry run writes nothing`() throws {
    _ = try program.run("danmaku", "rules", "import", try file("list.txt", "前方\n"), "--dry-run")

    #expect(try set("mine")["file"] is NSNull)
    #expect(try set("mine") as NSDictionary == set("standard", called: "mine") as NSDictionary)
  }

  @Test func `A set that is built in is not changed`() throws {
    let list = try file("list.txt", "前方\n")

    #expect(try program.run("danmaku", "rules", "import", list, "--rules", "standard").status == 64)
  }

  @Test(arguments: ["bilibili", "bilibili-xml", "text"])
  func `What is exported for others reads back as what it was`(_ format: String) throws {
    let list = try file("list.txt", "a & <b>\n前方\n/^6+$/\n")
    _ = try program.run("danmaku", "rules", "import", list)
    let path = program.home + "/out"
    _ = try program.run("danmaku", "rules", "export", "mine", "--format", format, "-o", path)
    _ = try program.run("danmaku", "rules", "import", path, "--rules", "again")

    let set = try program.run("danmaku", "rules", "show", "again", "--json").json("danmaku-rules-show").object("set")
    #expect(set["texts"] as? [String] == ["a & <b>", "前方"])
    #expect(set["patterns"] as? [String] == ["^6+$"])
  }

  @Test(arguments: ["bilibili", "bilibili-xml", "text"])
  func `Whatever a set blocks reads back as what it was, or is counted as left out`(_ format: String) throws {
    let parts = ["/", "#", " ", "\n", "[", "\"", "<", "&", ";", "a", "夜", "\\", "\u{1B}", "i", "{", "t="]
    var texts: Set<String> = ["/abc/", "/abc/i", "two\nlines", " lead", "# x", "[doge]", "bom\u{FEFF}", "plain"]
    while texts.count < 400 {
      texts.insert("x" + (0..<Int.random(in: 1...4)).compactMap { _ in parts.randomElement() }.joined())
      texts.insert("/" + (0..<Int.random(in: 1...4)).compactMap { _ in parts.randomElement() }.joined())
    }
    try write(["texts": Array(texts), "patterns": ["/a/", "b\nc", "^6+$"]], as: "wild")
    let path = program.home + "/out"
    let left =
      try program.run("danmaku", "rules", "export", "wild", "--format", format, "-o", path, "--json")
      .json("danmaku-rules-export")["leftOut"] as? Int
    _ = try program.run("danmaku", "rules", "import", path, "--rules", "again")

    let again = try set("again")
    let (read, patterns) = (again["texts"] as? [String] ?? [], again["patterns"] as? [String] ?? [])
    #expect(read.contains("plain") && patterns.contains("^6+$"))
    #expect(Set(read).subtracting(texts).isEmpty)
    #expect(Set(patterns).subtracting(["/a/", "b\nc", "^6+$"]).isEmpty)
    #expect(read.count + patterns.count + (left ?? 0) == texts.count + 3)
  }

  /// Writes a set of rules with these lists.
  private func write(_ lists: [String: [String]], as name: String) throws {
    let folder = program.configuration + "/rules"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let lines = try lists.map { key, values in
      "\(key) = \(String(decoding: try JSONEncoder().encode(values), as: UTF8.self).replacing("\\/", with: "/"))\n"
    }
    try lines.joined().write(toFile: "\(folder)/\(name).toml", atomically: true, encoding: .utf8)
  }

  @Test func `What is left out of a list is said`() throws {
    try write(["texts": ["# x", "plain"]], as: "some")
    let outcome = try program.run("danmaku", "rules", "export", "some", "--format", "text")

    #expect(outcome.lines.last == "plain" && !outcome.output.contains("# x"))
    #expect(outcome.talk.contains("1 rule left out"))
  }

  @Test(arguments: ["show", "export"])
  func `A set that is built in does not say that something changes it`(_ command: String) throws {
    #expect(try program.run("danmaku", "rules", command, "standard").output.hasPrefix("duplicates = true"))
    #expect(try program.run("danmaku", "rules", command, "mine").output.contains("change this file"))
  }

  @Test func `A file of rules keeps all that it says`() throws {
    let text = """
      # Which comments are shown; see yozakura-config(5). The stage and `yozakura danmaku rules import` change this file.

      duplicates = true
      merge = 2.5
      texts = [
        "a\\"b",
      ]
      patterns = [
        "^\\\\d+$",
      ]
      users = [
        "d263bd64",
      ]
      modes = [
        "bottom",
        "top",
      ]
      onlyColors = [
        "#ffffff",
      ]
      minimumWeight = 3
      area = 50
      subtitleSafe = 15
      density = 20

      """
    try FileManager.default.createDirectory(
      atPath: program.configuration + "/rules", withIntermediateDirectories: true)
    try text.write(toFile: program.configuration + "/rules/full.toml", atomically: true, encoding: .utf8)

    #expect(try program.run("danmaku", "rules", "export", "full").output == text)
  }

  @Test(arguments: [
    ("merge = \"x\"", "merge"), ("text = []", "texts"), ("patterns = [\"a**\"]", "character 3"),
    ("patterns = [\"\"]", "hide every comment"),
    ("colors = [\"#ff0000\"]\nonlyColors = [\"#ffffff\"]", "cannot stand together"),
  ])
  func `A file that is not understood is refused, not half believed`(text: String, word: String) throws {
    try FileManager.default.createDirectory(
      atPath: program.configuration + "/rules", withIntermediateDirectories: true)
    try text.write(toFile: program.configuration + "/rules/bad.toml", atomically: true, encoding: .utf8)
    let outcome = try program.run("danmaku", "rules", "show", "bad")

    #expect(outcome.status == 1)
    #expect(outcome.talk.contains(word))
  }

  @Test func `A file that cannot be read hides no other set, and the check of the configuration finds it`() throws {
    _ = try program.run("danmaku", "rules", "import", try file("list.txt", "前方\n"))
    try "[[".write(toFile: program.configuration + "/rules/bad.toml", atomically: true, encoding: .utf8)
    let rows = try program.run("danmaku", "rules", "list", "--json").json("danmaku-rules-list").list("rules")
    #expect(rows.compactMap { $0.text("name") } == ["bad", "mine", "none", "standard"])
    #expect(rows[0].text("error")?.contains("bad.toml:1:3") == true && rows[1]["texts"] as? Int == 1)
    #expect(try program.run("danmaku", "rules", "list").output.contains("cannot be read"))

    let checked = try program.run("config", "check")
    #expect(checked.status != 0 && checked.output.contains("bad.toml:1:3"))
    try FileManager.default.removeItem(atPath: program.configuration + "/rules/bad.toml")
    try program.configure("config.toml", "[danmaku]\nrules = \"nope\"\n")
    #expect(try program.run("config", "check").output.contains("`nope`"))
  }

  @Test func `What stands where its author put it is shown, and its code alone is not`() throws {
    let path = try file(
      "placed.xml",
      "<i><d p=\"4,7,25,255\">[0,0,\"1-1\",4,\"far\"]</d><d p=\"4,7,25,255\">[0,</d><d p=\"4,8,25,255\">x</d></i>")
    let stats = try program.run("danmaku", "stats", path, "--why", "--json").json("danmaku-stats")
    #expect(stats["shown"] as? Int == 1 && stats["notShown"] as? Int == 2)
    #expect(stats.object("hidden")["unsupported"] as? Int == 2)
    #expect(stats.list("why").compactMap { $0.text("text") } == ["", ""])
    #expect(try program.run("danmaku", "stats", path).output.contains("2, 1 of them not shown"))
  }

  @Test func `Another set is in use where config.toml names it`() throws {
    try FileManager.default.createDirectory(atPath: program.configuration, withIntermediateDirectories: true)
    try "[danmaku]\nrules = \"none\"\n".write(
      toFile: program.configuration + "/config.toml", atomically: true, encoding: .utf8)

    let stats = try program.run("danmaku", "stats", comments(), "--why", "--json").json("danmaku-stats")
    #expect(stats.text("rules") == "none")
  }

  @Test func `A set converts by its rules, and decides which part of the picture is used`() throws {
    _ = try program.run("danmaku", "rules", "import", try file("list.txt", "前方\n"), "--rules", "film")
    let path = program.configuration + "/rules/film.toml"
    try (String(contentsOfFile: path, encoding: .utf8) + "area = 10\n").write(
      toFile: path, atomically: true, encoding: .utf8)
    let crowd = try file(
      "crowd.xml", "<i>\((0..<20).map { "<d p=\"1,5,25,255,1,0,a,\($0)\">t\($0)</d>" }.joined())</i>")

    let texts = try program.run("danmaku", "convert", comments(), "--rules", "film", "-o", "o.jsonl", "--json")
      .json("danmaku-convert")
    #expect(texts.object("hidden")["text"] as? Int == 1)
    let lanes = try ["10", "100"].map { area in
      try program.run("danmaku", "convert", crowd, "--rules", "film", "--area", area, "-o", "o.ass", "--json")
        .json("danmaku-convert")["written"] as? Int
    }
    let own =
      try program.run("danmaku", "convert", crowd, "--rules", "film", "-o", "o.ass", "--json")
      .json("danmaku-convert")["written"] as? Int
    #expect(own == lanes[0] && lanes[1] == 20 && lanes[0] != 20)
    #expect(try program.run("danmaku", "convert", crowd, "--rules", "film2", "-o", "p.ass").talk.contains("`film`"))
  }

  @Test func `The user's own set is the one in use`() throws {
    _ = try program.run("danmaku", "rules", "import", try file("list.txt", "前方\n"))
    let object = try program.run("danmaku", "rules", "list", "--json").json("danmaku-rules-list")
    let used = object.list("rules").filter { $0["used"] as? Bool == true }
    #expect(object.list("rules").compactMap { $0.text("name") } == ["mine", "none", "standard"])
    #expect(used.compactMap { $0.text("name") } == ["mine"])

    let stats = try program.run("danmaku", "stats", comments(), "--why", "--json").json("danmaku-stats")
    #expect(stats.object("hidden")["text"] as? Int == 1)
  }

  @Test func `A preview counts each rule alone, with examples`() throws {
    _ = try program.run("danmaku", "rules", "import", try file("list.txt", "前方\n/^6+/\n"))
    let outcome = try program.run("danmaku", "rules", "preview", comments(), "--rules", "mine", "--json")
    let rules = try outcome.json("danmaku-rules-preview").list("rules")

    let pattern = try #require(rules.first { $0.text("reason") == "pattern" })
    #expect(pattern["count"] as? Int == 2)
    #expect(pattern.text("rule") == "^6+")
    #expect(pattern["examples"] as? [String] == ["6666", "6666！"])
    #expect(rules.first { $0.text("reason") == "repeated" }?["count"] as? Int == 1)
    #expect(rules.first { $0.text("reason") == "text" }?["count"] as? Int == 1)
  }

  @Test func `Stats tell why comments are hidden`() throws {
    let outcome = try program.run("danmaku", "stats", comments(), "--why", "--columns", "80", "--lanes", "1", "--json")
    let object = try outcome.json("danmaku-stats")

    // One flies, and one stands where its author put it.
    #expect(object["shown"] as? Int == 2)
    #expect(object.object("hidden")["repeated"] as? Int == 1)
    #expect(object.object("hidden")["lanesFull"] as? Int == 1)
    #expect(object.list("why").compactMap { $0.text("reason") } == ["lanesFull", "repeated"])
  }

  @Test func `Hidden comments are listed as far as that is asked for`() throws {
    _ = try file(
      "crowd.xml", "<i>\((0..<150).map { "<d p=\"1,5,25,255,1,0,a,\($0)\">t\($0)</d>" }.joined())</i>")
    let line = "$Y danmaku stats crowd.xml --why --rules none --lanes 1"

    let usual = try program.shell(line + " --json").json("danmaku-stats")
    #expect(usual["hiddenTotal"] as? Int == 149)
    #expect(usual.list("why").count == 100)
    #expect(usual.list("why").first?["timeMilliseconds"] as? Int == 1000)
    #expect(try program.shell(line + " --limit 120 --json").json("danmaku-stats").list("why").count == 120)

    #expect(try program.shell(line).lines.contains { $0.hasSuffix("t1") } == false)
    let lines = try program.shell(line + " --limit 2").lines
    #expect(lines.suffix(2).allSatisfy { $0.hasPrefix("00:01  every lane was taken  t") })
  }

  @Test func `Rules that are not there are named, with what is near`() throws {
    let outcome = try program.run("danmaku", "rules", "show", "standart")

    #expect(outcome.status == 4)
    #expect(outcome.talk.contains("`standard`"))
  }
}
