import Anime
import TUI

/// What the user keeps about shows, changed for one of them or for several at once.
extension Model {
  mutating func changeEntries(_ action: Action) -> [Effect] {
    let shows = screen.selectedShows(world)
    guard !shows.isEmpty else { return [] }
    switch action {
    case .follow: return follow(shows)
    case .pin: return pin(shows)
    case .watchNext: return edit(shows) { $0.watchingNext(of: $1) }
    case .watchPrevious: return edit(shows) { $0.unwatchingLast(of: $1) }
    case .editStatus: askStatus(of: shows)
    case .editScore: askScore(of: shows)
    case .editNote: askNote(of: shows)
    case .editEntry: layers.append(.editor(EntryEditor(shows, world)))
    default: break
    }
    return []
  }

  /// Gives a key to the panel in which entries are edited.
  mutating func press(_ key: Key, in editor: EntryEditor) -> [Effect] {
    var editor = editor
    notice = nil
    let outcome = editor.press(key, world)
    layers[layers.count - 1] = .editor(editor)
    switch outcome {
    case .stay: return []
    case .warn:
      alarm(world.entryStrings.unsaved)
      return []
    case .leave:
      layers.removeLast()
      return []
    case .save(let edits):
      layers.removeLast()
      return edit(edits)
    }
  }

  /// Follows all of `shows`; where all are followed, none of them any more.
  private mutating func follow(_ shows: [ShowID]) -> [Effect] {
    let isDone = shows.allSatisfy { world.library[$0].isFollowed }
    return edit(shows) { _, _ in [.followed(!isDone)] }
  }

  private mutating func pin(_ shows: [ShowID]) -> [Effect] {
    let isDone = shows.allSatisfy { world.library[$0].isPinned }
    return edit(shows) { _, _ in [.pinned(!isDone)] }
  }

  private mutating func edit(_ shows: [ShowID], _ changes: (ListEntry, _ episodeCount: Int?) -> [Change]) -> [Effect] {
    edit(shows.map { ShowEdit($0, changes(world.library[$0], world.episodeCount(of: $0))) })
  }

  /// Shows what changes at once, as one step of undo; "saved" is said when it is durable.
  mutating func edit(_ edits: [ShowEdit]) -> [Effect] {
    guard !refusesChange() else { return [] }
    let effective = edits.compactMap(world.effective)
    guard !effective.isEmpty else {
      if edits.count > 1 { say(world.entryStrings.nothingChanged) }
      return []
    }
    var library = world.library
    for edit in effective {
      var entry = library[edit.show].applying(edit.changes)
      (entry.added, entry.changed) = (entry.added ?? world.now, world.now)
      library.entries[edit.show] = entry.isEmpty ? nil : entry
    }
    world.library = library
    refresh()
    return [.edit(effective)]
  }

  // MARK: What was changed, in words

  /// Says what is durable now, and with `undo` how to take it back.
  mutating func tell(_ edits: [ShowEdit], _ phrase: (String, String) -> String, undo: Action? = nil) {
    guard !edits.isEmpty else { return }
    let scale = world.configuration.scoreScale
    let (same, different) = edits.summary
    let words = same.map { world.strings.change($0, scale) } + different.map(world.entryStrings.field)
    say(phrase(world.subject(of: edits.map(\.show)), words.joined(separator: ", ")))
    notice?.undo = undo
  }
}

extension [ShowEdit] {
  /// The changes that all of them have, and the fields that not all of them change, or not in the same way.
  fileprivate var summary: (same: [Change], different: [Change.Field]) {
    let same = first?.changes.filter { change in allSatisfy { $0.changes.contains(change) } } ?? []
    let known = Set(same.map(\.field))
    let others = Set(flatMap { $0.changes.map(\.field) }).subtracting(known)
    return (same, Change.Field.allCases.filter(others.contains))
  }
}

extension ListEntry {
  /// The changes when one more episode was watched, of `count` where that is known.
  func watchingNext(of count: Int?) -> [Change] {
    guard count.map({ progress < $0 }) ?? true else { return [] }
    let isWatched = status == .watching || status == .rewatching || progress + 1 == count
    return [.progress(progress + 1)] + (isWatched ? [] : [.status(.watching)])
  }

  /// The changes when one episode fewer was watched.
  func unwatchingLast(of count: Int?) -> [Change] {
    guard progress > 0 else { return [] }
    return [.progress(progress - 1)] + (status == .completed ? [.status(.watching)] : [])
  }
}

extension Surroundings {
  /// The words about what the user keeps.
  var entryStrings: EntryStrings { .of(strings.language) }

  /// How many episodes a show has, where that is known.
  func episodeCount(of show: ShowID) -> Int? {
    catalogue.position(of: show).flatMap { catalogue.summary(at: $0).episodeCount }
  }

  /// A show by its title, several by their number.
  func subject(of shows: [ShowID]) -> String {
    shows.count == 1 ? title(of: shows[0]) : strings.shows(shows.count)
  }

  /// What `shows` have in common; nil where they differ.
  func common<Value: Equatable>(of shows: [ShowID], _ value: (ListEntry) -> Value) -> Value? {
    guard let first = shows.first.map({ value(library[$0]) }) else { return nil }
    return shows.allSatisfy { value(library[$0]) == first } ? first : nil
  }

  /// What `edit` changes of what is so, and what follows from that where the user wants it; nil where nothing does.
  fileprivate func effective(_ edit: ShowEdit) -> ShowEdit? {
    let entry = library[edit.show]
    let changes = edit.changes.filter { Change($0.field, of: entry) != $0 }
    guard !changes.isEmpty else { return nil }
    guard configuration.watchlistFollowsThrough else { return ShowEdit(edit.show, changes) }
    let all = entry.withConsequences(
      of: changes, today: dayBoundary.civil(now, in: zone).date, episodeCount: episodeCount(of: edit.show))
    return ShowEdit(edit.show, all)
  }
}
