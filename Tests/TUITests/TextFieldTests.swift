import TUI
import TUITesting
import Testing

@Suite struct TextFieldTests {
  @Test func `Text is inserted at the cursor`() {
    var field = TextField("夜桜")
    field.moveLeft()
    field.insert("の\n")
    #expect(field.text == "夜の 桜")
    #expect(field.cursor == 3)
  }

  @Test func `A typed mark joins the character before the cursor`() {
    var field = TextField("か")
    field.insert("\u{3099}")
    #expect(field.cursor == 1)
    field.deleteBackward()
    #expect(field.text == "")
  }

  @Test(arguments: [
    (Key.backspace, "one tw", 6), (.control("w"), "one ", 4), (.control("u"), "", 0), (.left, "one two", 6),
    (.home, "one two", 0), (.alt("b"), "one two", 4),
  ])
  func `Keys edit at the end`(_ key: Key, _ text: String, _ cursor: Int) {
    var field = TextField("one two")
    let isHandled = field.handle(key)
    #expect(isHandled)
    #expect(field.text == text)
    #expect(field.cursor == cursor)
  }

  @Test(arguments: [
    (Key.delete, "ne two", 0), (.control("k"), "", 0), (.backspace, "one two", 0), (.alt("f"), "one two", 3),
  ])
  func `Keys edit at the start`(_ key: Key, _ text: String, _ cursor: Int) {
    var field = TextField("one two")
    field.moveToStart()
    let isHandled = field.handle(key)
    #expect(isHandled)
    #expect(field.text == text)
    #expect(field.cursor == cursor)
  }

  @Test(arguments: [Key.enter, .escape, .tab, .up, .function(1), .alt("x")])
  func `What is the screen's is not the field's`(_ key: Key) {
    var field = TextField("one")
    let isHandled = field.handle(key)
    #expect(!isHandled)
  }

  @Test func `Long text scrolls so that the cursor stays inside`() {
    var buffer = Buffer(size: Size(columns: 6, rows: 1))
    let place = TextField("葬送のフリーレン").draw(in: buffer.area, on: &buffer)
    #expect(place == Position(column: 4, row: 0))
    #expect(ScreenPicture(buffer).rows[0] == "レン")
  }

  @Test func `The cursor stands behind short text`() {
    var buffer = Buffer(size: Size(columns: 8, rows: 1))
    #expect(TextField("夜a").draw(in: buffer.area, on: &buffer) == Position(column: 3, row: 0))
  }
}
