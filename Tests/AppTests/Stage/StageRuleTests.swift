import Anime
import App
import Danmaku
import TUI
import TUITesting
import Testing

@Suite struct `The rules of the stage` {
  private func model(_ comments: [Danmaku.Comment]) -> Model {
    var start = Samples.start(columns: 120, rows: 36)
    start.stage = StageContent(title: "a.xml", file: DanmakuFile(comments: Comments(comments)), duration: 60_000)
    var model = Model(start)
    model.type("<Space>")
    return model
  }

  private func text(_ model: Model) -> String { ScreenPicture(model.frame.buffer).text }

  private static let repeats = [
    Danmaku.Comment(time: 0, mode: .top, text: "名場面"), Danmaku.Comment(time: 0, mode: .top, text: "名場面"),
    Danmaku.Comment(time: 0, mode: .top, text: "名場面"), Danmaku.Comment(time: 0, mode: .top, text: "別の言葉", weight: 3),
  ]

  @Test func `Comments that say the same are counted at the first of them, or each is shown`() {
    var model = model(Self.repeats)
    #expect(text(model).contains("名場面 ×3"))
    #expect(text(model).contains("2 on screen · 2 merged"))

    model.type("m")
    #expect(!text(model).contains("×3"))
    #expect(text(model).contains("4 on screen"))
  }

  @Test func `The list counts them too, and tells which were counted elsewhere`() {
    var model = model(Self.repeats)
    model.type("c")

    #expect(text(model).contains("00:00 名場面 ×3"))
    #expect(text(model).split(separator: "\n").filter { $0.contains("repeat") }.count == 2)
  }

  @Test func `The panel tells what is set and how many each reason hides`() {
    var model = model(Self.repeats)
    model.type("R")

    let rows = text(model).split(separator: "\n").map { $0.split(separator: "│").last.map(String.init) ?? "" }
    #expect(rows.contains { $0.hasPrefix(" scrolling") && $0.contains("on") })
    #expect(rows.contains { $0.hasPrefix(" repeats") && $0.contains("counted") })
    #expect(rows.contains { $0.hasPrefix(" repeat ") && $0.contains("2") })
    #expect(model.text.contains("←→ change"))
    model.type("<Esc>")
    #expect(!text(model).contains("╭ Rules"))
  }

  @Test func `In the panel left and right change a rule at once`() {
    var model = model(Self.repeats)
    model.type("Rjjl")

    #expect(text(model).contains("off: top"))
    #expect(!text(model).contains("名場面"))
    model.type("h")
    #expect(text(model).contains("名場面"))
  }

  @Test func `A minimum weight hides what the site thinks little of`() {
    var model = model(Self.repeats)
    #expect(text(model).contains("別の言葉"))

    // The weight is the eleventh row; the third step asks for 4.
    model.type("R" + String(repeating: "j", count: 10) + "lll")
    #expect(text(model).contains("weight, at least"))
    #expect(!text(model).contains("別の言葉"))
    #expect(text(model).contains("名場面"))
  }

  @Test func `Room for subtitles stays free at the bottom`() {
    var model = model([Danmaku.Comment(time: 0, mode: .bottom, text: "字幕"), Danmaku.Comment(time: 9000, text: "x")])
    func row() -> Int? {
      ScreenPicture(model.frame.buffer).rows.firstIndex { $0.contains("字幕") && !$0.contains("subtitles") }
    }
    let before = row()
    model.type("R" + String(repeating: "j", count: 6) + "l")

    #expect(before.map { $0 - (row() ?? 0) } == 3)
  }

  @Test(arguments: InterfaceLanguage.allCases, [(80, 24), (120, 36), (200, 60)])
  func `The panel stands beside the stage`(_ language: InterfaceLanguage, _ size: (Int, Int)) throws {
    var screen = StageSamples.screen(Self.repeats + StageSamples.comments)
    screen.update(.toggleRules, now: StageSamples.start)
    screen.update(.toggleMode(.reverse), now: StageSamples.start)
    let frame = try StageSamples.frame(
      screen.playing(), Size(columns: size.0, rows: size.1), at: 3000, language: language)

    try Snapshot.verify(
      ScreenPicture(frame.buffer).text, named: "Stage rules \(size.0)x\(size.1) \(language.rawValue)")
  }
}
