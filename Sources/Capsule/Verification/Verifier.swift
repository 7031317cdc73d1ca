/// Looks through a capsule and changes nothing.
struct Verifier {
  private let layout: Layout
  private let disk: any Disk
  private let depth: VerificationDepth
  private var result: Verification
  private var manifests: ManifestCatalogue
  private let objects: ObjectReader

  init(_ layout: Layout, _ disk: any Disk, _ depth: VerificationDepth) {
    self.layout = layout
    self.disk = disk
    self.depth = depth
    result = Verification(depth: depth)
    objects = ObjectReader(layout: layout, disk: disk)
    manifests = ManifestCatalogue(objects)
  }

  /// Everything that is wrong.
  mutating func run() throws(CapsuleError) -> Verification {
    let history = try proveHead()
    result.commitCount = history.all.count
    result.thinnedCount = history.all.count { history.isThinned($0.id) }
    for id in history.unreadable { result.damage.append(.commit(id)) }
    for commit in history.all { try proveCopies(of: commit.id) }
    try proveObjects(history)
    try proveLogs()
    return result
  }
}

// MARK: - HEAD and commits

extension Verifier {
  private mutating func proveHead() throws(CapsuleError) -> CommitHistory {
    let reader = CommitReader(layout: layout, disk: disk) { _ in }
    var slots = try HeadSlots(layout: layout, disk: disk).read()
    // A slot that is being overwritten at this moment may look damaged: once more.
    if !slots.damaged.isEmpty { slots = try HeadSlots(layout: layout, disk: disk).read() }
    let head = try reader.head(slots)
    let history = try CommitHistory(from: head, files: reader.all()) { id throws(CapsuleError) in
      try reader.commit(id)
    }
    let isThere = try disk.length(of: layout.format) != nil
    let devices = try LogReader(layout: layout, disk: disk, report: { _ in }).devices()
    let hasContent = head != nil || !devices.isEmpty
    // A process that was stopped while it made the capsule leaves slots that say "nothing yet"; `format` comes last.
    let saysNothing = slots.newest.map { $0.sequence == 0 } ?? slots.areAllMissing
    guard isThere || hasContent || !saysNothing else { return history }
    if !isThere { result.damage.append(.format) }
    if slots.newest == nil {
      result.damage.append(.head(standIn: head))
    } else {
      result.damage += slots.damaged.map { .headSlot($0) }
    }
    return history
  }

  private mutating func proveCopies(of id: CommitID) throws(CapsuleError) {
    for (path, copy) in [(layout.commit(id), Damage.Copy.first), (layout.commitCopy(id), .second)] {
      let bytes = try disk.contents(of: path)
      if bytes.map({ Digest(of: $0) }) != id.digest { result.damage.append(.commitCopy(id, copy)) }
    }
  }
}

// MARK: - Objects

extension Verifier {
  private mutating func proveObjects(_ history: CommitHistory) throws(CapsuleError) {
    let present = try ObjectFolder(layout: layout, disk: disk).ids()
    result.objectCount = present.count
    var records: Set<ObjectID> = []
    for commit in history.all {
      for id in Self.records(of: commit, in: history) where records.insert(id).inserted {
        try proveTwice(id, need: .record(commit.id))
      }
    }
    let files = KeptObjects(of: history.retained, &manifests, list: objects.keptFiles)
    for id in files.doubled where records.insert(id).inserted {
      try proveTwice(id, need: .file(name: files.names[id] ?? ""))
    }
    let (lists, needed) = parts(of: history, files)
    var bad: [ObjectID: Damage.State] = [:]
    switch depth {
    case .everyByte:
      (bad, result.objectBytes) = ObjectFolder(layout: layout, disk: disk).prove(Array(present))
    case .structure:
      bad = ObjectFolder(layout: layout, disk: disk).weigh(Array(present)).damaged
      for id in lists where present.contains(id) && (try? objects.frame(id, at: layout.object(id))) == nil {
        bad[id] = .damaged
      }
    }
    for id in needed.subtracting(present) { bad[id] = .missing }
    for id in records { bad[id] = nil }
    guard !bad.isEmpty else { return proveContent(history) }
    let needs = needs(for: bad, history).merging(files.names.mapValues { .file(name: $0) }) { first, _ in first }
    for (id, state) in bad.sorted(by: { $0.key.digest.hex < $1.key.digest.hex }) {
      result.damage.append(.object(id, state, need: needs[id] ?? .none))
    }
  }

  /// The objects that the commit itself has to say; identities are the only record of which key is which show.
  private static func records(of commit: Commit, in history: CommitHistory) -> [ObjectID] {
    history.isThinned(commit.id) ? [commit.content.identities].compactMap(\.self) : commit.content.irreplaceable
  }

  /// All manifests of the commits that are kept, those they build on among them, and the objects that have to be here.
  private mutating func parts(
    of history: CommitHistory, _ files: KeptObjects
  ) -> (lists: Set<ObjectID>, needed: Set<ObjectID>) {
    let kept = Set(history.retained.flatMap { $0.content.receipts.map(\.manifest) })
    var lists: Set<ObjectID> = []
    var needed: Set<ObjectID> = []
    for id in kept {
      for id in manifests.chain(of: id) where !lists.insert(id).inserted { break }
      needed.formUnion(newPieces(of: id, over: kept))
    }
    return (lists, needed.union(lists).union(files.ids))
  }

  /// The pieces of a manifest that the one it builds on does not account for, where that is one of `kept`.
  ///
  /// One whose commit gave its content up names pieces that are gone for good: there, all of this one's count.
  private mutating func newPieces(of id: ObjectID, over kept: Set<ObjectID>) -> [ObjectID] {
    guard let text = try? manifests.text(id) else { return [] }
    if let base = text.base, !kept.contains(base), let manifest = try? manifests.manifest(id) {
      return manifest.pieces.map(\.id)
    }
    return text.pieces.map(\.id)
  }

  /// What each of the bad objects is needed for; where a list cannot be read, those that no other one names may well
  /// be its.
  private mutating func needs(
    for bad: [ObjectID: Damage.State], _ history: CommitHistory
  ) -> [ObjectID: Damage.Need] {
    var needs: [ObjectID: Damage.Need] = [:]
    var unknown: Damage.Need?
    for commit in history.retained {
      for provider in commit.content.sources.keys.sorted() {
        guard let source = commit.content.sources[provider] else { continue }
        var parts: Set<ObjectID> = []
        for receipt in source.receipts {
          parts.formUnion(manifests.chain(of: receipt.manifest))
          if let manifest = try? manifests.manifest(receipt.manifest) {
            parts.formUnion(manifest.pieces.map(\.id))
          } else {
            unknown = unknown ?? .catalogue(provider: provider, newest: commit.id, commits: 1)
            // Of a manifest whose base cannot be read, what it names itself is known.
            parts.formUnion((try? manifests.text(receipt.manifest).pieces.map(\.id)) ?? [])
          }
        }
        for id in parts where bad[id] != nil {
          if case .catalogue(let provider, let newest, let commits)? = needs[id] {
            needs[id] = .catalogue(provider: provider, newest: newest, commits: commits + 1)
          } else {
            needs[id] = .catalogue(provider: provider, newest: commit.id, commits: 1)
          }
        }
      }
    }
    for id in bad.keys where needs[id] == nil { needs[id] = unknown }
    return needs
  }

  /// An object that is stored twice: both copies.
  private mutating func proveTwice(_ id: ObjectID, need: Damage.Need) throws(CapsuleError) {
    let paths = [(layout.object(id), Damage.Copy.first), (layout.objectCopy(id), .second)]
    let bad = paths.filter { (try? objects.frame(id, at: $0.0)) == nil }
    guard bad.count == 2 else {
      result.damage += bad.map { .objectCopy(id, $0.1) }
      return
    }
    let isThere = try disk.length(of: layout.object(id)) != nil
    result.damage.append(.object(id, isThere ? .damaged : .missing, need: need))
  }

  /// That the lists fit together, and that the newest files are what was received.
  private mutating func proveContent(_ history: CommitHistory) {
    for commit in history.retained.reversed() {
      for (provider, source) in commit.content.sources {
        for receipt in source.receipts {
          let manifest = try? manifests.manifest(receipt.manifest)
          let isWhole = manifest.map { $0.sha256 == receipt.sha256 && $0.length == receipt.length } ?? false
          if !isWhole { result.damage.append(.content(commit.id, provider: provider)) }
        }
      }
    }
    guard depth == .everyByte, let head = history.line.first, !history.isThinned(head.id) else { return }
    for (provider, source) in head.content.sources {
      guard let receipt = source.current, let manifest = try? manifests.manifest(receipt.manifest) else { continue }
      if (try? objects.bytes(of: manifest)) == nil { result.damage.append(.content(head.id, provider: provider)) }
    }
    for file in head.content.files.flatMap({ try? objects.keptFiles($0) })?.all ?? [] {
      guard let manifest = try? manifests.manifest(file.manifest) else { continue }
      if (try? objects.bytes(of: manifest)) == nil { result.damage.append(.content(head.id, provider: file.name)) }
    }
  }
}

// MARK: - Logs

extension Verifier {
  private mutating func proveLogs() throws(CapsuleError) {
    let reader = LogReader(layout: layout, disk: disk) { _ in }
    for device in try reader.devices() {
      let log = try reader.inspection(of: device)
      result.deviceCount += 1
      result.operationCount += log.operations.count
      if log.wantsHealing, !log.isInterrupted { result.damage.append(.logCopy(device: device)) }
      result.damage += log.gaps.map { .operations(device: device, numbers: $0) }
      result.damage += log.breaks.map { .chain(device: device, at: $0) }
    }
    result.damage += try DeviceFile(layout: layout, disk: disk).damaged().map { .deviceName($0) }
  }
}
