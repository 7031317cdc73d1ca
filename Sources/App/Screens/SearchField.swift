import Anime
import TUI

/// The search field above a list: words search titles, and a filter restricts as it does everywhere.
struct SearchField: Sendable {
  /// Whether keys go into it.
  var isTyping = false
  /// The last text in it that could be read; the list goes on showing what this lets pass.
  private(set) var filter = Filter.everything
  /// What is wrong with what is typed now.
  private(set) var error: FilterError?
  private(set) var completion: Completion?
  private(set) var field = TextField()

  /// The words that fit where the cursor was, and the one that stands there now.
  struct Completion: Sendable {
    let place: FilterCompletion
    /// What was typed before the first of them was put in.
    let typed: String
    var index: Int
  }

  /// What is typed.
  var text: String { field.text }

  /// Whether nothing is typed.
  var isEmpty: Bool { field.text.isEmpty }

  /// Whether something stands below it: what is wrong, or the words that fit.
  var hasRemark: Bool { error != nil || completion != nil }

  /// Replaces the text.
  mutating func set(_ text: String, _ world: Surroundings) {
    field.set(text)
    read(world)
  }

  /// Inserts pasted text at the cursor.
  mutating func paste(_ text: String, _ world: Surroundings) {
    field.insert(text)
    read(world)
  }

  /// Empties it and leaves it.
  mutating func leave(_ world: Surroundings) {
    isTyping = false
    set("", world)
  }

  /// Gives it a key of a line editor, Enter, Tab or Escape; false where the key means nothing to it.
  mutating func handle(_ key: Key, _ world: Surroundings) -> Bool {
    switch key {
    case .enter:
      isTyping = false
      completion = nil
    case .escape, .control("c"): leave(world)
    case .tab: complete(by: 1, world)
    case .backTab: complete(by: -1, world)
    default:
      let before = field.text
      guard field.handle(key) else { return false }
      if field.text == before { completion = nil } else { read(world) }
    }
    return true
  }

  private mutating func read(_ world: Surroundings) {
    completion = nil
    error = nil
    do throws(FilterError) {
      filter = try Filter(searching: field.text, saved: world.savedFilters.keys)
    } catch {
      self.error = error
    }
  }

  /// Puts the next word that fits in the place of the one before the cursor.
  private mutating func complete(by step: Int, _ world: Surroundings) {
    var next =
      completion
      ?? Completion(
        place: FilterCompletion(field.text, cursor: field.cursor, in: world.filterVocabulary), typed: field.text,
        index: step > 0 ? -1 : 0)
    let count = next.place.candidates.count
    guard count > 0 else { return }
    next.index = (next.index + step + count) % count
    let (text, cursor) = next.place.putting(next.place.candidates[next.index], into: next.typed)
    field.set(text)
    while field.cursor > cursor { field.moveLeft() }
    read(world)
    completion = count > 1 ? next : nil
  }
}

extension Surroundings {
  /// What a filter is asked of on the screens.
  var filterScene: FilterScene {
    FilterScene(catalogue: catalogue, now: shown, zone: zone, saved: savedFilters)
  }

  /// The words that a filter can hold.
  var filterVocabulary: FilterVocabulary {
    FilterVocabulary(catalogue: catalogue, entries: library.entries.values, saved: savedFilters.keys)
  }
}
