import Anime
import App
import TUI
import TUITesting
import Testing

/// The way through all that is said of a show, and what the last line offers on it.
@Suite struct ShowScreenTests {
  /// The screen of a show with a history, on a terminal so low that not all of it is seen at once.
  private func model(rows: Int = 24) -> Model {
    var model = Samples.model(rows: rows)
    model.type("/無職<Enter><Enter>")
    _ = model.update(.history(Samples.mushoku.id, Samples.history))
    return model
  }

  /// How the row begins that is highlighted; nil where none is.
  private func highlighted(_ model: Model) -> String? {
    let buffer = model.frame.buffer
    let ground = Theme(builtIn: "yozakura", depth: .palette256)?[.listSelected].background
    return model.rows.indices.first { buffer[1, $0].style.background == ground }.map {
      String(model.rows[$0].prefix(30))
    }
  }

  @Test func `What is selected stays highlighted while the history below it is read`() {
    var model = model()
    while !(highlighted(model) ?? "").contains("Official site") { model.type("j") }

    model.type("jjj")

    #expect(highlighted(model)?.contains("Official site") == true)
    #expect(model.bottomLine.contains("Enter open in browser"))
  }

  @Test func `Where what was selected is no longer in sight the last line promises nothing of it`() {
    var model = model(rows: 12)
    for _ in 0..<60 { model.type("j") }

    #expect(model.text.contains("added · bangumi-data"))
    #expect(highlighted(model) == nil)
    #expect(!model.bottomLine.contains("Enter"))
    #expect(model.type("<Enter>").isEmpty)
  }

  @Test func `The way back up selects the last link when it comes into sight`() {
    var model = model(rows: 12)
    for _ in 0..<60 { model.type("j") }
    while highlighted(model) == nil, !model.text.contains("Mushoku Tensei") { model.type("k") }

    #expect(highlighted(model)?.contains("Official site") == true)
  }

  @Test func `No step passes over a link that is in sight`() {
    var model = model(rows: 12)
    var seen: Set<String> = []
    for _ in 0..<60 {
      if let row = highlighted(model) { seen.insert(row) }
      model.type("j")
    }

    #expect(seen.count == 6)
  }

  @Test func `What the clock changes leaves the reader where he is`() {
    var model = model(rows: 12)
    for _ in 0..<60 { model.type("j") }

    _ = model.update(.tick(Samples.now + .minutes(3)))

    #expect(model.text.contains("added · bangumi-data"))
  }

  @Test func `Pages reach the end of the history`() {
    var model = model(rows: 12)
    for _ in 0..<8 { model.type("<C-f>") }

    #expect(model.text.contains("added · bangumi-data"))
  }
}
