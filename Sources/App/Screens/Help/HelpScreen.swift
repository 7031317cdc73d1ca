import Anime
import TUI

/// The keys of the screen from which help was asked, read from the keymap.
struct HelpScreen: Screen {
  let context: KeyContext
  private(set) var list = Rows<Entry>()

  /// A line of the help.
  struct Entry: Identifiable, Sendable {
    var id: Int
    var keys: String
    var meaning: String
  }

  init(_ context: KeyContext, _ world: Surroundings) {
    self.context = context
    refresh(world)
  }

  var hints: [Action] { [.back, .halfPageDown, .halfPageUp] }

  func selectedShow(_ world: Surroundings) -> ShowID? { nil }

  mutating func refresh(_ world: Surroundings) {
    let bindings = world.keymap.effective(in: context)
    var rows: [Rows<Entry>.Row] = []
    var id = 0
    for place in context.chain {
      let here = bindings.filter { $0.context == place }
      guard !here.isEmpty else { continue }
      if !rows.isEmpty { rows.append(.space) }
      rows.append(.heading(world.strings.group(place)))
      for action in Action.allCases {
        let keys = here.filter { $0.action == action }.map { KeyHint.text($0.sequence.description) }
        guard !keys.isEmpty else { continue }
        rows.append(
          .item(Entry(id: id, keys: keys.joined(separator: "  "), meaning: world.strings.meaning(of: action))))
        id += 1
      }
    }
    list.replace(rows, height: area(world).rows)
  }

  mutating func handle(_ action: Action, _ world: Surroundings) -> Bool {
    guard let movement = action.movement else { return false }
    list.move(movement, height: area(world).rows)
    return true
  }

  mutating func select(at position: Position, _ world: Surroundings) -> Bool { false }

  func draw(on frame: inout Frame, _ world: Surroundings) {
    let strings = world.strings
    _ = world.panel(strings.help, note: strings.group(context), in: world.layout.body, on: &frame)
    let keyWidth = world.widest(list.rows.compactMap { $0.item?.keys })
    list.draw(in: area(world), frame: &frame, world: world) { entry, place, isSelected, buffer in
      let columns: [TableLayout.Column] = [
        .init(minimum: 8, maximum: max(8, keyWidth), priority: 2), .init(minimum: 12, priority: 3),
      ]
      let row = RowPainter(columns, place: place, isSelected: isSelected, world: world, buffer: &buffer)
      row.write(entry.keys, .textStrong, column: 0, on: &buffer)
      row.write(entry.meaning, .text, column: 1, on: &buffer)
    }
  }

  private func area(_ world: Surroundings) -> Rect { Layout.inside(world.layout.body) }
}

/// How keys are shown to people: `<Enter>` is `Enter`, `<C-r>` is `Ctrl-R`.
enum KeyHint {
  static func text(_ sequence: String) -> String {
    guard sequence.hasPrefix("<"), sequence.hasSuffix(">"), sequence.count > 2 else { return sequence }
    let name = sequence.dropFirst().dropLast()
    if name == "lt" { return "<" }
    if name.hasPrefix("C-") { return "Ctrl-" + name.dropFirst(2).uppercased() }
    if name.hasPrefix("A-") { return "Alt-" + name.dropFirst(2) }
    if name.hasPrefix("S-") { return "Shift-" + name.dropFirst(2) }
    return String(name)
  }
}
