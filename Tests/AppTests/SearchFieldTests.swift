import Anime
import App
import TUI
import TUITesting
import Testing

@Suite struct `The search field` {
  private func text(_ model: Model) -> String { ScreenPicture(model.frame.buffer).text }

  /// A model with saved filters.
  private func model(_ keys: String, columns: Int = 80) -> Model {
    var start = Samples.start(columns: columns)
    start.savedFilters = ["best": .term(.field(.score, .atLeast, [.score(90)]))]
    var model = Model(start)
    model.type(keys)
    return model
  }

  @Test(arguments: [
    ("2/airing type:tv", "8 shows"), ("2/status:watching", "2 shows"), ("2/score<lt>9", "1 show"),
    ("2/@best", "1 show"),
    ("2/note:mika or mal:52991", "2 shows"), ("2/(dandadan or type:movie)", "4 shows"),
  ])
  func `Takes a filter in the Catalogue`(_ keys: String, _ count: String) {
    #expect(text(model(keys)).contains("Catalogue · \(count)"), "\(text(model(keys)))")
  }

  @Test func `Ranks what a filter lets pass by its words`() {
    #expect(text(model("2/frieren type:tv")).contains("Catalogue · 2 shows"))
    #expect(text(model("2/frieren status:completed")).contains("Catalogue · 1 show"))
  }

  @Test func `Takes words alone as a search, whatever they are`() {
    #expect(text(model("2/not a hero")).contains("Nothing is called “not a hero”"))
    #expect(text(model("2/dandadan")).contains("ダンダダン"))
  }

  @Test func `Marks what is wrong below it, and goes on with the last list`() {
    var model = model("2/airing")
    _ = model.update(.input(.paste(" staus:watching")))
    let picture = ScreenPicture(model.frame.buffer)
    let rows = picture.rows

    #expect(rows[2].contains("/ airing staus:watching"))
    #expect(rows[3].hasPrefix("│          ^^^^^ “staus” is no field; did you mean “status”?"), "\(rows[3])")
    #expect(picture.text.contains("Catalogue · 9 shows"))
  }

  @Test func `Says the cause at the left where no room is at the right`() {
    let rows = ScreenPicture(model("2/title:\"a very long title\" title:something staus:x").frame.buffer).rows

    #expect(rows[3].contains("did you mean “status”? ^^^^^"), "\(rows[3])")
  }

  @Test func `Completes with Tab, again and again, and back`() {
    #expect(text(model("2/stat<Tab>")).contains("/ status:"))
    let waiting = model("2/status:<Tab>")
    #expect(text(waiting).contains("/ status:planned"))
    var next = waiting
    next.type("<Tab>")
    #expect(text(next).contains("/ status:watching"))
    #expect(text(next).contains("Catalogue · 2 shows"))
    next.type("<S-Tab>")
    #expect(text(next).contains("/ status:planned"))
    #expect(text(model("2/@be<Tab>")).contains("/ @best"))
  }

  @Test func `Tells what a word means that it completes`() {
    #expect(text(model("2/s<Tab>", columns: 120)).contains("status:  the place in your list  score:"))
  }

  @Test func `Restricts the Watchlist and the counts of its tabs`() {
    let all = text(model("4"))
    #expect(all.contains("watching 2"))

    var model = model("4/note:mika<Enter>")
    #expect(text(model).contains("watching 1"))
    #expect(text(model).contains("/ note:mika"))
    #expect(text(model).contains("ダンダダン") == false)

    model.type("<Esc>")
    #expect(text(model).contains("watching 2"))
    #expect(text(model).contains("note:mika") == false)
  }

  @Test func `Marks what is wrong in the Watchlist too`() {
    let rows = ScreenPicture(model("4/staus:watching").frame.buffer).rows

    #expect(rows[3].contains("/ staus:watching"))
    #expect(rows[4].contains("^^^^^ “staus” is no field"))
  }

  @Test func `Goes on searching the Catalogue from any other screen`() {
    #expect(text(model("3/frieren")).contains("Catalogue ·"))
  }

  @Test(arguments: InterfaceLanguage.allCases)
  func `Has words for all that can be wrong, and for all that can be asked`(_ language: InterfaceLanguage) {
    let strings = Strings(language).filter
    for field in FilterField.allCases {
      #expect(!strings.field(field).isEmpty)
      #expect(strings.problem(.missingValue(field)).contains(field.rawValue))
    }
    for mark in FilterMark.allCases { #expect(!strings.mark(mark).isEmpty) }
  }
}
