/// Plans what a collection takes, and takes it.
struct Collector {
  let layout: Layout
  let disk: any Disk
  let rules: CollectionRules

  private var reader: ObjectReader { ObjectReader(layout: layout, disk: disk) }

  /// What can go, where `now` is what the clock says.
  ///
  /// Ages are measured to the newest commit where the clock is ahead of it: a clock that jumped a year makes nothing
  /// old on a machine that has received nothing since.
  func plan(_ history: CommitHistory, now: Int64) throws(CapsuleError) -> CollectionPlan {
    var plan = CollectionPlan()
    let reference = min(now, Self.lastReceived(history) ?? now)
    let kept = kept(history, reference)
    plan.keptCount = kept.count
    // What a commit needs that cannot be read, and what those before it need, is not known: then nothing goes.
    let isRead = history.unreadable.isEmpty && !history.line.isEmpty
    if isRead { plan.thinned = history.retained.map(\.id).filter { !kept.contains($0) }.reversed() }
    let (needed, isKnown) = needed(by: history.all.filter { kept.contains($0.id) }, all: history.all)
    try chooseObjects(needed, isKnown && isRead, &plan)
    if isRead { try chooseExpired(reference, &plan) }
    return plan
  }

  /// When the newest commit was made, those of collections apart, which bring nothing.
  private static func lastReceived(_ history: CommitHistory) -> Int64? {
    history.all.filter { !$0.isCollection }.map(\.time).max()
  }

  // MARK: What is kept

  private func kept(_ history: CommitHistory, _ now: Int64) -> Set<CommitID> {
    let retained = history.retained
    var kept: Set<CommitID> = []
    // Another capsule's commit of a day takes no place of one that was made here.
    for line in [history.line, history.merged] {
      // A collection's own commit says what the one before it said, and takes no other one's place.
      let candidates = line.filter { !$0.isCollection && !history.isThinned($0.id) }
      kept.formUnion(rules.retention.keeps(candidates, now: now, place: rules.place))
    }
    kept.formUnion(rules.pinned)
    if let head = history.line.first { kept.insert(head.id) }
    kept.formUnion(lastGood(retained))
    // What says nothing that these do not say costs nothing to keep.
    let said = Set(retained.filter { kept.contains($0.id) }.flatMap(\.content.said))
    kept.formUnion(retained.filter { said.isSuperset(of: $0.content.said) }.map(\.id))
    return kept.intersection(retained.map(\.id))
  }

  /// For each provider the newest commit whose file is here in all its parts.
  private func lastGood(_ commits: [Commit]) -> [CommitID] {
    var manifests = ManifestCatalogue(reader)
    var found: [String: CommitID] = [:]
    for commit in commits {
      for (provider, source) in commit.content.sources where found[provider] == nil {
        guard let receipt = source.current, let manifest = try? manifests.manifest(receipt.manifest),
          manifest.pieces.allSatisfy({ ((try? disk.length(of: layout.object($0.id))) ?? nil) ?? 0 > 0 })
        else { continue }
        found[provider] = commit.id
      }
    }
    return Array(found.values)
  }

  /// The objects that `commits` need, and whether these are all: what a list that cannot be read names is not known.
  private func needed(by commits: [Commit], all: [Commit]) -> (ids: Set<ObjectID>, isKnown: Bool) {
    var manifests = ManifestCatalogue(reader)
    var isKnown = true
    // Which key is which show stands nowhere else: that is kept of all commits.
    var needed = Set(all.compactMap(\.content.identities))
    for commit in commits {
      needed.formUnion(commit.content.irreplaceable)
      for receipt in commit.content.receipts {
        needed.formUnion(manifests.chain(of: receipt.manifest))
        if let manifest = try? manifests.manifest(receipt.manifest) {
          needed.formUnion(manifest.pieces.map(\.id))
        } else {
          isKnown = false
        }
      }
    }
    let files = KeptObjects(of: commits, &manifests, list: reader.keptFiles)
    return (needed.union(files.ids), isKnown && files.isKnown)
  }

  // MARK: What goes

  private func chooseObjects(
    _ needed: Set<ObjectID>, _ isKnown: Bool, _ plan: inout CollectionPlan
  ) throws(CapsuleError) {
    var lengths: [(id: ObjectID, length: Int)] = []
    for id in try ObjectFolder(layout: layout, disk: disk).ids() {
      let length = try disk.length(of: layout.object(id)) ?? 0
      plan.allObjects += 1
      plan.allBytes += length
      if !needed.contains(id) { lengths.append((id, length)) }
    }
    lengths.sort { $0.id.digest.hex < $1.id.digest.hex }
    for (id, length) in lengths {
      let isWithin =
        isKnown && (plan.objects.count + 1) * CollectionPlan.share <= plan.allObjects
        && (plan.bytes + length) * CollectionPlan.share <= plan.allBytes
      guard isWithin else {
        plan.leftCount += 1
        continue
      }
      plan.objects.append(id)
      plan.bytes += length
    }
  }

  private func chooseExpired(_ now: Int64, _ plan: inout CollectionPlan) throws(CapsuleError) {
    guard try disk.length(of: layout.quarantine) != nil else { return }
    for name in try disk.list(layout.quarantine).sorted() {
      guard let taken = Layout.collectionTime(of: name), now - taken >= CollectionPlan.quarantineMilliseconds else {
        continue
      }
      plan.expired.append(name)
      plan.expiredBytes += try disk.length(of: "\(layout.quarantine)/\(name)") ?? 0
    }
  }

  /// Takes what `plan` says, after the commit that says so: first to quarantine, and what was there long enough, for good.
  ///
  /// A clock that is behind the newest commit would let it go at once when it is right again.
  func take(_ plan: CollectionPlan, _ history: CommitHistory, now: Int64) throws(CapsuleError) {
    let moment = max(now, Self.lastReceived(history) ?? now)
    for id in plan.objects {
      try disk.rename(layout.object(id), to: layout.collected(id, at: moment))
      let copy = layout.objectCopy(id)
      if try disk.length(of: copy) != nil { try disk.remove(copy) }
    }
    for name in plan.expired { try disk.remove("\(layout.quarantine)/\(name)") }
    if !plan.objects.isEmpty || !plan.expired.isEmpty { try disk.syncFolder(layout.quarantine) }
    for folder in Set(plan.objects.map(layout.folder)).sorted() { try disk.syncFolder(folder) }
  }
}

extension Commit {
  fileprivate var isCollection: Bool { content.cause == CommitDraft.collection }
}

extension CommitDraft {
  /// The objects in which what the catalogue was is said.
  fileprivate var said: [ObjectID] { receipts.map(\.manifest) + [kept, files].compactMap(\.self) }
}

extension Layout {
  /// Where an object lies that a collection took at `time`.
  func collected(_ id: ObjectID, at time: Int64) -> String {
    "\(quarantine)/\(Self.collectedPrefix)\(time)-\(id.digest.hex)"
  }

  /// When a collection took the file called `name`; nil for what lies in quarantine for another reason.
  static func collectionTime(of name: String) -> Int64? {
    guard name.hasPrefix(collectedPrefix) else { return nil }
    return Int64(name.dropFirst(collectedPrefix.count).prefix { $0 != "-" })
  }
}
