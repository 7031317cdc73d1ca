/// What the operations of all devices come to: the last writer of each field wins.
///
/// The order in which operations arrive does not matter, and neither does an operation that
/// arrives twice; so merging devices is applying the logs of both.
public struct Watchlist: Sendable {
  /// What is kept, show by show, without entries in which nothing is.
  public private(set) var entries: [ShowID: ListEntry] = [:]
  /// The latest clock of any operation.
  public private(set) var latest: HybridClock?

  private let resolve: @Sendable (ShowIdentity) -> ShowID
  private var operations: [String: Operation] = [:]
  private var written: [ShowID: [Change.Field: Written]] = [:]
  private var identities: [ShowID: ShowIdentity] = [:]

  private struct Written {
    var change: Change
    var clock: HybridClock
  }

  /// The watchlist of `operations`; `resolve` gives the id under which a show is kept.
  public init(
    _ operations: some Sequence<Operation> = [], resolve: @escaping @Sendable (ShowIdentity) -> ShowID = { $0.id }
  ) {
    self.resolve = resolve
    for operation in operations { take(operation) }
    dateEntries()
  }

  /// Puts `operation` in effect, wherever it stands in the order of clocks.
  public mutating func apply(_ operation: Operation) {
    guard operations[operation.id] == nil else { return }
    take(operation)
    dateEntries()
  }

  private mutating func take(_ operation: Operation) {
    guard operations.updateValue(operation, forKey: operation.id) == nil else { return }
    latest = max(latest ?? operation.clock, operation.clock)
    for edit in operation.edits {
      let show = resolve(edit.show)
      identities[show] = identities[show] ?? edit.show
      for change in edit.changes {
        let previous = written[show]?[change.field]
        guard previous.map({ $0.clock <= operation.clock }) ?? true else { continue }
        written[show, default: [:]][change.field] = Written(change: change, clock: operation.clock)
      }
      let entry = entry(of: show)
      entries[show] = entry.isEmpty ? nil : entry
    }
  }

  /// The id under which the show of `edit` is kept.
  public func show(of edit: Operation.Edit) -> ShowID {
    resolve(edit.show)
  }

  /// What the operations say about a show; it may be in no catalogue that is here.
  public func identity(of show: ShowID) -> ShowIdentity? {
    identities[show]
  }

  /// Which device said last what each field of a show is, and when.
  public func authors(of show: ShowID) -> [Change.Field: HybridClock] {
    written[show]?.mapValues(\.clock) ?? [:]
  }

  /// The clock for what `device` writes at `now`.
  public func nextClock(device: String, now: Instant) -> HybridClock {
    .next(after: latest, now: now, device: device)
  }

  private func entry(of show: ShowID) -> ListEntry {
    var entry = ListEntry(show: show)
    for (_, written) in written[show] ?? [:] {
      entry.apply(written.change)
      entry.changed = max(entry.changed ?? written.clock.wall, written.clock.wall)
    }
    return entry
  }

  /// Dates all entries by when they came to the list: by the edit since which something is kept. What was taken out and
  /// put back by an undo never left it.
  private mutating func dateEntries() {
    var kept: [ShowID: ListEntry] = [:]
    for operation in effectiveEdits {
      for edit in operation.edits {
        let show = resolve(edit.show)
        var entry = (kept[show] ?? ListEntry(show: show)).applying(edit.changes)
        entry.added = entry.added ?? operation.clock.wall
        kept[show] = entry.isEmpty ? nil : entry
      }
    }
    // Where devices took each other's edits back, what is kept may be of none of these.
    for (show, entry) in entries { entries[show]?.added = kept[show]?.added ?? entry.changed }
  }
}

extension Watchlist {
  /// The edits of all devices that are in effect, in the order of their clocks: what was undone and not redone is none.
  public var effectiveEdits: [Operation] {
    var undone: Set<String> = []
    let sorted = operations.values.sorted { $0.clock < $1.clock }
    for operation in sorted {
      switch operation.cause {
      case .edit: continue
      case .undo(let id): undone.insert(id)
      case .redo(let id): undone.remove(id)
      }
    }
    return sorted.filter { $0.cause == .edit && !undone.contains($0.id) }
  }

  /// The edits that `device` can undo and redo, the next one last.
  public func history(of device: String) -> (undoable: [Operation], redoable: [Operation]) {
    let steps = steps(of: device)
    return (steps.undoable.map(\.edit), steps.redoable.map(\.edit))
  }

  /// The operation that undoes the last edit of `device`; nil where there is none.
  ///
  /// It sets the fields that the edit set, and no others, to what they were before it took effect.
  public func undo(device: String, id: String, now: Instant) -> Operation? {
    guard let step = steps(of: device).undoable.last else { return nil }
    let before = Watchlist(operations.values.filter { $0.clock < step.since }, resolve: resolve)
    let edits = step.edit.edits.map { edit in
      let show = resolve(edit.show)
      let entry = before.entries[show] ?? ListEntry(show: show)
      let fields = Change.Field.allCases.filter { field in edit.changes.contains { $0.field == field } }
      return Operation.Edit(show: edit.show, changes: fields.map { Change($0, of: entry) })
    }
    return Operation(
      id: id, clock: nextClock(device: device, now: now), cause: .undo(of: step.edit.id), edits: edits,
      catalogue: step.edit.catalogue?.reversed)
  }

  /// The operation that redoes the last one that `device` undid; nil where there is none.
  public func redo(device: String, id: String, now: Instant) -> Operation? {
    guard let redone = history(of: device).redoable.last else { return nil }
    return Operation(
      id: id, clock: nextClock(device: device, now: now), cause: .redo(of: redone.id), edits: redone.edits,
      catalogue: redone.catalogue)
  }

  /// An edit, and the clock of what put it into effect: its own, or that of its last redo.
  private struct Step {
    var edit: Operation
    var since: HybridClock
  }

  private func steps(of device: String) -> (undoable: [Step], redoable: [Step]) {
    var undoable: [Step] = []
    var redoable: [Step] = []
    for operation in operations.values.filter({ $0.device == device }).sorted(by: { $0.clock < $1.clock }) {
      switch operation.cause {
      case .edit:
        guard operation.isStepOfUndo else { continue }
        undoable.append(Step(edit: operation, since: operation.clock))
        redoable = []
      case .undo(let id):
        guard let index = undoable.lastIndex(where: { $0.edit.id == id }) else { continue }
        redoable.append(undoable.remove(at: index))
      case .redo(let id):
        guard let index = redoable.lastIndex(where: { $0.edit.id == id }) else { continue }
        undoable.append(Step(edit: redoable.remove(at: index).edit, since: operation.clock))
      }
    }
    return (undoable, redoable)
  }
}
