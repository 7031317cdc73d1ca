import Danmaku
import TUI

/// What the list of comments shows, and where somebody is in it.
struct StageListState: Sendable {
  /// The positions of the comments that it shows, in the order of their times.
  private(set) var rows: [Int]
  /// The selected row; nil while the list follows the time.
  private(set) var selection: Int?
  /// What is searched for.
  private(set) var field = TextField()
  /// Whether keys go into the field.
  private(set) var isTyping = false

  init(_ content: StageContent) { rows = content.listed }

  /// Whether only some of the comments are shown.
  var isSearching: Bool { isTyping || !field.text.isEmpty }

  /// The position of the selected comment.
  var selected: Int? { selection.map { rows[$0] } }

  /// How many of the rows have appeared at `time`.
  func count(at time: Int, in content: StageContent) -> Int {
    let end = content.file.comments.position(after: time)
    var low = 0
    var high = rows.count
    while low < high {
      let middle = (low + high) / 2
      if rows[middle] < end { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// How far a page goes: the list's height is known only where it is drawn, and this is near it.
  private static let pageRows = 20
}

extension StageListState {
  /// Selects another row, from the one that appeared last where the list has followed; false where there is none.
  mutating func select(_ movement: ListState.Movement, at time: Int, in content: StageContent) -> Bool {
    guard !rows.isEmpty else { return false }
    var state = ListState(selection: selection ?? max(0, count(at: time, in: content) - 1))
    state.move(movement, count: rows.count, rows: Self.pageRows)
    selection = state.selection
    return true
  }

  /// Selects this row; false where there is none.
  mutating func select(row: Int) -> Bool {
    guard rows.indices.contains(row) else { return false }
    selection = row
    return true
  }

  /// Follows the time again, with every comment; false where it did.
  mutating func follow(_ content: StageContent) -> Bool {
    guard selection != nil || isSearching else { return false }
    self = StageListState(content)
    return true
  }

  /// Follows the time again, among what is shown.
  mutating func release() { selection = nil }

  /// Lets keys go into the field.
  mutating func beginSearch() { isTyping = true }

  /// Gives a key to the field; false where it means nothing there.
  mutating func type(_ key: Key, in content: StageContent) -> Bool {
    switch key {
    case .enter, .tab: isTyping = false
    case .escape, .control("c"): return follow(content)
    default:
      let before = field.text
      guard field.handle(key) else { return false }
      if field.text != before { find(in: content) }
    }
    return true
  }

  /// Types pasted text into the field.
  mutating func paste(_ text: String, in content: StageContent) {
    field.insert(text)
    find(in: content)
  }

  /// Finds anew; a selected comment stays selected while it is among what is found.
  private mutating func find(in content: StageContent) {
    let before = selected
    rows = content.folded.matches(of: field.text, among: content.listed)
    selection = before.flatMap { rows.firstIndex(of: $0) }
  }
}
