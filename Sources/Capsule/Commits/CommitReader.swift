/// Finds and reads commits.
struct CommitReader: Sendable {
  let layout: Layout
  let disk: any Disk
  let report: @Sendable (CapsuleFinding) -> Void

  private var slots: HeadSlots { HeadSlots(layout: layout, disk: disk) }

  /// The present commit's id; nil where there is none yet.
  func head() throws(CapsuleError) -> CommitID? {
    var reading = try slots.read()
    // A slot that is being overwritten at this moment may look damaged: once more.
    if !reading.areAllMissing, !reading.damaged.isEmpty { reading = try slots.read() }
    return try head(reading)
  }

  /// The same, from slots that were read already.
  func head(_ reading: HeadSlots.Reading) throws(CapsuleError) -> CommitID? {
    guard let newest = reading.newest else {
      let standIn = try newestWhole()?.id
      if standIn != nil || !reading.areAllMissing { report(.headLost(standIn: standIn)) }
      return standIn
    }
    guard newest.sequence > 0 else { return nil }
    for slot in reading.damaged { report(.headSlotDamaged(slot: slot)) }
    return newest
  }

  /// The commit named `id`, from whichever copy of its file is whole.
  func commit(_ id: CommitID) throws(CapsuleError) -> Commit {
    let first = try disk.contents(of: layout.commit(id))
    if let first, let commit = CommitFile.read(first, as: id) { return commit }
    let second = try disk.contents(of: layout.commitCopy(id))
    if let second, let commit = CommitFile.read(second, as: id) {
      report(.commitReadFromCopy(id))
      return commit
    }
    throw first == nil && second == nil ? .missingCommit(id) : .damagedCommit(id)
  }

  /// The commit's file, from whichever copy is whole; nil where none is.
  func bytes(_ id: CommitID) throws(CapsuleError) -> [UInt8]? {
    for path in [layout.commit(id), layout.commitCopy(id)] {
      if let bytes = try disk.contents(of: path), Digest(of: bytes) == id.digest { return bytes }
    }
    return nil
  }

  /// The present commit; where it cannot be read, the newest one before it that can.
  func headCommit() throws(CapsuleError) -> Commit? {
    guard let head = try head() else { return nil }
    do {
      return try commit(head)
    } catch .missingCommit, .damagedCommit {
      let standIn = try newestWhole(before: head.sequence)
      report(.headCommitUnreadable(head, standIn: standIn?.id))
      return standIn
    }
  }

  /// All commits that `start`, or the present one, builds on, as far as `isKnown` does not know them.
  func history(
    from start: CommitID? = nil, isKnown: (CommitID) -> Bool = { _ in false }
  ) throws(CapsuleError) -> CommitHistory {
    let files = try all()
    var origin = start
    if origin == nil { origin = try head() }
    return try CommitHistory(from: origin, files: files, isKnown: isKnown) { id throws(CapsuleError) in
      try commit(id)
    }
  }

  /// The ids of all commit files, oldest first; also of ones that never became the head.
  func all() throws(CapsuleError) -> [CommitID] {
    let names: [String]
    do {
      names = try disk.list(layout.commits)
    } catch  where error.isNotFound {
      return []
    }
    let ids = names.compactMap { name in CommitID(name.prefix { $0 != "." }) }
    return Set(ids).sorted { ($0.sequence, $0.digest.hex) < ($1.sequence, $1.digest.hex) }
  }

  private func newestWhole(before sequence: Int = .max) throws(CapsuleError) -> Commit? {
    for id in try all().reversed() where id.sequence < sequence {
      if let commit = try? commit(id) { return commit }
    }
    return nil
  }
}
