import Anime
import App
import TUI
import TUITesting
import Testing

/// What changed about a show, in the words of people and not in the codes of catalogues.
@Suite struct ShowHistoryTests {
  /// What the history says of one change.
  private func text(_ change: ShowVersion.FieldChange, _ language: InterfaceLanguage = .english) -> String {
    var model = Samples.model(columns: 200, rows: 60, language: language)
    model.type("/無職<Enter><Enter>")
    let version = ShowVersion(
      sequence: 9, time: Samples.now - .days(1), provider: "bangumi-data", event: .changed([change]))
    var first = version
    first.event = .added
    _ = model.update(.history(Samples.mushoku.id, [version, first]))
    return model.text
  }

  @Test(arguments: [
    (InterfaceLanguage.english, "links  – → dアニメストア Sat 21:00 JP"),
    (.japanese, "リンク  – → dアニメストア 毎週土曜 21:00 JP"), (.simplifiedChinese, "链接  – → dアニメストア 每周六 21:00 JP"),
  ])
  func `A link is told by the site's name and the time there`(_ language: InterfaceLanguage, _ words: String) {
    let link = "danime:28001 from 2026-07-04T12:00:10Z R/2026-07-04T12:00:10Z/P7D in JP"

    #expect(text(ShowVersion.FieldChange(.sites, before: "", after: link), language).contains(words))
  }

  @Test func `Where only the show's id at a site changed both ids are told`() {
    let change = ShowVersion.FieldChange(.sites, before: "mal:1", after: "mal:59193")

    #expect(text(change).contains("links  MyAnimeList 1 → MyAnimeList 59193"))
  }

  @Test(arguments: [
    (InterfaceLanguage.english, "broadcast  Sat 20:00 → Sat 20:30"), (.japanese, "毎週土曜 20:00 → 毎週土曜 20:30"),
    (.simplifiedChinese, "每周六 20:00 → 每周六 20:30"),
  ])
  func `When a show is on is told as a day of the week and a time`(_ language: InterfaceLanguage, _ words: String) {
    let change = ShowVersion.FieldChange(
      .broadcast, before: "R/2026-07-04T11:00:00Z/P7D", after: "R/2026-07-04T11:30:00Z/P7D")

    #expect(text(change, language).contains(words))
  }

  @Test func `Where a show begins a week later at the same time the days are told too`() {
    let change = ShowVersion.FieldChange(
      .broadcast, before: "R/2026-07-04T11:00:00Z/P7D", after: "R/2026-07-11T11:00:00Z/P7D")

    #expect(text(change).contains("2026-07-04 Sat 20:00 → 2026-07-11 Sat 20:00"))
  }

  @Test(arguments: [
    (InterfaceLanguage.english, "– → English Jobless"), (.japanese, "– → 英語 Jobless"),
    (.simplifiedChinese, "– → 英文 Jobless"),
  ])
  func `A title is told with its language`(_ language: InterfaceLanguage, _ words: String) {
    #expect(text(ShowVersion.FieldChange(.titles, before: "", after: "en Jobless"), language).contains(words))
  }

  @Test func `What is too long for one row goes on below itself`() {
    let titles = (1...4).map { "zh-Hans 无职转生Ⅲ ～到了异世界就拿出真本事～第\($0)季" }.joined(separator: " · ")
    let text = text(ShowVersion.FieldChange(.titles, before: "", after: titles))

    #expect(text.contains("titles  – → Chinese (simp.) 无职转生Ⅲ"))
    for number in 1...4 { #expect(text.contains("第\(number)季")) }
  }
}
