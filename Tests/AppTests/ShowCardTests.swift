import Anime
import App
import TUI
import TUITesting
import Testing

/// What a card tells of a show where there is little room, and where there is much.
@Suite struct ShowCardTests {
  /// The watchlist, with the card of `show` beside it.
  private func model(_ show: Show, columns: Int = 120, language: InterfaceLanguage = .english) -> Model {
    let entry = ListEntry(show: show.id, status: .watching)
    let library = LibraryState(catalogue: Catalogue(shows: [show], sites: Samples.sites), entries: [show.id: entry])
    var model = Samples.model(library, columns: columns, rows: 36, language: language)
    model.type("4")
    return model
  }

  /// The row of the card that begins with `label`.
  private func row(_ label: String, _ model: Model) throws -> String {
    let row = try #require(model.rows.first { $0.contains("││ \(label)") }, "\(label)")
    return row.split(separator: "││ ").last.map { String($0.dropLast().reversed().drop { $0 == " " }.reversed()) } ?? ""
  }

  @Test(arguments: InterfaceLanguage.allCases)
  func `Where a show can be seen stays, and how long it is until then gives way`(_ language: InterfaceLanguage) throws {
    let model = model(Samples.mushoku, language: language)

    #expect(try row("dアニメストア", model).hasSuffix(" JP"))
    #expect(try !row("dアニメストア", model).contains("…"))
  }

  @Test func `With room for both the countdown stands before the regions`() {
    var model = Samples.model(columns: 200, rows: 60)
    model.type("1gg")

    #expect(model.text.contains("Sat 21:00  in 7d      JP"))
  }

  @Test func `Where nobody said in which regions nothing seems to be cut`() throws {
    var show = Samples.mushoku
    show.sites = [Samples.link("netflix", "81000001", weekly: "2026-07-10T15:30:00Z")]

    #expect(try row("Netflix", model(show)).hasSuffix("in 7d"))
  }

  @Test func `When, how long until then and where stand below their likes, whatever a stream lacks`() throws {
    var show = Samples.mushoku
    show.sites = [
      Samples.link("crunchyroll", "GP5HJ8EQE", weekly: "2026-07-04T11:30:00Z", regions: ["US"]),
      Samples.link("bilibili", "28237119", weekly: "2026-07-04T15:00:00Z"), Samples.link("danime", "28001"),
    ]
    let model = model(show, columns: 200)
    let lines = try ["Crunchyroll", "bilibili", "dアニメストア"].map { try row($0, model) }
    func column(_ text: String, _ line: String) throws -> Int {
      let range = try #require(line.firstRange(of: text))
      return TextWidth.of(line[..<range.lowerBound])
    }

    #expect(try column("US", lines[0]) == column("CN", lines[1]))
    #expect(try column("US", lines[0]) == column("JP", lines[2]))
    #expect(try column("in 7d", lines[0]) == column("in 1h", lines[1]))
  }

  @Test func `Titles that are cut end with an ellipsis`() throws {
    var show = Samples.mushoku
    show.titles.translations[.simplifiedChinese] = (1...9).map { "无职转生Ⅲ ～到了异世界就拿出真本事～ \($0)" }
    let rows = model(show).rows
    let first = try #require(rows.firstIndex { $0.contains("││ Chinese (simp.)") })
    let last = try #require(rows.firstIndex { $0.contains("││ English") }) - 1

    #expect(last == first + 5)
    #expect(rows[last].contains("…"))
  }

  @Test func `A heading never stands without what it heads`() {
    for rows in 14...40 {
      for columns in [120, 200] {
        var model = Samples.model(columns: columns, rows: rows)
        model.type("4")
        let card = model.rows.map { $0.split(separator: "││").last.map(String.init) ?? "" }
        let end = model.rows.count - 3
        #expect(!card[end].contains("Streams ") && !card[end].contains("Elsewhere "), "\(columns)x\(rows)")
      }
    }
  }

  @Test func `Below the week the card has a column for each of its parts`() throws {
    var model = Samples.model(columns: 200, rows: 60)
    model.type("3")
    let first = try #require(model.rows.firstIndex { $0.contains("Streams") })

    #expect(model.rows[first].contains("凡人修仙传"))
    #expect(model.rows[first].contains("Elsewhere"))
  }

  @Test(arguments: [
    (InterfaceLanguage.english, "Bangumi", "bilibili"), (.japanese, "Bangumi", "bilibili"),
    (.simplifiedChinese, "番组计划", "哔哩哔哩"),
  ])
  func `Sites have the names that readers of the language know`(
    _ language: InterfaceLanguage, _ database: String, _ stream: String
  ) throws {
    let model = model(Samples.mushoku, language: language)

    #expect(try row(database, model).hasSuffix("bangumi:501963"))
    #expect(try row(stream, model).hasSuffix("CN"))
  }
}
