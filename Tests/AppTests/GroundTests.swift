import Anime
import App
import TUI
import TUITesting
import Testing

/// Coloured words stand on the ground of what they are in, and never on a patch of another.
@Suite struct GroundTests {
  /// The grounds of the row with `words`, of `rows` of the screen, between `columns`.
  private func grounds(of words: String, _ model: Model, columns: Range<Int>) throws -> Set<Color> {
    let row = try #require(model.rows.firstIndex { $0.contains(words) }, "\(words)")
    return Set(columns.map { model.frame.buffer[$0, row].style.background })
  }

  private func model(_ theme: Theme, _ library: LibraryState = WatchlistSamples.library) -> Model {
    var start = Samples.start(library)
    start.theme = theme
    return Model(start)
  }

  private static let themes = ["yozakura", "hanami"].compactMap { Theme(builtIn: $0, depth: .palette256) }

  @Test(arguments: themes)
  func `The date of the starter catalogue stands on the ground of the bar`(_ theme: Theme) throws {
    let model = model(theme, Samples.starterOnly)
    let ground = theme[.bar].background

    #expect(try grounds(of: "夜桜", model, columns: 0..<80) == [ground])
  }

  @Test(arguments: themes)
  func `What is wrong in the panel stands on the ground of the panel`(_ theme: Theme) throws {
    var model = model(theme)
    model.type("4e<Down><Down>99<Down>")
    let ground = theme[.text].background

    #expect(try grounds(of: "is no score", model, columns: 1..<79) == [ground])
  }

  @Test(arguments: themes)
  func `What is wrong in the search stands on the ground of the list`(_ theme: Theme) throws {
    var model = model(theme)
    model.type("/")
    model.write("staus:watching")
    let ground = theme[.text].background

    #expect(try grounds(of: "^^^^^", model, columns: 1..<79) == [ground])
  }

  @Test(arguments: themes)
  func `That a show is gone stands on the ground of its card`(_ theme: Theme) throws {
    var gone = Samples.mushoku
    gone.isGone = true
    var model = model(theme, LibraryState(catalogue: Catalogue(shows: [gone], sites: Samples.sites)))
    model.type("2<Enter>")
    let ground = theme[.text].background

    #expect(try grounds(of: "no longer at", model, columns: 1..<79) == [ground])
  }

  @Test(arguments: [InterfaceLanguage.english, .japanese, .simplifiedChinese], [80, 84, 92])
  func `The panel covers the highlight of the list, or leaves enough of it to be known`(
    _ language: InterfaceLanguage, _ columns: Int
  ) throws {
    let model = WatchlistSamples.model("e", columns: columns, language: language)
    let chosen = try #require(Self.themes.first)[.listSelected].background
    let buffer = model.frame.buffer

    for row in model.rows.indices {
      let count = (0..<columns / 2).count { buffer[$0, row].style.background == chosen }
      #expect(count == 0 || count >= 7, "\(row)")
    }
  }
}
