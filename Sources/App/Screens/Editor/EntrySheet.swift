import Anime
import TUI

/// Where the rows of the panel stand, in which entries are edited, and what is in them.
///
///     ╭ Edit · 3 shows ─────────────────────────╮
///     │ Status     < ◐ watching >               │
///     │ Progress     7                          │
///     │              episodes watched; +1 …     │
///     │ Score        various                    │
struct EntrySheet {
  /// One row of the panel.
  struct Row {
    enum Content {
      /// A field, its label with it.
      case field
      /// A further row of a long field: which, from 1.
      case more(Int)
      /// What can be typed, what is wrong, or the words that fit.
      case remark(Line)
    }

    let index: Int
    let content: Content
  }

  let editor: EntryEditor
  let world: Surroundings
  /// The panel, with its border.
  let place: Rect
  /// What is inside, a blank from the border.
  let inside: Rect
  /// The cells of the labels, with the blanks behind them.
  let labelWidth: Int
  private(set) var rows: [Row] = []

  private static let widest = 76
  /// The cells that are left beside the panel, at least: of less, nobody could tell what is below it.
  private static let leastMargin = 8
  /// How many rows a long text takes at most.
  static let longestText = 4

  init(_ editor: EntryEditor, _ world: Surroundings) {
    self.editor = editor
    self.world = world
    labelWidth = world.widest(editor.fields.map { world.entryStrings.field($0.field) }) + 2
    let body = world.layout.body
    let columns = Self.columns(in: body)
    let width = columns - 4 - labelWidth
    rows = Self.rows(editor, width: width, world)
    place = body.centered(Size(columns: columns, rows: rows.count + 2))
    inside = place.inset(horizontal: 2, vertical: 1)
  }

  /// As wide as its fields want, or as all that is below it.
  private static func columns(in body: Rect) -> Int {
    body.columns >= widest + 2 * leastMargin ? widest : body.columns
  }

  /// The cells for the values.
  var valueWidth: Int { inside.columns - labelWidth }

  /// The rows that fit, with those of the field that keys go into.
  var window: Range<Int> {
    let last = rows.lastIndex { $0.index == editor.focus } ?? 0
    var state = ListState()
    state.select(last, count: rows.count, rows: inside.rows)
    return state.window(count: rows.count, rows: inside.rows)
  }

  /// The field of the row at `position`; nil outside.
  func field(at position: Position) -> Int? {
    guard inside.inset(horizontal: -1, vertical: 0).contains(position) else { return nil }
    let row = window.lowerBound + position.row - inside.row
    return rows.indices.contains(row) ? rows[row].index : nil
  }

  private static func rows(_ editor: EntryEditor, width: Int, _ world: Surroundings) -> [Row] {
    editor.fields.indices.flatMap { index -> [Row] in
      let field = editor.fields[index]
      let count = field.text.map { $0.rows(columns: width, ambiguity: world.ambiguity).texts.count } ?? 1
      let more = field.field == .note && count > 1 ? (1..<min(count, longestText)).map { Row.Content.more($0) } : []
      let remarks = remarks(on: field, index == editor.focus, editor, world).flatMap { text, style in
        text.wrapped(to: max(8, width), ambiguity: world.ambiguity).map {
          Row.Content.remark(Line($0, style: world.theme[style, on: .text]))
        }
      }
      return ([.field] + more + remarks).map { Row(index: index, content: $0) }
    }
  }

  /// What is wrong, wherever it is; where the keys go, the words that fit or what can be typed.
  private static func remarks(
    on field: EntryField, _ isFocused: Bool, _ editor: EntryEditor, _ world: Surroundings
  ) -> [(String, StyleName)] {
    let strings = world.entryStrings
    if let problem = field.problem { return [(strings.problem(problem), .lineAlarm)] }
    guard isFocused else { return [] }
    if let completion = editor.completion {
      return [(completion.candidates[max(0, completion.index)...].prefix(8).joined(separator: "  "), .textDim)]
    }
    return [(strings.hint(field.field, world.configuration.scoreScale, !field.isCommon), .textFaint)]
  }
}
