import TUI

/// The tags that fit where the cursor stands in a list of them, `iyashikei, +co│`.
struct TagCompletion: Hashable, Sendable {
  /// The tags that fit, as they are in use.
  let candidates: [String]
  /// The candidate that stands there; -1 before the first was put in.
  private(set) var index = -1
  private let head: String
  private let tail: String

  /// The completions of the word before the cursor of `field` from `tags`; nil where none fits.
  init?(_ field: TextField, tags: [String]) {
    let before = String(field.text.prefix(field.cursor))
    let start = before.lastIndex(of: ",").map { before.index(after: $0) } ?? before.startIndex
    let word = before[start...].drop { $0 == " " || $0 == "+" || $0 == "-" }
    let wanted = word.lowercased()
    candidates = word.isEmpty ? [] : tags.filter { $0.lowercased().hasPrefix(wanted) && $0 != word }
    head = String(before[..<word.startIndex])
    tail = String(field.text.dropFirst(field.cursor))
    guard !candidates.isEmpty else { return nil }
  }

  /// Puts the next candidate in, or with -1 the one before, and returns the field with it.
  mutating func step(by step: Int) -> TextField {
    index = index < 0 && step < 0 ? candidates.count - 1 : (index + step + candidates.count) % candidates.count
    var field = TextField(head + candidates[index] + tail)
    for _ in tail { field.moveLeft() }
    return field
  }
}
