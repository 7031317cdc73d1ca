import Anime
import Foundation
import TestSupport
import Testing

@Suite(.blocking)
struct ImportTests {
  private let program: Program

  init() throws {
    program = try Program()
  }

  /// Fills the list of `program`.
  private func fill() throws {
    _ = try program.run(
      "set", "bangumi:400602", "--status", "watching", "--progress", "7", "--score", "9.5", "--note", "=1+1, \"旅\"",
      "--tags", "旅,iyashikei", "--priority", "high", "--delay", "2026-08-15+30m", "--first-episode", "0",
      "--rewatches", "2")
    _ = try program.run("follow", "bangumi:515759")
  }

  @Test func `What was exported as JSON comes back byte for byte in an empty home`() throws {
    try fill()
    let exported = try program.run("export", "-o", "list.json")
    #expect(exported.status == 0)
    let other = try Program()

    #expect(try other.run("import", program.home + "/list.json").status == 0)
    let file = try String(contentsOfFile: program.home + "/list.json", encoding: .utf8)
    #expect(try other.run("export").output == file)
    #expect(file.contains("iyashikei"))
  }

  @Test func `A home that has no catalogue writes again what the file told of shows`() throws {
    _ = try CapsuleHistory(program).sync(CapsuleHistory.file(), at: Instant(milliseconds: 1_785_542_400_000))
    for number in 1...5 {
      let show = "bangumi:\(900_000 + number)"
      #expect(try program.run("set", show, "--status", "watching", "--progress", "\(number)").status == 0)
    }
    _ = try program.run("export", "-o", "list.json")
    let file = try String(contentsOfFile: program.home + "/list.json", encoding: .utf8)
    #expect(file.contains("桜の話"))
    let other = try Program()

    let imported = try other.run("import", program.home + "/list.json", "--json").json("import")
    #expect(imported.list("unmatched").count == 5)
    #expect(try other.run("export").output == file)
    #expect(try other.run("export", "--format", "csv").output == program.run("export", "--format", "csv").output)
    let again = try other.run("import", program.home + "/list.json", "--json").json("import")
    #expect(again["unchanged"] as? Int == 5)
    // A catalogue knows better, and nothing of the file stands beside what it says.
    _ = try CapsuleHistory(other).sync(
      CapsuleHistory.file(renamed: 3), at: Instant(milliseconds: 1_785_542_400_000))
    let known = try other.run("export").output
    #expect(known.contains("夜桜の話3") && !known.contains("\"桜の話3\""))
  }

  @Test(arguments: ["csv", "tsv"])
  func `What was exported as a table comes back`(_ format: String) throws {
    try fill()
    _ = try program.run("export", "--format", format, "-o", "list")
    let other = try Program()

    #expect(try other.run("import", program.home + "/list", "--json").json("import").text("format") == format)
    #expect(try other.run("export").output == program.run("export").output)
  }

  @Test func `A list of Bangumi clears nothing of which it does not speak`() throws {
    try fill()
    try #"[{"subject_id":400602,"type":3,"ep_status":8,"comment":"","updated_at":"2036-01-01T00:00:00Z"}]"#
      .write(toFile: program.home + "/b.json", atomically: true, encoding: .utf8)
    #expect(try program.run("import", "b.json").status == 0)

    let show = try program.run("show", "bangumi:400602", "--json").json("show").object("show")
    #expect(show["progress"] as? Int == 8)
    #expect((show["tags"] as? [String])?.count == 2)
    #expect(show.text("note")?.isEmpty == false)
  }

  @Test(arguments: [
    #"[{"subject_id":400602,"type":3,"rate":1000000000000000000}]"#,
    #"{"lists":[{"entries":[{"mediaId":154587,"status":"CURRENT","updatedAt":9000000000000000000}]}]}"#,
  ])
  func `Numbers that no list has are passed over`(_ text: String) throws {
    try text.write(toFile: program.home + "/b.json", atomically: true, encoding: .utf8)
    #expect(try program.run("import", "b.json").status == 0)
  }

  @Test func `Of a show that no catalogue has nothing is made up`() throws {
    try #"[{"subject_id":99999999,"type":3,"ep_status":1,"subject":{"name":"Nowhere"}}]"#
      .write(toFile: program.home + "/b.json", atomically: true, encoding: .utf8)
    #expect(try program.run("import", "b.json").status == 0)
    let list = try program.run("list", "--json").json("list").list("shows")
    let id = try #require(list.first?.text("id"))
    #expect(list.first?["type"] is NSNull && list.first?["begin"] is NSNull)

    _ = try program.run("follow", id)
    for filter in ["airing", "type:tv", "year:1970", "season:1970-winter"] {
      #expect(try program.run("list", filter, "--json").json("list").list("shows").isEmpty, "\(filter)")
    }
    #expect(try !program.run("calendar").output.contains("1970"))
    #expect(try !program.run("export", "--format", "csv").output.contains("1970"))
    #expect(try !program.run("show", id).output.contains("1970"))
    #expect(try program.run("new", "--since", "1969-01-01").output.isEmpty)
  }

  @Test func `An import is one step of undo`() throws {
    try fill()
    _ = try program.run("export", "-o", "list.json")
    let other = try Program()
    _ = try other.run("import", program.home + "/list.json")

    #expect(try other.run("undo", "--json").json("undo").list("shows").count == 2)
    #expect(try other.run("export", "--json").json("export").list("shows").isEmpty)
  }

  @Test func `A dry run tells the differences and changes nothing`() throws {
    _ = try program.run("set", "bangumi:400602", "--progress", "3", "--score", "8")
    try write("id,bangumi,progress,note\n,400602,5,夜\n")
    let dry = try program.run("import", "list", "--dry-run", "--policy", "theirs")

    #expect(dry.output.contains("  ~ watched 5  was: watched 3"))
    #expect(dry.output.contains("  + note: 夜"))
    #expect(try program.run("show", "bangumi:400602", "--json").json("show").object("show")["progress"] as? Int == 3)
  }

  @Test(arguments: [("mine", 3), ("theirs", 5), ("newest", 3)])
  func `The policy decides where both say something`(_ policy: String, _ progress: Int) throws {
    try write("bangumi,progress,score\n400602,5,9\n")
    let long = [FileAttributeKey.modificationDate: Date(timeIntervalSince1970: 1_000_000_000)]
    try FileManager.default.setAttributes(long, ofItemAtPath: program.home + "/list")
    _ = try program.run("set", "bangumi:400602", "--progress", "3")
    let import_ = try program.run("import", "list", "--policy", policy, "--json").json("import")

    #expect(import_.list("shows").first?.list("refused").isEmpty == (policy == "theirs"))
    let show = try program.run("show", "bangumi:400602", "--json").json("show").object("show")
    #expect(show["progress"] as? Int == progress)
    #expect(show["score"] as? Int == 90)
  }

  @Test func `The newest counts field by field`() throws {
    _ = try program.run("set", "bangumi:400602", "--progress", "3")
    try write(#"[{"subject_id": 400602, "type": 3, "ep_status": 5, "updated_at": "2100-01-01T00:00:00Z"}]"#)

    #expect(try program.run("import", "list").status == 0)
    #expect(try program.run("show", "bangumi:400602", "--json").json("show").object("show")["progress"] as? Int == 5)
  }

  @Test func `AniList's answer is read with its scale, each entry once`() throws {
    let entry = """
      {"mediaId": 1, "status": "REPEATING", "score": 8.5, "progress": 12, "repeat": 1, "notes": "夜",
      "startedAt": {"year": 2023, "month": 9, "day": 29}, "completedAt": {"year": 2024, "month": 3, "day": null},
      "media": {"idMal": 2, "title": {"native": "遠い国"}}}
      """
    try write(
      #"{"data": {"MediaListCollection": {"user": {"mediaListOptions": {"scoreFormat": "POINT_10_DECIMAL"}}, "#
        + #""lists": [{"entries": [\#(entry)]}, {"entries": [\#(entry)]}]}}}"#)
    let answer = try program.run("import", "list", "--json").json("import")

    #expect(answer.text("format") == "anilist")
    #expect(answer.list("unmatched").map { $0.text("title") } == ["遠い国"])
    let show = try program.run("show", "anilist:1", "--json").json("show").object("show")
    #expect(show.text("status") == "rewatching")
    #expect(show["score"] as? Int == 85)
    #expect(show["rewatches"] as? Int == 1)
    #expect(show.text("started") == "2023-09-29")
    #expect(show["finished"] is NSNull)
  }

  @Test func `AniList's own export is read without its manga`() throws {
    try write(
      #"{"lists": [{"series_type": 0, "series_id": 1, "status": 3, "progress": 2, "score": 40, "#
        + #""started_on": 20230929, "finished_on": 0}, {"series_type": 1, "series_id": 2, "status": 0}]}"#)
    let answer = try program.run("import", "list", "--json").json("import")

    #expect(answer["skipped"] as? Int == 1)
    let show = try program.run("show", "anilist:1", "--json").json("show").object("show")
    #expect(show.text("status") == "dropped")
    #expect(show["score"] as? Int == 40)
    #expect(show.text("started") == "2023-09-29")
  }

  /// What Viu exports of one show, in its three forms.
  private static let registries = [
    """
    {"metadata": {"registry_version": "1.0"}, "statistics": {}, "media": [{"id": 154587,
    "title": {"english": "Frieren", "romaji": "Sousou no Frieren", "native": "葬送のフリーレン"},
    "user_status": {"status": "repeating", "progress": "7", "score": 8.5, "last_watched": null, "notes": "旅"}}]}
    """,
    """
    id,title_english,title_romaji,title_native,status,progress,score,last_watched,notes
    154587,Frieren,Sousou no Frieren,葬送のフリーレン,repeating,7,8.5,,旅

    """,
    """
    <?xml version='1.0' encoding='utf-8'?>
    <fastanime_registry><metadata><registry_version>1.0</registry_version></metadata><media_list>
    <media id="154587"><titles><romaji>Sousou no Frieren</romaji></titles>
    <user_status><status>repeating</status><progress>7</progress><score>8.5</score><notes>旅</notes></user_status>
    <status>FINISHED</status></media></media_list></fastanime_registry>
    """,
  ]

  @Test(arguments: registries)
  func `Viu's registry is read in each of its forms`(_ text: String) throws {
    try write(text)
    let answer = try program.run("import", "list", "--json").json("import")

    #expect(answer.text("format") == "viu")
    let show = try program.run("show", "anilist:154587", "--json").json("show").object("show")
    #expect(show.text("status") == "rewatching")
    #expect(show["progress"] as? Int == 7)
    #expect(show["score"] as? Int == 85)
    #expect(show.text("note") == "旅")
  }

  @Test func `The list of anime-sh is read`() throws {
    try write(
      #"[{"anilist_id": 154587, "title": "Frieren", "status": "watching", "progress": 3, "episodes": 28, "score": 9.0}]"#
    )
    #expect(try program.run("import", "list", "--json").json("import").text("format") == "anime-sh")

    let show = try program.run("show", "anilist:154587", "--json").json("show").object("show")
    #expect(show.text("status") == "watching")
    #expect(show["progress"] as? Int == 3)
    #expect(show["score"] as? Int == 90)
  }

  @Test func `Of a history of anime-sh the highest episode counts, whatever was played last`() throws {
    func row(_ episode: Double, _ day: Int) -> String {
      #"{"anilist_id": 154587, "title": "Frieren", "episode": \#(episode), "#
        + #""watched_at": "2026-08-0\#(day)T12:00:00.123456+00:00", "provider": null, "seconds_watched": 1400}"#
    }
    try write("[\(row(2, 5)), \(row(12, 3)), \(row(13.5, 2))]")
    #expect(try program.run("import", "list").status == 0)

    let show = try program.run("show", "anilist:154587", "--json").json("show").object("show")
    #expect(show["progress"] as? Int == 12)
    #expect(show["score"] is NSNull)
  }

  @Test func `What no catalogue here has is kept, listed, and exported again`() throws {
    try write("title,mal,status\n遠い国,999999,planned\n")

    for _ in 0..<2 {
      let answer = try program.run("import", "list", "--json").json("import")
      #expect(answer.list("unmatched").map { $0.text("title") } == ["遠い国"])
    }
    #expect(try program.run("list").output.contains("遠い国"))
    let exported = try program.run("export", "--format", "csv", "--fields", "title,mal,status").output
    #expect(exported == "title,mal,status\r\n遠い国,999999,planned\r\n")
  }

  @Test func `What no catalogue here has is set together with what one has, and undone together`() throws {
    try write("title,mal,status\n遠い国,999999,planned\n")
    _ = try program.run("import", "list")

    let set = try program.run("set", "mal:999999", "bangumi:400602", "--status", "paused", "--json")
    #expect(try set.json("set").list("shows").map { $0.text("status") } == ["paused", "paused"])
    _ = try program.run("undo")
    let listed = try program.run("list", "--json").json("list").list("shows")
    #expect(listed.map { $0.text("status") } == ["planned"])
  }

  @Test(arguments: [
    "", "{}", "[]", "[{}]", "<html></html>", "name,age\na,1\n", "{\"schema\": \"other/1\"}", "{\"lists\": 3}",
  ])
  func `What is no list is refused, and changes nothing`(_ text: String) throws {
    try write(text)
    let outcome = try program.run("import", "list", "--json")

    #expect(outcome.status == 1)
    #expect(try outcome.json("import").errorCode == "invalid")
  }

  @Test func `A file that is not there is not found`() throws {
    #expect(try program.run("import", "nowhere").status == 4)
  }

  @Test func `Nobody is asked without a terminal`() throws {
    try write("bangumi,progress\n400602,5\n")
    #expect(try program.run("import", "list", "--policy", "ask").status == 64)
  }

  private func write(_ text: String) throws {
    try text.write(toFile: program.home + "/list", atomically: false, encoding: .utf8)
  }
}
