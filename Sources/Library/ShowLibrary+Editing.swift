public import Anime
import Capsule

extension ShowLibrary {
  /// Puts `changes` to what is kept about `show`; they are on the disk when this returns.
  ///
  /// What is so already is not written again.
  @discardableResult
  public func edit(_ show: ShowID, _ changes: [Change]) throws(LibraryError) -> Edited {
    try writing { (derived, isAlone) throws(LibraryError) in
      let before = derived.entries[show] ?? ListEntry(show: show)
      var after = before
      for change in changes { after.apply(change) }
      let effective = Change.Field.allCases.map { Change($0, of: after) }.filter { Change($0.field, of: before) != $0 }
      guard !effective.isEmpty else { return Edited(before: before, after: before) }
      guard let identity = derived.catalogue.show(show).map(ShowIdentity.init(identifying:)) else {
        throw .unknownShow(show)
      }
      let edit = Operation.Edit(show: identity, changes: effective)
      let operation = try append([edit], cause: .edit, to: &derived)
      after.changed = max(before.changed ?? operation.clock.wall, operation.clock.wall)
      derived.entries[show] = after.isEmpty ? nil : after
      keep([after], &derived, isAlone)
      return Edited(before: before, after: after)
    }
  }

  /// Takes back the last thing that was done on this device; nil where there is none.
  @discardableResult
  public func undo() throws(LibraryError) -> Edited? {
    try revise { $0.undo(device: $1, id: "", now: Instant(milliseconds: 0)) }
  }

  /// Makes the last thing that was taken back on this device again; nil where there is none.
  @discardableResult
  public func redo() throws(LibraryError) -> Edited? {
    try revise { $0.redo(device: $1, id: "", now: Instant(milliseconds: 0)) }
  }

  /// Writes the operation that `choose` finds in the device's history; the capsule gives it its name and its time.
  private func revise(_ choose: (Watchlist, String) -> Operation?) throws(LibraryError) -> Edited? {
    try writing { (derived, isAlone) throws(LibraryError) in
      let device = try inCapsule { () throws(CapsuleError) in try capsule.device() }
      let operations = try derived.watchlist == nil ? deriver.operations() : []
      let watchlist = derived.watchlist ?? Watchlist(operations, in: derived.catalogue)
      derived.watchlist = watchlist
      guard let device, let chosen = choose(watchlist, device) else { return nil }
      try append(chosen.edits, cause: chosen.cause, to: &derived)
      let shows = chosen.edits.map { watchlist.show(of: $0) }
      let edited = shows.map { show in
        Edited(
          before: watchlist.entries[show] ?? ListEntry(show: show),
          after: derived.watchlist?.entries[show] ?? ListEntry(show: show))
      }
      for edit in edited { derived.entries[edit.show] = edit.after.isEmpty ? nil : edit.after }
      keep(edited.map(\.after), &derived, isAlone)
      return edited.first
    }
  }

  /// Writes an operation to the log, and to the watchlist where that is at hand.
  @discardableResult
  private func append(
    _ edits: [Operation.Edit], cause: Operation.Cause, to derived: inout Derived
  ) throws(LibraryError) -> Operation {
    let body = OperationBody(edits, cause: cause).bytes
    let seen = derived.latest
    let lines = try inCapsule { () throws(CapsuleError) in try capsule.append([body], after: seen) }
    guard let line = lines.last, let operation = Operation(line) else {
      preconditionFailure("an operation just written is not there: \(lines)")
    }
    derived.watchlist?.apply(operation)
    derived.latest = line.time
    return operation
  }

  /// Takes `entries` into the index, and the capsule's new state with them.
  ///
  /// Where others may have written meanwhile, the old state stays: what is not of the
  /// present one is made anew.
  private func keep(_ entries: [ListEntry], _ derived: inout Derived, _ isAlone: Bool) {
    guard isAlone, let state = try? deriver.present() else { return }
    derived.state = state
    let contents = derived.contents
    deriver.index.write { database in
      try contents.writeSource(to: database)
      for entry in entries { try entry.write(to: database) }
    }
  }
}

extension ShowIdentity {
  /// What the log says about `show`: the ids of sites that have one for each work.
  fileprivate init(identifying show: Show) {
    self.init(show) { IdentityAssignment.identifyingSites.contains($0) }
  }
}
