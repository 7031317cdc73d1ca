import Anime
import App
import TUI
import TUITesting
import Testing

/// The watchlist with all fields in use, and its panel, as pictures to look at.
@Suite struct WatchlistPictures {
  static let states: [(name: String, keys: String)] = [
    ("Table", "h"), ("Marked", "<Space><Space>ooo"), ("Editor", "Ge<Down>"),
    ("EditorOfSeveral", "ae<Down><Down>x<Enter>"),
  ]
  static let sizes = [Size(columns: 80, rows: 24), Size(columns: 120, rows: 36), Size(columns: 200, rows: 60)]

  @Test(arguments: states, sizes)
  func `It is drawn at every size in English, Japanese and Chinese`(
    _ state: (name: String, keys: String), _ size: Size
  ) throws {
    for language in InterfaceLanguage.allCases {
      let model = WatchlistSamples.model(state.keys, columns: size.columns, rows: size.rows, language: language)
      let name = "\(state.name) \(size.columns)x\(size.rows) \(language.rawValue)"
      try Snapshot.verify(ScreenPicture(model.frame.buffer).text, named: name)
    }
  }

  @Test(arguments: states, ["yozakura", "hanami"])
  func `It is drawn in the dark and in the light theme`(_ state: (name: String, keys: String), _ theme: String) throws {
    let model = WatchlistSamples.model(state.keys) { start in
      start.theme = Theme(builtIn: theme, depth: .palette256) ?? start.theme
    }
    try Snapshot.verify(ScreenPicture(model.frame.buffer).textWithStyles, named: "\(state.name) \(theme)")
  }
}
