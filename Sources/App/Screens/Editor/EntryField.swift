import Anime
import TUI

/// One field of the list in the panel in which it is edited, for one show or for several.
struct EntryField: Sendable {
  /// What is in it: typed, or chosen from a few.
  enum Content: Hashable, Sendable {
    case text(TextField)
    /// One of `all` by its index; nil where the shows differ.
    case choice(all: [Change], Int?)
  }

  let field: Change.Field
  /// Whether the shows have the same in it; then what stands there at first is all of it.
  let isCommon: Bool
  private(set) var content: Content
  /// Whether it is to be empty for all shows, which differ in it.
  private(set) var isCleared = false
  /// Whether nothing was done in it since the cursor came: then what is typed replaces what stands there.
  var isFresh = true
  /// What is wrong with what was typed.
  var problem: EntryProblem?
  private let original: Content

  /// The field of these entries, as it is now.
  init(_ field: Change.Field, of entries: [ListEntry], _ reader: EntryReader) {
    self.field = field
    let values = Set(entries.map { Change(field, of: $0) })
    isCommon = values.count == 1
    if let all = Self.choices(of: field) {
      content = .choice(all: all, isCommon ? values.first.flatMap(all.firstIndex) : nil)
    } else {
      content = .text(TextField(isCommon ? entries.first.map { reader.text(of: field, in: $0) } ?? "" : ""))
    }
    original = content
  }

  /// Whether what is typed first replaces what stands there, as it does for numbers and days; lists and words go on.
  private var isReplaced: Bool { ![.tags, .delays, .note].contains(field) }

  /// What can be chosen; nil for what is typed.
  private static func choices(of field: Change.Field) -> [Change]? {
    switch field {
    case .status: [.status(nil)] + WatchStatus.allCases.map { .status($0) }
    case .priority: [.priority(nil)] + Priority.allCases.map { .priority($0) }
    default: nil
    }
  }

  /// Whether the user changed it.
  var isChanged: Bool {
    switch (content, original) {
    case (.text(let now), .text(let before)): isCleared || now.text != before.text
    default: content != original
    }
  }

  /// The field that is typed into; nil where something is chosen.
  var text: TextField? {
    if case .text(let field) = content { field } else { nil }
  }

  /// What is chosen; nil where the shows differ, or where something is typed.
  var choice: Change? {
    guard case .choice(let all, let index?) = content else { return nil }
    return all[index]
  }

  /// Puts `field` in the place of what is typed.
  mutating func set(_ field: TextField) {
    content = .text(field)
    isCleared = false
    problem = nil
  }

  /// Gives it a key of a line editor, or one that chooses; `name` is how the user reads a choice.
  mutating func handle(_ key: Key, name: (Change) -> String) -> Bool {
    switch content {
    case .text(let field): type(key, into: field)
    case .choice(let all, let index): choose(key, all, index, name: name)
    }
  }

  private mutating func type(_ key: Key, into field: TextField) -> Bool {
    var field = field
    if isFresh, isReplaced, case .character = key { field.set("") }
    isFresh = false
    if !isCommon, field.text.isEmpty, key == .backspace || key == .delete {
      isCleared.toggle()
      return true
    }
    guard field.handle(key) else { return false }
    if field.text == text?.text { content = .text(field) } else { set(field) }
    return true
  }

  private mutating func choose(_ key: Key, _ all: [Change], _ index: Int?, name: (Change) -> String) -> Bool {
    let count = all.count
    switch key {
    case .right, .character(" "): content = .choice(all: all, index.map { ($0 + 1) % count } ?? 0)
    case .left: content = .choice(all: all, index.map { ($0 + count - 1) % count } ?? count - 1)
    case .backspace, .delete: content = .choice(all: all, 0)
    case .character(let letter):
      if let digit = letter.wholeNumberValue, all.indices.contains(digit) {
        content = .choice(all: all, digit)
      } else if let next = Self.next(after: index, in: all, with: letter, name: name) {
        content = .choice(all: all, next)
      } else {
        return false
      }
    default: return false
    }
    return true
  }

  /// The next choice whose name begins with `letter`.
  private static func next(after index: Int?, in all: [Change], with letter: Character, name: (Change) -> String)
    -> Int?
  {
    let start = (index ?? -1) + 1
    return (0..<all.count).map { (start + $0) % all.count }.first { index in
      name(all[index]).lowercased().hasPrefix(letter.lowercased())
    }
  }

  /// What it makes of what is kept about a show; nil where the user left it alone.
  func reading(by reader: EntryReader) throws(EntryProblem) -> EntryReader.Reading? {
    guard isChanged else { return nil }
    switch content {
    case .choice(let all, let index): return index.map { index in { _ in all[index] } }
    case .text(let typed):
      return try reader.read(isCleared ? "" : typed.text, field, isWhole: isCommon || isCleared)
    }
  }
}
