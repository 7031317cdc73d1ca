import Anime
import App
import TUI
import TUITesting
import Testing

/// The panel in which all that is kept about shows is edited.
@Suite struct EntryEditorTests {
  /// The row of the panel with this label.
  private func row(_ label: String, _ model: Model) -> String {
    model.rows.first { $0.contains("│ \(label) ") } ?? ""
  }

  /// The panel with the cursor on the field with this label.
  private func editor(_ keys: String, on label: String, columns: Int = 80) throws -> Model {
    var model = WatchlistSamples.model(keys + "e", columns: columns, rows: 36)
    var count = 0
    while model.frame.cursor.map({ !model.rows[$0.row].contains("│ \(label) ") }) ?? true {
      model.type("<Down>")
      count += 1
      try #require(count < 20, "no field is called \(label)")
    }
    return model
  }

  @Test func `It shows what is kept, in the user's scale`() {
    let model = WatchlistSamples.model("Ge")
    #expect(model.text.contains("Edit · 無職転生"))
    #expect(row("Status", model).contains("◐ watching"))
    #expect(row("Progress", model).contains("6"))
    #expect(row("Score", model).contains("8.5"))
    #expect(row("Started", model).contains("2026-07-04"))
    #expect(row("Priority", model).contains("high"))
    #expect(row("Tags", model).contains("isekai, with Mika"))
    #expect(row("Note", model).contains("Sundays, with Mika"))
  }

  @Test func `Leaving or saving it untouched changes nothing`() {
    var model = WatchlistSamples.model("e")
    #expect(model.type("<Enter>").isEmpty)
    #expect(!model.text.contains("Edit ·"))
    #expect(model.type("e<Esc>").isEmpty)
    #expect(!model.text.contains("Edit ·"))
  }

  @Test func `All that was typed is saved as one step`() throws {
    var model = try editor("", on: "Progress")
    model.type("4<Down>7.5<Down>2026-08-02<Down><Down><Down><Down>, new")

    #expect(
      model.type("<Enter>") == [
        .edit(
          Samples.dandadan.id,
          [
            .progress(4), .score(75), .started(CivilDate(year: 2026, month: 8, day: 2)),
            .tags(["new", "癒し系ではない"]),
          ])
      ])
  }

  @Test func `A status is chosen with the arrows or by its first letter, and what follows from it is done`() {
    var model = WatchlistSamples.model("e<Right>")
    #expect(row("Status", model).contains("✓ completed"))
    #expect(
      model.type("<Enter>") == [
        .edit(Samples.dandadan.id, [.status(.completed), .progress(12), .finished(Samples.today)])
      ])

    model = WatchlistSamples.model("ed")
    #expect(row("Status", model).contains("✗ dropped"))
    #expect(model.type("<Enter>") == [.edit(Samples.dandadan.id, [.status(.dropped)])])
  }

  @Test(arguments: [("today", 15), ("yesterday", 14), ("2026-08-03", 3)])
  func `A day is typed as a date or in a word`(_ text: String, _ day: Int) throws {
    var model = try editor("", on: "Finished")
    model.write(text)
    #expect(
      model.type("<Enter>") == [.edit(Samples.dandadan.id, [.finished(CivilDate(year: 2026, month: 8, day: day))])])
  }

  @Test func `A field that is emptied takes away what was kept`() throws {
    var model = try editor("G", on: "Score")
    #expect(model.type("<C-u><Enter>") == [.edit(Samples.mushoku.id, [.score(nil)])])
  }

  @Test(arguments: [
    ("Progress", "many", "“many” is no whole number from 0 to 100,000."),
    ("Progress", "-9223372036854775808", "is no whole number"), ("Score", "11", "“11” is no score: 0–10, or none."),
    ("Started", "2026-02-30", "“2026-02-30” is no day such as 2026-07-04"),
    ("Rewatched", "x", "“x” is no whole number from 0 to 10,000."), ("Delays", "soon", "“soon” is no delay"),
    ("First episode", "-9223372036854775808", "is no number of an episode"),
  ])
  func `What cannot be kept is said at its field, and nothing is lost`(
    _ label: String, _ text: String, _ sentence: String
  ) throws {
    var model = try editor("", on: label, columns: 120)
    model.type("<C-u>")
    model.write(text)

    #expect(model.type("<Enter>").isEmpty)

    let place = try #require(model.rows.firstIndex { $0.contains("│ \(label) ") })
    #expect(model.rows[place].contains(text))
    #expect(model.rows[place + 1].contains(sentence))
    #expect(model.frame.cursor?.row == place)
  }

  @Test func `What is wrong is said when the field is left, and goes when it is mended`() throws {
    var model = try editor("", on: "Score")
    model.type("99<Down>")
    #expect(model.text.contains("“99” is no score"))

    model.type("<Up><C-u>9<Down>")
    #expect(!model.text.contains("is no score"))
    #expect(model.type("<Enter>") == [.edit(Samples.dandadan.id, [.score(90)])])
  }

  @Test func `A note longer than can be kept is refused`() throws {
    var model = try editor("", on: "Note")
    _ = model.update(.input(.paste(String(repeating: "long ", count: 300))))

    #expect(model.type("<Enter>").isEmpty)
    #expect(model.text.contains("longer than the 1,000 characters"))
  }

  @Test func `A long note goes on in the rows below`() throws {
    var model = try editor("", on: "Note")
    model.write("葬送のフリーレンを日曜の夜に見る。そのあとで感想をここに書いて、来週までに忘れないようにする。最後の文字")
    let place = try #require(model.frame.cursor?.row)
    #expect(!row("Note", model).contains("最後の文字"))
    #expect(model.rows[place].contains("最後の文字") || model.rows[place - 1].contains("最後の文字"))
  }

  @Test func `Escape asks once more before it loses what was typed`() throws {
    var model = try editor("", on: "Note")
    model.write("hello")

    model.type("<Esc>")
    #expect(model.bottomLine.contains("Not saved"))
    #expect(row("Note", model).contains("hello"))

    #expect(model.type("<Esc>").isEmpty)
    #expect(!model.text.contains("Edit ·"))
  }

  @Test func `Keys that do something elsewhere are letters here`() throws {
    var model = try editor("", on: "Note")
    model.type("quf1?:/")
    #expect(row("Note", model).contains("quf1?:/"))
  }

  @Test func `A number that is typed replaces the old one, and can be corrected where it stands`() throws {
    var model = try editor("G", on: "Progress")
    model.type("12")
    #expect(row("Progress", model).contains(" 12 "))

    model.type("<Down><Up><Backspace>3")
    #expect(row("Progress", model).contains(" 13 "))
  }

  // MARK: Several shows

  @Test func `Where shows differ the field says so, and is left alone`() {
    var model = WatchlistSamples.model("aeo")
    #expect(model.text.contains("Edit · 5 shows"))
    #expect(row("Status", model).contains("◐ watching"))
    #expect(row("Progress", model).contains("various"))
    #expect(model.type("<Esc>").isEmpty)
  }

  @Test func `A number with a sign counts on from where each show is`() throws {
    var model = try editor("<Space><Space>", on: "Progress")
    model.write("+2")
    #expect(
      model.type("<Enter>") == [
        .edit([ShowEdit(Samples.dandadan.id, [.progress(5)]), ShowEdit(Samples.ling.id, [.progress(122)])])
      ])
  }

  @Test func `Tags are put to those of each show, and taken off`() throws {
    var model = try editor("a", on: "Tags")
    model.write("+2026, -isekai")
    #expect(
      model.type("<Enter>") == [
        .edit([
          ShowEdit(Samples.dandadan.id, [.tags(["2026", "癒し系ではない"])]), ShowEdit(Samples.ling.id, [.tags(["2026"])]),
          ShowEdit(Samples.emoji.id, [.tags(["2026"])]), ShowEdit(Samples.skeleton.id, [.tags(["2026"])]),
          ShowEdit(Samples.mushoku.id, [.tags(["2026", "with Mika"])]),
        ])
      ])
  }

  @Test func `Words without a sign are all tags of a show`() throws {
    var model = try editor("G", on: "Tags")
    #expect(model.type("<C-u>a,b<Enter>") == [.edit(Samples.mushoku.id, [.tags(["a", "b"])])])
  }

  @Test func `Tab completes the tags that are in use`() throws {
    var model = try editor("", on: "Tags")
    model.write(", +is")
    model.type("<Tab>")
    #expect(row("Tags", model).contains("癒し系ではない, +isekai"))
    #expect(model.type("<Enter>") == [.edit(Samples.dandadan.id, [.tags(["isekai", "癒し系ではない"])])])
  }

  @Test func `Backspace in a field in which shows differ empties it for all`() throws {
    var model = try editor("<Space><Space><Space>", on: "Score")
    model.type("<Backspace>")
    #expect(row("Score", model).contains("none"))
    #expect(model.type("<Enter>") == [.edit([ShowEdit(Samples.ling.id, [.score(nil)])])])
  }

  @Test func `A delay is put to those that each show has`() throws {
    var model = try editor("", on: "Delays")
    model.write("2026-08-22+30m")
    #expect(
      model.type("<Enter>") == [
        .edit(Samples.dandadan.id, [.delays([Delay(of: CivilDate(year: 2026, month: 8, day: 22), by: 30)])])
      ])
  }

  // MARK: Around it

  @Test func `It opens wherever there are shows`() {
    var model = Samples.model()
    #expect(model.type("/カウボーイ<Enter>e").isEmpty)
    #expect(model.text.contains("Edit · カウボーイビバップ"))

    model = Samples.model()
    model.type("3E")
    #expect(model.text.contains("Edit ·"))
  }

  @Test func `A click chooses the field, and one beside the panel loses nothing`() throws {
    var model = try editor("", on: "Note")
    model.write("hello")
    let score = try #require(model.rows.firstIndex { $0.contains("│ Score ") })

    _ = model.update(.input(.mouse(MouseEvent(position: Position(column: 40, row: score), kind: .press))))
    #expect(model.frame.cursor?.row == score)

    _ = model.update(.input(.mouse(MouseEvent(position: Position(column: 10, row: 0), kind: .press))))
    #expect(row("Note", model).contains("hello"))
  }

  @Test func `In the past nothing is edited`() {
    var model = Samples.model()
    _ = model.update(.travelled(Samples.moment, Samples.pastLibrary))
    model.type("2e")
    #expect(!model.text.contains("Edit ·"))
  }

  @Test func `On a small terminal the field that is typed into stays in sight`() {
    var model = WatchlistSamples.model("e", columns: 40, rows: 12)
    for _ in 0..<10 { model.type("<Down>") }
    model.type("hi")
    #expect(model.text.contains("Note"))
    #expect(model.text.contains("hi"))
    #expect(model.frame.cursor != nil)
  }
}
