import Anime
import App
import TUI
import TUITesting
import Testing

@Suite struct ScreenTests {
  @Test func `Followed shows come first on Tonight, and what is next is selected`() {
    let rows = ScreenPicture(Samples.model().frame.buffer).rows
    #expect(rows[2].contains("Followed"))
    #expect(rows[3].contains("無職転生Ⅲ"))
  }

  @Test func `The clock moves the countdowns`() {
    var model = Samples.model()
    #expect(ScreenPicture(model.frame.buffer).text.contains("in 2h 12m"))

    _ = model.update(.tick(Samples.now + .minutes(72)))

    #expect(ScreenPicture(model.frame.buffer).text.contains("in 1h"))
  }

  @Test func `Where nothing airs Tonight says why, and is never empty`() throws {
    let model = Samples.model(Samples.starterOnly)

    try Snapshot.verify(ScreenPicture(model.frame.buffer).text, named: "Starter 80x24 en")
    let text = ScreenPicture(model.frame.buffer).text
    #expect(text.contains("starter catalogue of 2026-08"))
    #expect(text.contains("This day in past years"))
  }

  @Test func `What may have ended stands last, under the reason and the newest season`() throws {
    let known = Samples.shows.filter { $0.begin < Samples.now }
    let catalogue = Catalogue(shows: known, sites: Samples.sites, stamp: Samples.library.catalogue.stamp)
    var start = Samples.start(LibraryState(catalogue: catalogue), rows: 60)
    start.now = Samples.now + .days(140)
    let rows = ScreenPicture(Model(start).frame.buffer).rows

    let reason = try #require(rows.firstIndex { $0.contains("Its newest show began on") })
    let season = try #require(rows.firstIndex { $0.contains("2026 summer") })
    let past = try #require(rows.firstIndex { $0.contains("May have ended") })
    #expect(reason < season && season < past)
  }

  @Test(arguments: InterfaceLanguage.allCases)
  func `An empty library is drawn on every screen`(_ language: InterfaceLanguage) {
    for keys in ["1", "2", "3", "4", "5", "6", "?"] {
      var model = Samples.model(.empty, language: language)
      model.type(keys)
      #expect(ScreenPicture(model.frame.buffer).rows.count == 24)
    }
  }

  @Test func `Typing searches at each key, and Escape brings everything back`() {
    var model = Samples.model()
    model.type("/葬送")
    #expect(ScreenPicture(model.frame.buffer).text.contains("Catalogue · 2 shows"))
    #expect(model.frame.cursor == Position(column: 8, row: 2))

    model.type("<Esc>")

    #expect(ScreenPicture(model.frame.buffer).text.contains("Catalogue · 20 shows"))
    #expect(model.frame.cursor == nil)
  }

  @Test func `Simplified Chinese, kana and Latin find the same show`() {
    for text in ["葬送的芙莉莲", "フリーレン", "frieren", "ＦＲＩＥＲＥＮ"] {
      var model = Samples.model()
      model.type("/")
      _ = model.update(.input(.paste(text)))
      #expect(ScreenPicture(model.frame.buffer).text.contains("葬送のフリーレン"), "\(text)")
    }
  }

  @Test(arguments: [
    ("c", "6 shows"), ("[", "6 shows"), ("]", "6 shows"), ("tt", "3 shows"), ("LL", "1 show"), ("a", "9 shows"),
    ("F", "3 shows"), ("cx", "20 shows"), ("c<Esc>", "20 shows"),
  ]) func `Single keys filter the catalogue`(_ keys: String, _ count: String) {
    var model = Samples.model()
    model.type("2" + keys)

    #expect(ScreenPicture(model.frame.buffer).rows[1].contains("Catalogue · \(count) "))
  }

  @Test func `A list keeps its selection when the library changes under it`() {
    var model = Samples.model()
    model.type("2jjj")
    let before = ScreenPicture(model.frame.buffer).text
    let fewer = LibraryState(
      catalogue: Catalogue(shows: Samples.shows, sites: Samples.sites), entries: Samples.library.entries)

    _ = model.update(.library(fewer))

    #expect(ScreenPicture(model.frame.buffer).text == before)
  }

  @Test func `Days and weeks of the schedule can be walked`() {
    var model = Samples.model()
    model.type("3l")
    #expect(ScreenPicture(model.frame.buffer).text.contains("ONE PIECE エルバフ編"))

    model.type("]")
    #expect(ScreenPicture(model.frame.buffer).text.contains("17–23 August 2026"))

    model.type(".")
    #expect(ScreenPicture(model.frame.buffer).text.contains("10–16 August 2026"))
  }

  @Test func `Tabs that do not fit are told of at the edge, and the present one is always there`() {
    var model = WatchlistSamples.model("", columns: 60)
    let first = model.rows[2]
    #expect(first.contains("watching"))
    #expect(first.contains(" ›"))
    #expect(!first.contains("‹"))

    model.type("llllllll")
    let last = model.rows[2]
    #expect(last.contains("‹ "))
    #expect(last.contains("completed"))
    #expect(!last.contains("›"))
  }

  @Test func `Tonight begins with something, however little of it is seen`() {
    for rows in 10...36 {
      let model = Samples.model(columns: 60, rows: rows)
      #expect(model.rows[2].contains { $0 != "│" && $0 != " " && $0 != "▐" }, "\(rows) rows: \(model.rows[2])")
    }
  }

  @Test func `Chips that do not fit are told of at the edge`() {
    var narrow = Samples.model(columns: 60)
    narrow.type("2")
    #expect(narrow.rows[3].contains(" › "))
    #expect(!narrow.rows[3].contains("F followed"))

    var wide = Samples.model(columns: 200, rows: 60)
    wide.type("2")
    #expect(wide.rows[3].contains("F followed"))
    #expect(!wide.rows[3].contains("›"))
  }

  @Test(arguments: InterfaceLanguage.allCases)
  func `Where the name of a stream is cut, how many there are besides is not`(_ language: InterfaceLanguage) {
    for columns in [82, 98, 200] {
      let model = Samples.model(columns: columns, rows: 24, language: language)
      let row = model.rows.first { $0.contains("20:00") && ($0.contains("無職") || $0.contains("无职")) }
      #expect(row?.contains("+2") == true, "\(columns) columns: \(row ?? "")")
    }
  }

  @Test func `A title uses the cells behind it that are blank in its row`() {
    let rows = Samples.model(columns: 120, rows: 36).rows.map { $0.prefix(66) }

    // Television has numbers behind its titles, what is being watched has none.
    #expect(rows.contains { $0.contains("20:00 ● ◐ 無職転生Ⅲ ～異世界行ったら本気…") })
    #expect(rows.contains { $0.contains("      ● ◐ 無職転生Ⅲ ～異世界行ったら本気だす～ ") })
  }

  @Test func `The tabs of the watchlist count what they hold`() {
    var model = Samples.model()
    model.type("4")
    #expect(ScreenPicture(model.frame.buffer).rows[2].contains("watching 2  planned 1  followed 3  completed 1"))

    model.type("l")
    #expect(ScreenPicture(model.frame.buffer).text.contains("葬送のフリーレン 黄金郷編"))
  }

  @Test func `Titles are shown in the language that was chosen`() {
    var model = Samples.model()
    model.type("2:titles zh-Hans,ja<Enter>")
    #expect(ScreenPicture(model.frame.buffer).text.contains("葬送的芙莉莲"))

    model.type(":titles interface<Enter>")
    #expect(ScreenPicture(model.frame.buffer).text.contains("Frieren: Beyond Journey's End"))
  }

  @Test func `Where ambiguous characters are wide, marks and boxes are ASCII`() throws {
    var model = Samples.model()
    model.type("4:set ui.ambiguous 2<Enter>")
    _ = model.update(.tick(Samples.now + .seconds(20)))

    try Snapshot.verify(ScreenPicture(model.frame.buffer).text, named: "Ambiguous 80x24 en")
  }

  @Test func `Hostile titles are drawn harmlessly`() {
    let hostile = [
      "\u{1B}[31mred\u{1B}]0;title\u{07}", "\u{202E}desrever\u{202C}", "e" + String(repeating: "\u{301}", count: 400),
      String(repeating: "長", count: 10_000), "a\nb\tc",
    ]
    let shows = hostile.enumerated().map { index, title in
      Show(
        id: ShowID(bits: UInt64(index)), titles: Titles(native: title, nativeLanguage: .japanese), kind: .tv,
        begin: Samples.now - .days(3), provider: title)
    }
    var model = Samples.model(LibraryState(catalogue: Catalogue(shows: shows, sites: [])), columns: 120, rows: 30)
    model.type("2")

    for row in ScreenPicture(model.frame.buffer).rows {
      #expect(row.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x202A...0x202E).contains($0.value) })
      #expect(TextWidth.of(row) <= 120)
    }
  }

  @Test func `A terminal too small for anything is told so`() {
    let model = Samples.model(columns: 18, rows: 4)

    #expect(ScreenPicture(model.frame.buffer).text.contains("Too small."))
  }

  @Test(arguments: [
    Size(columns: 20, rows: 5), Size(columns: 1, rows: 1), Size(columns: 25, rows: 7), Size(columns: 500, rows: 3),
  ])
  func `Every screen survives odd sizes`(_ size: Size) {
    for keys in ["1", "2", "3", "4", "5", "6", "?", "2<Enter>", "2s", "2n", ":t<Tab>"] {
      var model = Samples.model()
      model.type(keys)
      _ = model.update(.input(.resize(size)))
      #expect(model.frame.buffer.size == size)
    }
  }
}
