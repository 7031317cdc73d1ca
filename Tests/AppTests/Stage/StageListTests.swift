import Anime
import App
import Danmaku
import TUI
import TUITesting
import Testing

@Suite struct `The list beside the stage` {
  private static let size = Size(columns: 120, rows: 24)

  private func model(_ comments: [Danmaku.Comment] = StageSamples.comments) -> Model {
    var start = Samples.start(columns: 120, rows: 24)
    start.stage = StageContent(title: "a.xml", file: DanmakuFile(comments: Comments(comments)), duration: 1_200_000)
    start.configuration.danmakuList = true
    var model = Model(start)
    model.type("<Space>")
    return model
  }

  private func list(_ model: Model) -> String {
    ScreenPicture(model.frame.buffer, area: Rect(column: 80, row: 1, columns: 40, rows: 20)).text
  }

  private func time(_ model: Model) -> String {
    String(ScreenPicture(model.frame.buffer).rows[21].drop { $0 == " " }.prefix(5))
  }

  @Test func `A search shows what holds it, in any case, width and form of character`() {
    var model = model([
      Danmaku.Comment(time: 1000, text: "夜櫻真美"), Danmaku.Comment(time: 2000, text: "ＡＢＣ"),
      Danmaku.Comment(time: 3000, text: "夜樱！"), Danmaku.Comment(time: 4000, text: "草"),
    ])

    model.type("/夜桜")
    #expect(list(model).contains("2 of 4 comments"))
    #expect(list(model).contains("夜櫻真美") && list(model).contains("夜樱") && !list(model).contains("草"))
    model.type("<C-u>abc")
    #expect(list(model).contains("ＡＢＣ") && list(model).contains("1 of 4"))
  }

  @Test func `Enter keeps what was found, and Esc shows everything again`() {
    var model = model()

    model.type("/草<Enter>")
    #expect(list(model).contains("1 of 11"))
    model.type("j<Enter>")
    #expect(time(model) == "00:03")
    model.type("<Esc>")
    #expect(list(model).contains("11 comments"))
  }

  @Test func `Keys are text while somebody searches`() {
    var model = model()
    model.type("/q")

    #expect(model.isRunning)
    #expect(list(model).contains("/ q"))
    _ = model.update(.input(.paste("二行目")))
    #expect(list(model).contains("/ q二行目"))
  }

  @Test func `The search opens the list where it was closed`() {
    var model = model()
    model.type("c/")

    #expect(list(model).contains("11 comments"))
  }

  @Test func `A comment that is not shown says why`() {
    var model = model()
    #expect(!list(model).contains("off"))
    model.type("t")

    let row = list(model).split(separator: "\n").first { $0.contains("字幕は上です") }
    #expect(row?.contains("off") == true)
  }

  @Test func `One can go to the time that a comment names`() {
    var model = model([
      Danmaku.Comment(time: 1000, text: "空降 12:34"), Danmaku.Comment(time: 2000, text: "99:59 is later than the end"),
    ])

    model.type("gggt")
    #expect(time(model) == "12:34")
    model.type("Ggt")
    #expect(time(model) == "12:34")
  }

  @Test func `The list follows again when it is told to`() {
    var model = model()

    model.type("G")
    #expect(list(model).contains("11/11"))
    model.type("f")
    #expect(!list(model).contains("11/11"))
  }

  @Test func `Times in the list are those of the film`() {
    var model = model()
    model.type("}")

    #expect(list(model).contains("00:13 草"))
  }
}
