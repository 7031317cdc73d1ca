import Foundation
import TestSupport
import Testing

@Suite(.blocking)
struct MALTests {
  private let program: Program

  init() throws {
    program = try Program()
  }

  /// A list with every field of the specification, and one that MyAnimeList does not have.
  private static let list = """
    <?xml version="1.0" encoding="UTF-8"?>
    <myanimelist><myinfo><user_export_type>1</user_export_type></myinfo>
    <anime>
    <series_animedb_id>999999</series_animedb_id><series_title><![CDATA[Tooi Kuni <&>]]></series_title>
    <series_type>TV Special</series_type><series_episodes>13</series_episodes><my_id>7</my_id>
    <my_watched_episodes>5</my_watched_episodes><my_start_date>2021-05-00</my_start_date>
    <my_finish_date>2021-06-07</my_finish_date><my_rated>yes</my_rated><my_score>8</my_score>
    <my_storage>NAS</my_storage><my_storage_value>1.50</my_storage_value><my_status>On-Hold</my_status>
    <my_comments><![CDATA[one
    two]]></my_comments><my_times_watched>2</my_times_watched><my_rewatch_value>High</my_rewatch_value>
    <my_priority>HIGH</my_priority><my_tags><![CDATA[night, autumn]]></my_tags><my_rewatching>0</my_rewatching>
    <my_rewatching_ep>3</my_rewatching_ep><my_discuss>1</my_discuss><my_sns>allow</my_sns>
    <my_mood>blue</my_mood><update_on_import>0</update_on_import>
    </anime>
    <anime><series_animedb_id>0</series_animedb_id><series_title>Nameless</series_title>
    <my_status>Plan to Watch</my_status></anime>
    </myanimelist>
    """

  /// The elements of the only entry of `xml`, by name.
  private func fields(_ xml: String) throws -> [String: String] {
    let entry = try #require(xml.components(separatedBy: "<anime>").dropFirst().first)
    let pattern = try Regex("<(\\w+)>(?:<!\\[CDATA\\[)?((?:.|\\n)*?)(?:\\]\\]>)?</\\1>")
    return Dictionary(
      entry.matches(of: pattern).map { (String($0.output[1].substring ?? ""), String($0.output[2].substring ?? "")) }
    ) { first, _ in first }
  }

  private func write(_ text: String = list) throws {
    try text.write(toFile: program.home + "/list.xml", atomically: false, encoding: .utf8)
  }

  @Test func `Every field of a list of MyAnimeList survives the way in and out`() throws {
    try write()
    #expect(try program.run("import", "list.xml").status == 0)
    let exported = try fields(program.run("export", "--format", "mal-xml").output)
    let given = try fields(Self.list)

    #expect(given.count == 24)
    for (name, text) in given { #expect(exported[name] == text, "\(name)") }
  }

  @Test func `What it says is said in our words too`() throws {
    try write()
    let answer = try program.run("import", "list.xml", "--json").json("import")
    #expect(answer.text("format") == "mal-xml")
    #expect(answer.list("unmatched").map { $0.text("title") } == ["Tooi Kuni <&>", "Nameless"])
    let show = try program.run("show", "mal:999999", "--json").json("show").object("show")

    #expect(show.text("status") == "paused")
    #expect(show["progress"] as? Int == 5)
    #expect(show["score"] as? Int == 80)
    #expect(show["started"] is NSNull)
    #expect(show.text("finished") == "2021-06-07")
    #expect(show["rewatches"] as? Int == 2)
    #expect(show["tags"] as? [String] == ["autumn", "night"])
    #expect(show.text("priority") == "high")
    #expect(show.text("note") == "one two")
  }

  @Test func `What was changed since is exported as it is now, and the rest as it came`() throws {
    try write()
    _ = try program.run("import", "list.xml")
    _ = try program.run("set", "mal:999999", "--started", "2021-05-09", "--tags", "winter", "--priority", "low")
    let exported = try fields(program.run("export", "--format", "mal-xml").output)

    #expect(exported["my_start_date"] == "2021-05-09")
    #expect(exported["my_tags"] == "winter")
    #expect(exported["my_priority"] == "Low")
    #expect(exported["my_storage"] == "NAS")
  }

  @Test func `A packed list is read, and a torn one is refused`() throws {
    try write()
    #expect(try program.shell("gzip -k list.xml").status == 0)
    let answer = try program.run("import", "list.xml.gz", "--json")
    #expect(try answer.json("import").list("shows").count == 2)

    #expect(try program.shell("head -c 200 list.xml.gz > torn.gz").status == 0)
    #expect(try program.run("import", "torn.gz").status == 1)
  }

  @Test func `A list that breaks off is taken in as far as it goes, and that is told`() throws {
    let half = Self.list.prefix(Self.list.count - 60)
    try write(String(half))
    let outcome = try program.run("import", "list.xml", "--json")

    #expect(outcome.status == 0)
    #expect(try outcome.json("import")["breaksOff"] as? Bool == true)
  }

  @Test func `A show that MyAnimeList has no number for is left out, and that is told`() throws {
    _ = try program.run("set", "bangumi:400602", "--status", "watching")
    let outcome = try program.run("export", "--format", "mal-xml")

    #expect(!outcome.output.contains("<anime>"))
    #expect(outcome.talk.contains("1 of 1"))
  }

  @Test(.enabled(if: TestData.path(example) != nil, "\(TestData.absence)"))
  func `The example of the specification is read`() throws {
    let outcome = try program.run("import", TestData.path(Self.example) ?? "", "--json")

    #expect(outcome.status == 0)
    #expect(try !outcome.json("import").list("shows").isEmpty)
  }

  private static let example = "watchlists/mal-export-spec-example.xml"
}
