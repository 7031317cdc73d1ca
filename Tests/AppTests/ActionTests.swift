import Anime
import App
import TUI
import TUITesting
import Testing

@Suite struct ActionTests {
  @Test(arguments: Action.allCases, ["1", "2", "3", "4", "5", "6", "?"])
  func `Without a show every action is harmless`(_ action: Action, _ screen: String) {
    var model = Samples.model(.empty)
    model.type(screen)

    model.type(":\(action.rawValue)<Enter>")

    _ = model.frame
    let asksForWork: Set<Action> = [.sync, .undo, .redo, .redraw, .suspend, .quit, .close]
    if !asksForWork.contains(action) { #expect(model.isRunning) }
  }

  @Test(arguments: Action.allCases, ["1", "2", "3", "4", "5", "6", "?", "2<Enter>"])
  func `Every action leaves a screen that can be drawn`(_ action: Action, _ screen: String) {
    var model = Samples.model(columns: 40, rows: 12)
    model.type(screen)

    model.type(":\(action.rawValue)<Enter>")

    #expect(!ScreenPicture(model.frame.buffer).text.isEmpty)
  }

  @Test func `Following shows at once and asks for a durable change`() {
    var model = Samples.model()

    let effects = model.type("/カウボーイ<Enter>f")

    #expect(effects == [.edit(Samples.bebop.id, [.followed(true)])])
    #expect(ScreenPicture(model.frame.buffer).text.contains("● "))
  }

  @Test func `Saved is said only when the change is durable`() {
    var model = Samples.model()
    model.type("/カウボーイ<Enter>f")
    #expect(!model.bottomLine.contains("saved"))

    _ = model.update(.edited([ShowEdit(Samples.bebop.id, [.followed(true)])]))

    #expect(model.bottomLine.contains("saved · カウボーイビバップ · followed"))
  }

  @Test func `Watching another episode counts it and begins to watch`() {
    var model = Samples.model()

    #expect(
      model.type("/カウボーイ<Enter>w") == [
        .edit(Samples.bebop.id, [.progress(1), .status(.watching), .started(Samples.today)])
      ])
    #expect(model.type("w") == [.edit(Samples.bebop.id, [.progress(2)])])
  }

  @Test func `The last episode completes a show, and no further one can be watched`() {
    var model = Samples.model(
      LibraryState(
        catalogue: Samples.library.catalogue,
        entries: [Samples.bebop.id: ListEntry(show: Samples.bebop.id, status: .watching, progress: 25)]))

    #expect(
      model.type("/カウボーイ<Enter>w") == [
        .edit(Samples.bebop.id, [.progress(26), .status(.completed), .finished(Samples.today)])
      ])
    #expect(model.type("w").isEmpty)
  }

  @Test func `Taking an episode back makes a completed show one that is watched`() {
    var model = Samples.model()
    model.type("/Frieren: Beyond<Enter>")

    #expect(model.type("W") == [.edit(Samples.frieren.id, [.progress(27), .status(.watching)])])
  }

  @Test func `A status is chosen by its digit`() {
    var model = Samples.model()

    #expect(model.type("/カウボーイ<Enter>s1") == [.edit(Samples.bebop.id, [.status(.planned)])])
  }

  @Test func `Completing a show watches all of its episodes`() {
    var model = Samples.model()

    #expect(
      model.type("/カウボーイ<Enter>s3") == [
        .edit(Samples.bebop.id, [.status(.completed), .progress(26), .finished(Samples.today)])
      ])
  }

  @Test(arguments: [
    ("8.5", 85), ("8,5", 85), ("10", 100), ("0", 0), (" 7 ", 70),
  ]) func `A score is typed as people write it`(_ text: String, _ score: Int) {
    var model = Samples.model()
    model.type("/カウボーイ<Enter>S")

    #expect(model.answer(text) == [.edit(Samples.bebop.id, [.score(score)])])
  }

  @Test(arguments: ["11", "10.1", "-1", "8.55", "good"])
  func `What is no score is refused, and can be corrected`(_ text: String) {
    var model = Samples.model()
    model.type("/カウボーイ<Enter>S")

    #expect(model.answer(text).isEmpty)
    #expect(model.bottomLine.contains(text))
    #expect(model.type("<C-u>9<Enter>") == [.edit(Samples.bebop.id, [.score(90)])])
  }

  @Test func `The first digit replaces the old score`() {
    var model = Samples.model()

    #expect(model.type("/無職<Enter>S7<Enter>") == [.edit(Samples.mushoku.id, [.score(70)])])
  }

  @Test func `An empty score removes it`() {
    var model = Samples.model()

    #expect(model.type("/無職<Enter>S<C-u><Enter>") == [.edit(Samples.mushoku.id, [.score(nil)])])
  }

  @Test func `A note is edited in place, with the hardware cursor in its field`() {
    var model = Samples.model()
    model.type("/無職<Enter>n")

    #expect(model.frame.cursor?.row == 23)
    #expect(model.answer(" and Ken") == [.edit(Samples.mushoku.id, [.note("with Mika and Ken")])])
  }

  @Test func `Undo and redo are asked of the library, and told`() {
    var model = Samples.model()

    #expect(model.type("u") == [.undo])
    #expect(model.type("<C-r>") == [.redo])
    _ = model.update(.undone([ShowEdit(Samples.bebop.id, [.followed(false)])]))
    #expect(model.bottomLine.contains("undone · カウボーイビバップ · not followed"))
    _ = model.update(.failed(.nothingToUndo))
    #expect(model.bottomLine.contains("Nothing to undo."))
  }

  @Test func `The link that is selected opens in the browser`() {
    var model = Samples.model()

    model.type("/無職<Enter><Enter>")
    #expect(
      model.type("o") == [.open(url: "https://www.crunchyroll.com/series/GP5HJ8EQE")])
    #expect(
      model.type("jj<Enter>") == [.open(url: "https://www.bilibili.com/bangumi/media/md28237168")])
  }

  @Test func `Closing goes back screen by screen, then quits`() {
    var model = Samples.model()
    model.type("2<Enter>?")

    #expect(model.type("qq").isEmpty)
    #expect(model.isRunning)
    #expect(model.type("q") == [.quit])
    #expect(!model.isRunning)
  }

  @Test func `Going back never quits`() {
    var model = Samples.model()

    #expect(model.type("<Esc><Esc><Esc>").isEmpty)
    #expect(model.isRunning)
  }

  @Test func `Leaving the terminal quits`() {
    var model = Samples.model()

    #expect(model.update(.input(.closed)) == [.quit])
  }
}

extension Model {
  /// What the last line says.
  var bottomLine: String { ScreenPicture(frame.buffer).rows.last ?? "" }

  /// Types text into the field that is open, and Enter.
  mutating func answer(_ text: String) -> [Effect] {
    text.flatMap { update(.input(.key(.character($0)))) } + update(.input(.key(.enter)))
  }
}
