import App
import Danmaku
import TUI
import TUITesting
import Testing

/// The stage at given moments, as pictures to look at.
@Suite struct StagePictures {
  @Test(
    arguments: [(40, 12), (80, 24), (120, 36), (200, 60)],
    [(InterfaceLanguage.english, 6000), (.japanese, 4000), (.simplifiedChinese, 30_000)])
  func `The stage fills its room`(_ size: (Int, Int), _ moment: (language: InterfaceLanguage, time: Int)) throws {
    let size = Size(columns: size.0, rows: size.1)
    let frame = try StageSamples.frame(
      StageSamples.screen(showsList: true).playing(), size, at: moment.time, language: moment.language)
    let name = "Stage \(size.columns)x\(size.rows) \(moment.language.rawValue) \(moment.time)"
    try Snapshot.verify(ScreenPicture(frame.buffer).text, named: name)
  }

  @Test func `Marks are ASCII where they might be wide`() throws {
    let frame = try StageSamples.frame(
      StageSamples.screen().playing(), Size(columns: 80, rows: 24), at: 6000, ambiguity: .wide)
    try Snapshot.verify(ScreenPicture(frame.buffer).text, named: "Stage 80x24 wide")
  }

  @Test func `Comments have colours that can be read, by night and by day`() throws {
    for theme in ["yozakura", "hanami"] {
      let frame = try StageSamples.frame(
        StageSamples.screen().playing(), Size(columns: 60, rows: 14), at: 4000, theme: theme)
      try Snapshot.verify(ScreenPicture(frame.buffer).textWithStyles, named: "Stage \(theme)")
    }
  }

  @Test(arguments: InterfaceLanguage.allCases)
  func `A stage on which nothing can fly says why`(_ language: InterfaceLanguage) throws {
    let positioned = Danmaku.Comment(time: 0, mode: .positioned, text: "[]")
    let animated = Danmaku.Comment(time: 0, mode: .animated, text: "x")
    let screens = [
      ("empty", StageSamples.screen([])),
      ("positioned", StageSamples.screen([positioned, animated], skipped: [.badTime: 3])),
    ]
    for (name, screen) in screens {
      let frame = try StageSamples.frame(screen, Size(columns: 60, rows: 10), at: 0, language: language)
      try Snapshot.verify(ScreenPicture(frame.buffer).text, named: "Stage \(name) \(language.rawValue)")
    }
  }
}
