/// Whose word counts where a file and the list say different things of a field.
public enum MergePolicy: String, CaseIterable, Sendable {
  /// The later one of each field; a file that does not say when it was written down counts as old as itself.
  case newest
  /// What is in the list; the file fills in what is not.
  case mine
  /// What is in the file.
  case theirs
  /// Whatever somebody answers.
  case ask
}

/// What an import would do, before it is done.
public struct ImportPlan: Sendable {
  /// The shows that change, or stay as they are, in the order of the file; each show once.
  public private(set) var items: [Item] = []

  /// What an import does to one show.
  public struct Item: Sendable {
    /// The show, under the id by which it is kept.
    public var show: ShowIdentity
    /// How it was found.
    public var match: ImportMatch
    /// What is kept before.
    public var before: ListEntry
    /// What the file says otherwise, and is taken.
    public var taken: [Change]
    /// What the file says otherwise, and is not taken.
    public var refused: [Change]

    /// What is kept afterwards.
    public var after: ListEntry { before.applying(taken) }
  }

  /// What the import writes.
  public var edits: [Operation.Edit] {
    items.filter { !$0.taken.isEmpty }.map { Operation.Edit(show: $0.show, changes: $0.taken) }
  }

  /// Plans the import of `entries` into `list`, a list of shows of `catalogue`.
  ///
  /// - Parameters:
  ///   - identify: Says what the log writes down about an entry and the show that it was found to be.
  ///   - wins: Decides where the list says something of a field and the file says something else.
  public init(
    _ entries: some Sequence<ImportedEntry>, into list: [ShowID: ListEntry], of catalogue: Catalogue,
    identify: (ImportedEntry, ShowID?) -> ShowIdentity,
    wins: (ImportedEntry, ListEntry, Change) throws -> Bool
  ) rethrows {
    var places: [ShowID: Int] = [:]
    for entry in entries {
      let match = catalogue.match(entry)
      var known: ShowID?
      if case .known(let id) = match { known = id }
      let show = identify(entry, known)
      let place = places[show.id] ?? items.count
      if place == items.count {
        places[show.id] = place
        let before = list[show.id] ?? ListEntry(show: show.id)
        items.append(Item(show: show, match: match, before: before, taken: [], refused: []))
      }
      let isKnown = known.flatMap(catalogue.show)?.isKnown ?? false
      try items[place].take(entry, isKnown ? [:] : entry.facts, wins: wins)
    }
  }
}

extension ImportPlan.Item {
  /// Takes what `entry` says otherwise, and `facts` of the show; what an entry before it in the file said gives way.
  fileprivate mutating func take(
    _ entry: ImportedEntry, _ facts: [String: String], wins: (ImportedEntry, ListEntry, Change) throws -> Bool
  ) rethrows {
    let empty = ListEntry(show: before.show)
    for change in changes(entry, facts) where Change(change.field, of: after) != change {
      taken.removeAll { $0.field == change.field }
      guard Change(change.field, of: before) != change else { continue }
      let isUnset = Change(change.field, of: before) == Change(change.field, of: empty)
      if try isUnset || wins(entry, before, change) { taken.append(change) } else { refused.append(change) }
    }
  }

  /// What `entry` says, with `facts` among the fields that our words do not hold; facts that were kept stay where it
  /// tells none.
  private func changes(_ entry: ImportedEntry, _ facts: [String: String]) -> [Change] {
    let kept = ForeignFields.facts(in: before.foreign).merging(facts) { $1 }
    guard !kept.isEmpty else { return entry.changes }
    let said = entry.changes.compactMap { if case .foreign(let fields) = $0 { fields } else { nil } }
    let foreign = (said.last ?? before.foreign).merging(kept) { $1 }
    return entry.changes.filter { $0.field != .foreign } + [.foreign(foreign)]
  }
}
