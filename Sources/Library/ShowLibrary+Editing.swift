public import Anime
import Capsule

extension ShowLibrary {
  /// Puts `changes` to what is kept about `show`; they are on the disk when this returns.
  ///
  /// What is so already is not written again.
  @discardableResult
  public func edit(_ show: ShowID, _ changes: [Change]) throws(LibraryError) -> Edited {
    try edit([show], changes)[0]
  }

  /// Puts to what is kept about `show` what `changes` makes of it: nobody else writes between the two.
  @discardableResult
  public func edit(_ show: ShowID, _ changes: (ListEntry) -> [Change]) throws(LibraryError) -> Edited {
    try edit([show]) { entry, _ in changes(entry) }[0]
  }

  /// Puts `changes` to what is kept about each of `shows`, as one operation: one `undo` takes them all back.
  @discardableResult
  public func edit(_ shows: [ShowID], _ changes: [Change]) throws(LibraryError) -> [Edited] {
    try edit(shows) { _, _ in changes }
  }

  /// Puts to what is kept about each of `shows` what `changes` makes of it and of what is known of the show, as one
  /// operation. It is asked while no other process writes, so that none of their changes can come between.
  @discardableResult
  public func edit(
    _ shows: [ShowID], _ changes: (ListEntry, Show) -> [Change]
  ) throws(LibraryError) -> [Edited] {
    try writing { (derived, isAlone) throws(LibraryError) in
      var edited: [Edited] = []
      var edits: [Operation.Edit] = []
      for show in shows {
        guard let known = derived.catalogue.show(show) else { throw .unknownShow(show) }
        let before = derived.entries[show] ?? ListEntry(show: show)
        let edit = Edited(before: before, after: before.applying(changes(before, known)))
        edited.append(edit)
        guard !edit.changes.isEmpty else { continue }
        edits.append(Operation.Edit(show: ShowIdentity(identifying: known), changes: edit.changes))
      }
      guard !edits.isEmpty else { return edited }
      let (operation, appended) = try append(edits, cause: .edit, to: &derived)
      for index in edited.indices where !edited[index].changes.isEmpty {
        let (before, wall) = (edited[index].before, operation.clock.wall)
        (edited[index].after.added, edited[index].after.changed) = (
          before.added ?? wall, max(before.changed ?? wall, wall)
        )
      }
      keep(edited, appended, &derived, isAlone)
      return edited
    }
  }

  /// Takes in what a file says, as one operation: one `undo` takes all of it back.
  ///
  /// The shows may be in no catalogue that is here: what `edits` say of them is shown until one knows them.
  public func take(_ edits: [Operation.Edit]) throws(LibraryError) {
    guard !edits.isEmpty else { return }
    try writing { (derived, isAlone) throws(LibraryError) in
      _ = try append(edits, cause: .edit, isImport: true, to: &derived)
      try deriver.refresh(&derived, isAlone: isAlone)
    }
  }

  /// Takes back the last thing that was done on this device, and says what that changed; nothing where there is none.
  @discardableResult
  public func undo() throws(LibraryError) -> Revision {
    try revise { $0.undo(device: $1, id: "", now: Instant(milliseconds: 0)) }
  }

  /// Makes the last thing that was taken back on this device again, and says what that changed.
  @discardableResult
  public func redo() throws(LibraryError) -> Revision {
    try revise { $0.redo(device: $1, id: "", now: Instant(milliseconds: 0)) }
  }

  /// Writes the operation that `choose` finds in the device's history; the capsule gives it its name and its time.
  private func revise(_ choose: (Watchlist, String) -> Operation?) throws(LibraryError) -> Revision {
    try writing { (derived, isAlone) throws(LibraryError) in
      let device = try inCapsule { () throws(CapsuleError) in try capsule.device() }
      let operations = try derived.watchlist == nil ? deriver.operations() : []
      var watchlist = derived.watchlist ?? Watchlist(operations, in: derived.catalogue)
      derived.watchlist = watchlist
      guard let device, let chosen = choose(watchlist, device) else { return Revision() }
      var catalogue = chosen.catalogue
      var revision = Revision()
      if let wanted = catalogue?.to {
        guard let id = CommitID(wanted) else { throw .noSuchCommit(wanted) }
        let (before, made) = try insisting(&derived, isAlone) { (derived, isAlone) throws(LibraryError) in
          try restore(id, &derived, isAlone)
        }
        revision.catalogue = CatalogueRestored(commit: made.commit.id, difference: made.difference)
        catalogue = CatalogueStep(from: before?.description ?? "", to: wanted)
        watchlist = Watchlist(try deriver.operations(), in: derived.catalogue)
        derived.watchlist = watchlist
      }
      let (_, appended) = try append(chosen.edits, cause: chosen.cause, catalogue: catalogue, to: &derived)
      let shows = chosen.edits.map { watchlist.show(of: $0) }
      revision.edited = shows.map { show in
        Edited(
          before: watchlist.entries[show] ?? ListEntry(show: show),
          after: derived.watchlist?.entries[show] ?? ListEntry(show: show))
      }
      keep(revision.edited, appended, &derived, isAlone)
      return revision
    }
  }

  /// Writes an operation to the log, and to the watchlist where that is at hand.
  func append(
    _ edits: [Operation.Edit], cause: Operation.Cause, catalogue: CatalogueStep? = nil, isImport: Bool = false,
    to derived: inout Derived
  ) throws(LibraryError) -> (Operation, Appended) {
    let body = OperationBody(edits, cause: cause, catalogue: catalogue, isImport: isImport)
    let seen = derived.latest
    let appended = try inCapsule { () throws(CapsuleError) in try capsule.append([body.bytes], after: seen) }
    guard let line = appended.operations.last else {
      preconditionFailure("an operation just written is not there: \(appended)")
    }
    let operation = Operation(line, saying: body)
    derived.watchlist?.apply(operation)
    derived.latest = line.time
    return (operation, appended)
  }

  /// Takes what was `edited` into what is shown and into the index, and the capsule's new state with it.
  ///
  /// Where another process wrote just before, as one does that could not have the index's lock,
  /// the old state stays: what is not of the present one is made anew.
  func keep(_ edited: [Edited], _ appended: Appended, _ derived: inout Derived, _ isAlone: Bool) {
    for entry in edited.map(\.after) { derived.entries[entry.show] = entry.isEmpty ? nil : entry }
    guard isAlone, appended.before == derived.state.token else { return }
    derived.state.token = appended.after
    let contents = derived.contents
    deriver.index.write { database in
      try contents.writeSource(to: database)
      for entry in edited.map(\.after) { try entry.write(to: database) }
    }
  }
}

extension Snapshot {
  /// What the log says about an imported entry, which was found to be `known` or is in no catalogue that is here.
  public func identity(of entry: ImportedEntry, known: ShowID?) -> ShowIdentity {
    if let known, let show = catalogue.show(known) { return ShowIdentity(identifying: show) }
    let aliases = entry.aliases.filter { IdentityAssignment.identifyingSites.contains($0.site) }
    let key = aliases.first?.description ?? "\(entry.title)|"
    return ShowIdentity(id: entry.id ?? ShowID(key: key), aliases: aliases, title: entry.title)
  }
}

extension ShowIdentity {
  /// What the log says about `show`: the ids of sites that have one for each work.
  fileprivate init(identifying show: Show) {
    self.init(show) { IdentityAssignment.identifyingSites.contains($0) }
  }
}
