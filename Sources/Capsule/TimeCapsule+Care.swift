extension TimeCapsule {
  /// Reports what whoever uses the capsule met and got past.
  public func note(_ finding: CapsuleFinding) {
    report(finding)
  }

  /// How much room the disk has, and how much of it is left to others; nil where nobody can tell.
  public var room: (available: Int64, reserve: Int64)? {
    guard let room = disk.room(at: layout.root) else { return nil }
    return (room.available, reserve().bytes(of: room.total))
  }

  /// Throws where `bytes` more of content would not leave the reserve alone.
  public func checkRoom(for bytes: Int = 0) throws(CapsuleError) {
    guard let room, room.reserve > 0, room.available - Int64(bytes) < room.reserve else { return }
    throw .reserved(path: layout.root, available: room.available, reserve: room.reserve)
  }

  /// Looks the whole capsule through and changes nothing.
  ///
  /// What looks like damage while another process writes is looked at again with the lock held.
  public func verify(_ depth: VerificationDepth) throws(CapsuleError) -> Verification {
    _ = try checkFormat()
    var verifier = Verifier(layout, disk, depth)
    let result = try verifier.run()
    guard !result.isClean else { return result }
    let held: HeldLock
    do throws(CapsuleError) {
      held = try LockFile(at: layout.lock, disk: disk, clock: clock).acquire(for: "verify")
    } catch .readOnly, .full {
      // Where nothing can be written nobody writes.
      return result
    } catch  where error.isNotFound {
      return result
    }
    defer { held.release() }
    verifier = Verifier(layout, disk, depth)
    return try verifier.run()
  }
}

// MARK: Healing and collecting

extension TimeCapsule {
  /// The receipts whose files, received once more, would heal some of `damage`, the newest first.
  public func refetchCandidates(for damage: [Damage]) throws(CapsuleError) -> [RefetchCandidate] {
    var plan = RefetchPlan(try history(), objects)
    return plan.candidates(for: damage)
  }

  /// Heals what can be healed of `damage`, from second copies, from quarantine and from `files`; what is damaged
  /// goes to quarantine first. With `isDryRun` it only says what it would do.
  public func repair(
    _ damage: [Damage], with files: [RefetchedFile] = [], isDryRun: Bool = false
  ) throws(CapsuleError) -> RepairReport {
    guard !isDryRun else {
      var repairer = Repairer(layout, disk, nil)
      return try repairer.run(damage, files, history())
    }
    return try withLock("repair") { staging, known throws(CapsuleError) in
      known = nil
      var repairer = Repairer(layout, disk, staging)
      return try repairer.run(damage, files, history())
    }
  }

  /// Keeps collections from beginning until it is released: what an import has brought is named by no commit at first.
  public func withoutCollection(_ purpose: String) throws(CapsuleError) -> HeldLock {
    try makeFolders(to: layout.root)
    return try LockFile(at: layout.collectionLock, disk: disk, clock: clock).acquire(for: purpose)
  }

  /// What a collection would take now.
  public func planCollection(_ rules: CollectionRules) throws(CapsuleError) -> CollectionPlan {
    _ = try checkFormat()
    return try Collector(layout: layout, disk: disk, rules: rules).plan(history(), now: clock.now())
  }

  /// Takes what no commit that is kept needs. The commit that gives content up comes first, so that whoever finds an
  /// object gone finds out why.
  ///
  /// `prepare` is run with that commit, as for `CapsuleWriter.record`.
  @discardableResult
  public func collect(
    _ rules: CollectionRules, preparing prepare: (Commit) -> Void = { _ in }
  ) throws(CapsuleError) -> CollectionPlan {
    let alone = try withoutCollection("gc")
    defer { alone.release() }
    return try withLock("gc") { staging, _ throws(CapsuleError) in
      let collector = Collector(layout: layout, disk: disk, rules: rules)
      let now = clock.now()
      let history = try history()
      let plan = try collector.plan(history, now: now)
      if !plan.thinned.isEmpty, let head = try headCommit() {
        let writer = try CapsuleWriter(self, staging)
        var draft = CommitDraft(provider: "", cause: CommitDraft.collection, sources: head.content.sources)
        draft.kept = head.content.kept
        draft.thinned = plan.thinned.map(\.short)
        try writer.record(draft, preparing: prepare)
      }
      try collector.take(plan, history, now: now)
      return plan
    }
  }
}
