import Anime
import App
import TUI
import TUITesting
import Testing

/// The columns of the watchlist, and the order of its rows.
@Suite struct WatchlistTableTests {
  private let titles = ["無職転生", "ダンダダン", "骸骨騎士様", "凡人修仙传", "ﾊﾝｶｸ"]

  private func head(_ model: Model) -> String { model.rows[4] }

  @Test func `A narrow table has what matters most, a wide one all that is kept`() {
    let narrow = head(WatchlistSamples.model(columns: 80))
    for column in ["Title", "Progress", "Next", "Score", "Priority"] { #expect(narrow.contains(column)) }
    for column in ["Started", "Finished", "Rewatched", "Note"] { #expect(!narrow.contains(column)) }

    let wide = head(WatchlistSamples.model(columns: 200, rows: 60))
    let all = ["Title", "Progress", "Airs", "Next", "Score", "Priority", "Tags", "Started", "Rewatched", "Note"]
    for column in all { #expect(wide.contains(column)) }
  }

  @Test func `A column in which nothing stands takes no room`() {
    let wide = head(WatchlistSamples.model(columns: 200, rows: 60))
    #expect(!wide.contains("Finished"))
    #expect(head(WatchlistSamples.model("h", columns: 200, rows: 60)).contains("Finished"))
  }

  @Test func `The status stands in words only where the tab does not tell it`() {
    #expect(!head(WatchlistSamples.model(columns: 200, rows: 60)).contains("Status"))

    let all = WatchlistSamples.model("h", columns: 200, rows: 60)
    #expect(head(all).contains("Status"))
    #expect(all.rows.contains { $0.contains("カウボーイビバップ") && $0.contains("paused") })
  }

  @Test(arguments: [Size(columns: 40, rows: 12), Size(columns: 80, rows: 24), Size(columns: 200, rows: 60)])
  func `No row is longer or shorter than another, whatever is in it`(_ size: Size) {
    let model = WatchlistSamples.model("h", columns: size.columns, rows: size.rows)
    let buffer = model.frame.buffer
    let border = (1..<size.rows - 1).map { row in
      (0..<size.columns).filter { "│╮╯".contains(buffer[$0, row].character) }.last
    }
    #expect(Set(border.compactMap(\.self)) == [size.columns - 1])
  }

  @Test func `The numbers of episodes stand with their strokes below each other`() throws {
    let rows = WatchlistSamples.model().rows.filter { row in titles.contains { row.contains($0) } }
    let model = WatchlistSamples.model()
    let columns = (0..<24).flatMap { row in (30..<80).filter { model.frame.buffer[$0, row].character == "/" } }
    #expect(rows.count == 5)
    #expect(Set(columns.prefix(5)).count == 1)
  }

  @Test func `Scores stand in the user's scale`() {
    let model = WatchlistSamples.model { $0.configuration.scoreScale = .stars }
    #expect(model.rows.contains { $0.contains("凡人修仙传") && $0.contains("★★★★★") })
  }

  // MARK: Order

  @Test func `What was changed last stands first`() {
    let model = WatchlistSamples.model()
    #expect(model.order(of: titles) == ["ダンダダン", "凡人修仙传", "ﾊﾝｶｸ", "骸骨騎士様", "無職転生"])
    #expect(model.rows[1].contains("Watchlist · Changed ▼"))
  }

  @Test func `The list is sorted by one column after the other, and the head says by which`() {
    var model = WatchlistSamples.model("o")
    #expect(head(model).contains("Title▲"))
    #expect(model.order(of: titles) == ["ダンダダン", "凡人修仙传", "無職転生", "骸骨騎士様", "ﾊﾝｶｸ"])

    model.type("o")
    #expect(head(model).contains("Progress▼"))
    #expect(model.order(of: titles).first == "凡人修仙传")

    model.type("<lt>")
    #expect(head(model).contains("Title▲"))
  }

  @Test func `Sorting the other way round leaves what is not known at the end`() {
    var model = WatchlistSamples.model("oooo")
    #expect(head(model).contains("Score▼"))
    #expect(model.order(of: titles).prefix(3) == ["凡人修仙传", "無職転生", "骸骨騎士様"])

    model.type("O")
    #expect(head(model).contains("Score▲"))
    #expect(model.order(of: titles).prefix(3) == ["骸骨騎士様", "無職転生", "凡人修仙传"])
  }

  @Test func `What comes next stands first when sorted by that`() {
    let model = WatchlistSamples.model("ooo")
    #expect(head(model).contains("Next▲"))
    #expect(model.order(of: titles).prefix(2) == ["骸骨騎士様", "無職転生"])
  }

  @Test func `A click on the head of a column sorts by it, and once more the other way round`() throws {
    var model = WatchlistSamples.model()
    let row = 4
    let column = try #require((0..<80).first { model.frame.buffer[$0, row].character == "S" })
    let click = Message.input(.mouse(MouseEvent(position: Position(column: column, row: row), kind: .press)))

    _ = model.update(click)
    #expect(head(model).contains("Score▼"))
    _ = model.update(click)
    #expect(head(model).contains("Score▲"))
  }

  // MARK: Lists

  @Test func `A saved filter is a list of its own`() throws {
    let filter = try Filter("tag:isekai", saved: [])
    var model = WatchlistSamples.model { $0.savedFilters = ["isekai": filter] }
    #expect(model.rows[2].contains("@isekai 2"))

    model.type("llllll")
    #expect(model.order(of: titles) == ["骸骨騎士様", "無職転生"])
  }

  @Test func `An empty list says how it is filled`() {
    var model = Samples.model(LibraryState(catalogue: Samples.library.catalogue))
    model.type("4")
    #expect(model.text.contains("Your list is empty."))
    #expect(model.text.contains("yozakura import"))
    #expect(model.bottomLine.hasPrefix(" 2 catalogue"))
    #expect(!model.bottomLine.contains("Enter"))
  }

  @Test func `Where the search leaves nothing, the key is told that clears it`() {
    var model = WatchlistSamples.model("/zzz<Enter>")
    #expect(model.text.contains("No show fits these filters."))
    #expect(model.text.contains("x clears the filters."))

    model.type("x")
    #expect(model.order(of: titles).count == 5)
  }
}
