import Anime
import App
import TUI
import TUITesting
import Testing

@Suite struct ScheduleTests {
  func text(_ model: Model) -> String { ScreenPicture(model.frame.buffer).text }

  /// A model whose user noted `changes` about the show.
  func model(_ show: ShowID, _ changes: [Change], columns: Int = 120) -> Model {
    var library = Samples.library
    library.entries[show] = library[show].applying(changes)
    return Samples.model(library, columns: columns, rows: 30)
  }

  @Test func `A key shows the month, and the same key the week`() {
    var model = Samples.model()
    model.type("3m")
    #expect(text(model).contains("August 2026"))
    model.type("m")
    #expect(text(model).contains("10–16 August 2026"))
  }

  @Test func `In the month keys walk through days, weeks and months, and Enter opens the day`() {
    var model = Samples.model(columns: 120, rows: 36)
    model.type("3mlj")
    #expect(text(model).contains("Sunday 23 August"))
    model.type("}")
    #expect(text(model).contains("September 2026"))
    #expect(text(model).contains("Wednesday 23 September"))
    model.type("{<Enter>")
    #expect(text(model).contains("17–23 August 2026"))
  }

  @Test func `From the 31st a shorter month is entered on its last day`() {
    var model = Samples.model(columns: 120, rows: 36)
    model.type("3mG}")
    #expect(text(model).contains("Wednesday 30 September"))
  }

  @Test(arguments: [80, 100, 120, 126, 200], InterfaceLanguage.allCases)
  func `The days on which something followed is on have their mark at every size`(
    _ columns: Int, _ language: InterfaceLanguage
  ) {
    var model = Samples.model(columns: columns, rows: 30, language: language)
    model.type("3")
    let heads = model.rows[2].prefix { $0 != "╮" }
    // Two followed shows are on each week, on Saturday and on Sunday.
    #expect(heads.count { $0 == "●" } == 2, "\(heads)")
  }

  @Test func `A week and a month write an episode alike, and nothing touches its title`() {
    var model = Samples.model(columns: 200, rows: 60, language: .japanese)
    model.type("3")
    #expect(text(model).contains("20:00 ● 無職転生"))
    model.type("m")
    #expect(text(model).contains("20:00 ● 無職転生"))
  }

  @Test func `The present is told in the same words as on Tonight`() {
    var model = model(Samples.rearguard.id, [.followed(true)])
    #expect(text(model).contains(" 22:48 now "))
    model.type("3")
    #expect(text(model).contains(" 22:48 now "))
  }

  @Test func `A cell counts what is on and what of it is followed`() throws {
    var model = Samples.model()
    model.type("3m")
    let row = try #require(ScreenPicture(model.frame.buffer).rows.first { $0.contains(" 15 ") })
    #expect(row.contains("15 ●1 +2"))
  }

  @Test(arguments: InterfaceLanguage.allCases) func `A day of the week is marked beside its name, apart from the next`(
    _ language: InterfaceLanguage
  ) throws {
    for columns in 56...200 {
      var model = Samples.model(columns: columns, language: language)
      model.type("3")
      let heading = ScreenPicture(model.frame.buffer).rows[2]
      let parts = heading.split(separator: "●", omittingEmptySubsequences: false)
      #expect(parts.count > 1, "\(columns) columns: \(heading)")
      #expect(parts.dropFirst().allSatisfy { $0.first == " " || $0.first == "│" }, "\(columns) columns: \(heading)")
      #expect(parts.dropLast().allSatisfy { $0.suffix(2) != "  " }, "\(columns) columns: \(heading)")
    }
  }

  @Test(arguments: [80, 100, 120, 126, 199]) func `All days of a month are as wide, and say as much`(_ columns: Int) {
    let begin = Instant(iso8601: "2026-08-03T12:00:00Z")!
    let days = (0..<7).map { day in
      let start = begin + .days(Int64(day))
      return Show(
        id: ShowID(bits: UInt64(90 + day) << 40), titles: Titles(native: "Daily", nativeLanguage: .english), kind: .tv,
        begin: start, broadcast: Broadcast(start: start, period: .days(7)), provider: "bangumi-data")
    }
    let entries = days.map { ListEntry(show: $0.id, isFollowed: true) }
    let library = LibraryState(
      catalogue: Catalogue(shows: days, sites: []),
      entries: Dictionary(uniqueKeysWithValues: entries.map { ($0.show, $0) }))
    var model = Samples.model(library, columns: columns, rows: 36)
    model.type("3m")

    let buffer = model.frame.buffer
    let row = (0..<36).first { row in
      (0..<columns).filter { buffer[$0, row].character == "●" }.count >= 7
    }
    let marks = row.map { row in (0..<columns).filter { buffer[$0, row].character == "●" } } ?? []
    #expect(marks.count == 7)
    #expect(Set(zip(marks, marks.dropFirst()).map { $1 - $0 }).count <= 2)
  }

  @Test func `Television, streams and single sites can be shown alone`() {
    var model = Samples.model()
    model.type("3t")
    #expect(text(model).contains("2026 · TV"))
    #expect(!text(model).contains("Crunchyroll"))
    model.type("t")
    #expect(text(model).contains("2026 · Streams"))
    model.type("tee")
    let sites = text(model)
    #expect(sites.contains("2026 · "))
    #expect(sites.contains("無職転生Ⅲ") || sites.contains("骸骨騎士様"))
    model.type("x")
    #expect(text(model).contains("10–16 August 2026 ─"))
  }

  @Test func `The present stands between what was and what comes`() throws {
    var model = Samples.model(columns: 200, rows: 40)
    model.type("3")
    let rows = ScreenPicture(model.frame.buffer).rows
    let present = try #require(rows.firstIndex { $0.contains(" 22:48 ") })
    let past = try #require(rows.firstIndex { $0.contains("20:30") && $0.contains("骸骨") })
    #expect(past < present)
  }

  @Test func `Another day is entered at the same time of day`() {
    var model = Samples.model()
    model.type("3lgg")
    // Sunday's last is at 23:15; on Saturday nothing is so late, so its last is selected.
    model.type("Gh")
    #expect(model.selectedTitle == "骸骨騎士様、只今異世界へお出掛け中Ⅱ")
  }

  @Test func `With a day that begins at five what is on at one is on the evening before`() {
    var model = Samples.model()
    _ = model.type("3")
    #expect(!text(model).contains("25:00"))
    for character in ":set schedule.dayBegins 5" { _ = model.update(.input(.key(.character(character)))) }
    model.type("<Enter>")
    #expect(text(model).contains("25:00"))
  }

  @Test func `A holiday is not on the schedule, and a delay is where it was moved`() {
    let day = CivilDate(year: 2026, month: 8, day: 15)
    var holiday = model(Samples.mushoku.id, [.delays([Delay(of: day, by: nil)])])
    holiday.type("3t")
    #expect(!text(holiday).contains("20:00 ●"))
    var late = model(Samples.mushoku.id, [.delays([Delay(of: day, by: 195)])])
    late.type("3t")
    #expect(text(late).contains("23:15 ●"))
    #expect(text(late).contains("moved, in 27m"))
  }

  @Test func `A number that the user counts from is shown as a fact`() {
    let counted = model(Samples.mushoku.id, [.episodeOffset(24)])
    #expect(text(counted).contains(" 31 "))
    #expect(!text(counted).contains("~31"))
  }
}

extension Model {
  /// The title of what the keys for shows are about.
  fileprivate var selectedTitle: String? {
    var model = self
    model.type("<Enter>")
    let rows = ScreenPicture(model.frame.buffer).rows
    return Samples.shows.map(\.titles.native).first { title in rows.prefix(4).contains { $0.contains(title) } }
  }
}
