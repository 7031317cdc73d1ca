import Anime
import App
import Danmaku
import TUI
import TUITesting
import Testing

@Suite struct `Blocking from the list` {
  private static let comments = [
    Danmaku.Comment(time: 0, mode: .top, text: "夜桜きれい", sender: Comment.Sender(name: "1a2b3c4d")),
    Danmaku.Comment(time: 1000, mode: .top, text: "Ｓｐｏｉｌｅｒ: 犯人は猫", sender: Comment.Sender(name: "1a2b3c4d")),
    Danmaku.Comment(time: 2000, mode: .top, text: "第12話"), Danmaku.Comment(time: 3000, mode: .top, text: "夜桜きれいだ"),
  ]

  private func model(
    _ comments: [Danmaku.Comment] = comments, ruleSet: String? = nil, columns: Int = 120, rows: Int = 36,
    language: InterfaceLanguage = .english
  ) -> Model {
    var start = Samples.start(columns: columns, rows: rows, language: language)
    start.stage = StageContent(
      title: "a.xml", file: DanmakuFile(comments: Comments(comments)), duration: 60_000, ruleSet: ruleSet)
    start.configuration.danmakuList = true
    var model = Model(start)
    model.type("<Space>")
    return model
  }

  private func text(_ model: Model) -> String { ScreenPicture(model.frame.buffer).text }

  /// The row of the list that shows `comment`.
  private func row(_ comment: String, _ model: Model) -> String? {
    text(model).split(separator: "\n").last { $0.contains(" \(comment)") }.map(String.init)
  }

  @Test func `Before anything is blocked, it is told how many comments that is and which`() {
    var model = model()
    model.type("ggB")

    #expect(text(model).contains("╭ Block"))
    #expect(text(model).contains("2 comments"))
    #expect(text(model).contains("00:03 夜桜きれいだ"))
    #expect(text(model).contains("Enter block"))
  }

  @Test func `Enter hides what holds the text at once, and the list tells why`() {
    var model = model()
    model.type("ggB<Enter>")

    #expect(!text(model).contains("╭ Block"))
    #expect(row("夜桜きれい", model)?.contains("text") == true)
    #expect(text(model).contains("2 hidden by rules"))
    #expect(text(model).contains("0 on screen"))
  }

  @Test func `Esc blocks nothing`() {
    var model = model()
    model.type("ggB<Esc>")

    #expect(!text(model).contains("╭ Block") && !text(model).contains("hidden by rules"))
    #expect(text(model).contains("1 on screen"))
  }

  @Test func `A sender is not heard any more`() {
    var model = model()
    model.type("ggB<Down>")
    #expect(text(model).contains("2 comments") && text(model).contains("00:01 Ｓｐｏｉｌｅｒ"))
    model.type("<Enter>")

    #expect(row("Ｓｐｏｉｌｅｒ", model)?.contains("sender") == true)
    #expect(row("夜桜きれいだ", model)?.contains("sender") == false)
  }

  @Test func `A sender whom nobody knows is not offered`() {
    var model = model()
    model.type("ggjjB")
    #expect(text(model).contains("╭ Block") && !text(model).contains("its sender"))
  }

  @Test func `Whoever types means words, in any case and width`() {
    var model = model()
    model.type("ggBspoiler")
    #expect(text(model).contains("words  spoiler") && text(model).contains("1 comment"))
    model.type("<Enter>")

    #expect(row("Ｓｐｏｉｌｅｒ", model)?.contains("text") == true)
  }

  @Test func `What is typed can be a pattern, and a broken one is told with its place`() {
    var model = model()
    model.type("ggB第(<Down>")
    #expect(text(model).contains("No pattern: see character"))
    model.type("<Enter>")
    #expect(text(model).contains("╭ Block"))

    model.type("<Backspace>\\d+話<Enter>")
    #expect(row("第12話", model)?.contains("pattern") == true)
  }

  @Test(arguments: [
    (InterfaceLanguage.english, "That would hide every comment."), (.japanese, "すべてのコメントが隠れます"),
    (.simplifiedChinese, "这样会隐藏所有弹幕"),
  ])
  func `A pattern that every comment has is not taken`(language: InterfaceLanguage, sentence: String) {
    var model = model(language: language)
    model.type("ggBx*<Down>")
    #expect(text(model).contains(sentence))

    model.type("<Enter>")
    #expect(text(model).contains(sentence))
  }

  @Test func `Nothing is blocked where nothing was typed`() {
    var model = model()
    model.type("ggB<Down><Down><Enter>")

    #expect(text(model).contains("Type what to block."))
    _ = model.update(.input(.paste("第12話")))
    #expect(text(model).contains("1 comment"))
  }

  @Test func `Undo takes back one block after the other, and nothing that is not on the stage`() {
    var model = model()
    model.type("ggB<Enter>ggjB<Enter>")
    #expect(text(model).contains("3 hidden by rules"))

    model.type("u")
    #expect(text(model).contains("2 hidden by rules"))
    model.type("u")
    #expect(!text(model).contains("hidden by rules"))
    #expect(model.type("u") == [])
    #expect(text(model).contains("Nothing was blocked here."))
  }

  @Test func `What is blocked already is said to be, and undone once`() {
    var model = model()
    model.type("ggB<Enter>ggB")
    #expect(text(model).contains("Blocked already."))
    model.type("<Enter>u")
    #expect(!text(model).contains("hidden by rules"))
  }

  @Test func `A block goes to the user's rules, and out of them where it is taken back`() {
    var model = model(ruleSet: "mine")
    let rule = BlockRule.text("夜桜きれい")
    model.type("ggB")
    #expect(text(model).contains("kept in mine"))

    #expect(model.type("<Enter>") == [.keepBlocks([.block(rule)], ruleSet: "mine")])
    #expect(model.type("gg") == [])
    #expect(model.type("u") == [.keepBlocks([.unblock(rule)], ruleSet: "mine")])
  }

  @Test func `Where the rules are built in a block ends with the playing, and that is told`() {
    var model = model(ruleSet: nil)
    model.type("ggB")
    #expect(text(model).contains("for this playing"))
    #expect(model.type("<Enter>") == [])
  }

  @Test func `Without a selection it is about the comment that appeared last`() {
    var model = model()
    model.type("B")
    #expect(text(model).contains("2 comments") && text(model).contains("00:03 夜桜きれいだ"))
  }

  @Test func `On a small terminal the panel covers the stage`() {
    var model = model(columns: 40, rows: 12)
    model.type("B")
    #expect(text(model).contains("╭ Block") && text(model).contains("2 comments"))
  }

  @Test func `A press selects a way, and a double press blocks`() throws {
    var model = model()
    model.type("ggB")
    let rows = ScreenPicture(model.frame.buffer).rows
    let row = try #require(rows.firstIndex { $0.contains("its sender") })
    let position = Position(column: 90, row: row)
    _ = model.update(.input(.mouse(MouseEvent(position: position, kind: .press))))
    #expect(text(model).contains("00:01 Ｓｐｏｉｌｅｒ"))
    _ = model.update(.input(.mouse(MouseEvent(position: position, kind: .doublePress))))
    #expect(self.row("Ｓｐｏｉｌｅｒ", model)?.contains("sender") == true)
  }

  @Test(arguments: InterfaceLanguage.allCases, [(80, 24), (120, 36), (200, 60)])
  func `The panel stands where the list does`(_ language: InterfaceLanguage, _ size: (Int, Int)) throws {
    var screen = StageSamples.screen(Self.comments + StageSamples.comments, showsList: true).playing()
    screen.update(.beginBlocking, now: StageSamples.moment(1600))
    for character in "夜桜" { screen.type(.character(character), now: StageSamples.moment(1600)) }
    let frame = try StageSamples.frame(screen, Size(columns: size.0, rows: size.1), at: 3000, language: language)

    try Snapshot.verify(
      ScreenPicture(frame.buffer).text, named: "Stage block \(size.0)x\(size.1) \(language.rawValue)")
  }
}
