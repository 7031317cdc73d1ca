import Anime
import App
import TUI
import TUITesting
import Testing

/// The README's pictures, `Tests/Snapshots/AppTests/ScreenshotTests/*.svg`.
///
/// They are what the program draws, so they are current as long as this passes; `RECORD_SNAPSHOTS=1` draws them anew.
@Suite struct ScreenshotTests {
  static let screens: [(name: String, keys: String, rows: Int)] = [
    ("tonight", "j", 30), ("search", "/桜", 24), ("show", "/無職<Enter><Enter>", 24),
  ]

  @Test(arguments: screens)
  func `A picture in the README shows the screen as it is`(_ screen: (name: String, keys: String, rows: Int)) throws {
    try verify(Showcase.start(size: Self.size(rows: screen.rows)), keys: screen.keys, named: screen.name)
  }

  @Test func `The light theme is pictured, in Chinese and with Chinese titles`() throws {
    var start = try Showcase.start(size: Self.size(rows: 24), language: .simplifiedChinese, theme: "hanami")
    start.configuration.titles = .interface
    let palette = Screenshot.Palette(foreground: "#3a3a3a", background: "#ffffff")
    try verify(start, keys: "j", named: "hanami-zh", palette: palette)
  }

  @Test func `The watchlist is pictured, in Japanese`() throws {
    try verify(Showcase.start(size: Self.size(rows: 24), language: .japanese), keys: "4jjj", named: "watchlist-ja")
  }

  @Test func `The stage is pictured with its comments in flight`() throws {
    var start = try Showcase.start(size: Self.size(rows: 30))
    start.stage = ShowcaseDanmaku.content
    var model = Model(start)
    _ = model.update(.tick(Samples.now + .seconds(480)))
    try verify(model, title: "yozakura danmaku play", named: "danmaku")
  }

  private static func size(rows: Int) -> Size { Size(columns: 110, rows: rows) }

  private func verify(
    _ start: Model.Start, keys: String, named name: String, palette: Screenshot.Palette = Screenshot.Palette()
  ) throws {
    var model = Model(start)
    model.type(keys)
    _ = model.update(.history(Showcase.mushoku, Showcase.history))
    try verify(model, named: name, palette: palette)
  }

  private func verify(
    _ model: Model, title: String = "yozakura", named name: String, palette: Screenshot.Palette = Screenshot.Palette()
  ) throws {
    let picture = Screenshot(model.frame, title: title, palette: palette)
    try Snapshot.verify(picture.svg, named: name, extension: "svg")
  }
}
