import TUI

/// Where the parts of the screen stand.
///
///     bar      夜桜  1 Tonight  2 Catalogue …            synced 2 min ago
///     main     list, and from 100 columns on the detail at its right
///     line     Enter open  f follow …             offline 3h · next try 40s
struct Layout: Hashable {
  let bar: Rect
  let body: Rect
  let line: Rect
  /// The list.
  let main: Rect
  /// What is selected in it; nil where there is no room for both.
  let detail: Rect?
  /// The list where it is a table or a month, which want more of the room; and beside it what is selected in it.
  let table: Rect
  let card: Rect?

  /// What is known of a show; and beside it, wider for the names of files, what can be opened; nil where there is no
  /// room for both.
  let facts: Rect
  let contents: Rect?

  private static let widestCard = 48

  init(_ size: Size) {
    let (bar, rest) = Rect(size).split(top: size.rows > 6 ? 1 : 0)
    let (body, line) = rest.split(top: max(0, rest.rows - 1))
    self.bar = bar
    self.body = body
    self.line = line
    if body.columns >= 100 {
      let (main, detail) = body.split(left: body.columns - min(90, body.columns * 9 / 20))
      self.main = main
      self.detail = detail
      let (table, card) = body.split(left: body.columns - min(Self.widestCard, body.columns / 3))
      self.table = table
      self.card = card
      let (facts, contents) = body.split(left: body.columns * 2 / 5)
      self.facts = facts
      self.contents = contents
    } else {
      main = body
      detail = nil
      table = body
      card = nil
      facts = body
      contents = nil
    }
  }

  /// What is inside the border of `panel`.
  static func inside(_ panel: Rect) -> Rect {
    panel.inset(horizontal: 1, vertical: 1)
  }
}
