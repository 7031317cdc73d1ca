public import Anime

/// A change of the user's that is on the disk.
public struct Edited: Hashable, Sendable {
  /// What was kept about the show before.
  public var before: ListEntry
  /// What is kept now.
  public var after: ListEntry

  /// The change from `before` to `after`.
  public init(before: ListEntry, after: ListEntry) {
    self.before = before
    self.after = after
  }

  /// The show.
  public var show: ShowID { after.show }

  /// The fields that are otherwise now, as they are now.
  public var changes: [Change] {
    Change.Field.allCases.filter { Change($0, of: before) != Change($0, of: after) }.map { Change($0, of: after) }
  }
}

/// What an undo or a redo changed.
public struct Revision: Sendable {
  /// What is kept about shows.
  public var edited: [Edited] = []
  /// The catalogue; nil where it stayed as it is.
  public var catalogue: CatalogueRestored?

  /// Whether there was nothing to revise.
  public var isEmpty: Bool { edited.isEmpty && catalogue == nil }
}
