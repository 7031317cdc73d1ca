import Anime
import Formats
import Foundation
import Markup
import TestSupport
import Testing

@Suite struct `Lists of MyAnimeList` {
  private func read(_ text: String) throws(MALError) -> MALFile { try MALFile(reading: Array(text.utf8)) }

  /// A list whose entries are these elements.
  private func list(_ entries: String) throws(MALError) -> MALFile {
    try read("<?xml version=\"1.0\"?><myanimelist>\(entries)</myanimelist>")
  }

  @Test func `Are read with what they mean`() throws {
    let file = try list(
      """
      <myinfo><user_name>fan</user_name><user_total_anime>123</user_total_anime></myinfo>
      <anime><series_animedb_id>52991</series_animedb_id><series_title><![CDATA[A & B]]></series_title>
      <my_watched_episodes>7</my_watched_episodes><my_start_date>2026-07-01</my_start_date>
      <my_finish_date>0000-00-00</my_finish_date><my_score>9</my_score><my_status>On-Hold</my_status>
      <my_tags><![CDATA[iyashikei, best of 2026,]]></my_tags><my_rewatching>1</my_rewatching></anime>
      """)
    let entry = try #require(file.entries.first)

    #expect(file.user == "fan")
    #expect(entry.id == 52991)
    #expect(entry[.title] == "A & B")
    #expect(entry.number(.watched) == 7)
    #expect(entry.started == CivilDate(year: 2026, month: 7, day: 1))
    #expect(entry.finished == nil)
    #expect(entry.score == 9)
    #expect(entry.status == .onHold)
    #expect(entry.tags == ["iyashikei", "best of 2026"])
    #expect(entry.isRewatching)
  }

  @Test func `Are read as others write them`() throws {
    let file = try list(
      """
      <anime><series_animedb_id>1</series_animedb_id><series_title>Tom & Jerry &copy B</series_title>
      <my_start_date>2021-05-00</my_start_date><my_status>6</my_status><my_rewatching>YES</my_rewatching>
      <my_comments><![CDATA[first
       second]]></my_comments><kitsu_note>x</kitsu_note>
      """)
    // The last entry is never ended: what follows tells that it is whole.
    let whole = try list(
      "<anime><series_animedb_id>1</series_animedb_id><anime><series_animedb_id>2</series_animedb_id></anime>")

    #expect(file.entries.map(\.id) == [1])
    #expect(file.entries.first?[.title] == "Tom & Jerry &copy B")
    #expect(file.entries.first?.started == nil)
    #expect(file.entries.first?[.started] == "2021-05-00")
    #expect(file.entries.first?.status == .planToWatch)
    #expect(file.entries.first?.isRewatching == true)
    #expect(file.entries.first?[.comments] == "first\nsecond")
    #expect(file.entries.first?.others == ["kitsu_note": "x"])
    #expect(whole.entries.map(\.id) == [1, 2])
  }

  @Test func `Tell what of them cannot be used, and where`() throws {
    let file = try read(
      """
      <myanimelist>
      <anime><series_animedb_id>0</series_animedb_id><series_title>None</series_title></anime>
      <anime><series_animedb_id>5</series_animedb_id></anime>
      <anime><series_animedb_id>5</series_animedb_id></anime>
      <manga><manga_mangadb_id>7</manga_mangadb_id></manga>
      <anime><series_animedb_id>6</series_animedb_id><series_title>Half
      """)

    #expect(file.entries.map(\.id) == [5])
    #expect(file.skipped.map(\.reason) == [.noID, .duplicate, .manga, .cutOff])
    #expect(file.skipped.map(\.line) == [2, 4, 5, 6])
    #expect(file.skipped.first?.entry[.title] == "None")
  }

  @Test(
    arguments: [
      ("", MALError.notList(root: "")), ("<rss/>", .notList(root: "rss")), ("<html>", .notList(root: "html")),
      ("<?xml version='1.0' encoding='koi8-r'?>", .markup(.unknownEncoding("koi8-r"))),
    ]) func `Are told from other files`(_ text: String, _ error: MALError)
  {
    #expect(throws: error) { try read(text) }
  }

  @Test func `Keep what was read of one that goes beyond a limit`() throws {
    let deep = String(repeating: "<x>", count: 200)
    let file = try list("<anime><series_animedb_id>5</series_animedb_id></anime>\(deep)")

    #expect(file.entries.map(\.id) == [5])
    #expect(file.problem != nil)
  }

  @Test(
    arguments: [
      ("watching", MALStatus.watching), ("Plan to Watch", .planToWatch), ("plan_to_watch", .planToWatch),
      ("PlanToWatch", .planToWatch), ("On Hold", .onHold), ("onhold", .onHold), ("2", .completed), ("4", .dropped),
    ]) func `Say in many words how far somebody is`(_ text: String, _ status: MALStatus)
  {
    #expect(MALStatus(text) == status)
  }

  @Test func `Are written so that every field is read back`() throws {
    var entry = MALEntry(id: 5, title: "]]> & <b> 夜桜")
    for field in MALField.allCases where field != .id && field != .title { entry[field] = "\(field.rawValue) < & 1" }
    entry[.comments] = "one\ntwo ]]> three"
    entry.others = ["kitsu_note": "a & b"]
    let file = MALFile(user: "f<a>n", entries: [entry, MALEntry(id: 6)])
    let again = try MALFile(reading: file.xml)

    #expect(again.entries.first == entry)
    #expect(again.user == "f<a>n")
    #expect(again.entries.last?.id == 6)
    #expect(again.xml == file.xml)
  }

  @Test func `Say of a field that was not said what MyAnimeList says`() throws {
    let text = String(decoding: MALFile(entries: [MALEntry(id: 6)]).xml, as: UTF8.self)

    #expect(text.contains("<my_start_date>0000-00-00</my_start_date>"))
    #expect(text.contains("<my_status>Plan to Watch</my_status>"))
    #expect(text.contains("<update_on_import>1</update_on_import>"))
    #expect(text.contains("<user_total_plantowatch>1</user_total_plantowatch>"))
  }

  @Test(.enabled(if: TestData.path("watchlists") != nil, "\(TestData.absence)"))
  func `Of the specification keep all of its fields, in its order`() throws {
    let path = try #require(TestData.path("watchlists/mal-export-spec-example.xml"))
    let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    let file = try MALFile(reading: bytes)
    let fields = { (bytes: [UInt8]) in
      String(decoding: bytes, as: UTF8.self).split(separator: "<anime>").last?.split(separator: "</anime>").first
    }

    #expect(file.entries.first?.texts.count == 23)
    #expect(file.skipped.isEmpty)
    #expect(fields(file.xml) == fields(bytes))
  }
}
