/// What an import would bring, or brought.
public struct ImportSummary: Hashable, Sendable {
  /// Commits that are not here.
  public internal(set) var commits = 0
  /// Objects that are not here.
  public internal(set) var objects = 0
  /// Operations that are not here, by device.
  public internal(set) var operations: [String: Int] = [:]
  /// What becomes of the present commit.
  public internal(set) var step = Step.none
  /// The present commit that the rest goes by.
  public internal(set) var present: CommitID?

  /// What an import does with the present commit.
  public enum Step: Hashable, Sendable {
    /// Nothing: its history is here.
    case none
    /// It becomes the other's, which builds on it.
    case forward(CommitID)
    /// A new one takes the other's history in.
    case merge(CommitID)
  }

  /// Whether there is nothing new.
  public var isEmpty: Bool { commits == 0 && objects == 0 && operations.isEmpty && step == .none }
}

extension TimeCapsule {
  /// Reads and proves what lies at `path`: an archive, the folder of a capsule, or a folder of logs. Takes nothing.
  public func foreign(at path: String) throws(CapsuleError) -> ForeignCapsule {
    try ForeignReader(disk: disk, path: path).read()
  }

  /// What taking `foreign` in would bring; throws where it contradicts itself or what is here.
  public func importPlan(for foreign: ForeignCapsule) throws(CapsuleError) -> ImportSummary {
    _ = try checkFormat()
    let own = try history()
    let files = Set(try commits.all())
    var summary = ImportSummary()
    summary.present = own.line.first?.id
    summary.commits = foreign.commits.keys.count { !files.contains($0) }
    let present = try ObjectFolder(layout: layout, disk: disk).ids()
    summary.objects = foreign.objects.subtracting(present).count
    for (device, operations) in foreign.logs {
      let news = try newOperations(operations, of: device, in: foreign)
      if !news.isEmpty { summary.operations[device] = news.count }
    }
    guard let head = foreign.head else { return summary }
    let theirs = try CommitHistory(from: head, files: []) { id throws(CapsuleError) in
      guard let commit = foreign.commits[id] else { throw .missingCommit(id) }
      return commit
    }
    try check(theirs, present.union(foreign.objects), foreign)
    summary.step = step(to: head, theirs, own, foreign)
    return summary
  }

  /// What is to be done with the present commit, where `theirs` is the history of `head`.
  ///
  /// It moves along a line, never from one line to another: what was said of a day here stays what it was.
  private func step(
    to head: CommitID, _ theirs: CommitHistory, _ own: CommitHistory, _ foreign: ForeignCapsule
  ) -> ImportSummary.Step {
    guard let present = own.line.first else { return .forward(head) }
    let known = Set(own.all.map(\.id))
    guard !known.contains(head) else { return .none }
    // A line in which something was given up that is here goes on as another's.
    let keepsAll = !own.retained.contains { theirs.isThinned($0.id) }
    if keepsAll, theirs.line.contains(where: { $0.id == present.id }) { return .forward(head) }
    // Two machines that take each other in would go on for ever where a merge alone were news.
    let news = theirs.all.filter { !known.contains($0.id) }
    let isNews = news.contains { $0.content.cause != CommitDraft.merge }
    let (ours, others) = (present.content.sources, theirs.line.first?.content.sources ?? [:])
    let isSame =
      ours.mapValues(\.current?.sha256) == others.mapValues(\.current?.sha256)
      && keepsSame(present, theirs.line.first, foreign)
    return isNews || !isSame ? .merge(head) : .none
  }

  /// Whether both keep the same beside the catalogue. The lists are compared, and not their objects: another zstd packs
  /// the same list into other bytes.
  private func keepsSame(_ ours: Commit, _ theirs: Commit?, _ foreign: ForeignCapsule) -> Bool {
    guard let theirs, ours.content.salt == theirs.content.salt else { return false }
    let (mine, others) = (ours.content.files, theirs.content.files)
    return mine == others || (try? keptFiles(of: ours)) == others.flatMap { try? keptFiles($0, foreign) }
  }

  /// The operations of `device` that are not here; throws where the two logs contradict each other.
  private func newOperations(
    _ operations: [LoggedOperation], of device: String, in foreign: ForeignCapsule
  ) throws(CapsuleError) -> [LoggedOperation] {
    let own = try logReader.log(of: device).log.operations
    let known = Dictionary(own.map { ($0.number, $0.digest) }) { first, _ in first }
    for operation in operations {
      guard let digest = known[operation.number] else { continue }
      guard digest == operation.digest else {
        throw .foreign(path: foreign.source.path, .forkedLog(device: device, at: operation.number))
      }
    }
    return operations.filter { known[$0.number] == nil }
  }

  /// That every commit which kept its content has its objects, down to the last piece.
  private func check(
    _ history: CommitHistory, _ present: Set<ObjectID>, _ foreign: ForeignCapsule
  ) throws(CapsuleError) {
    if let lost = history.unreadable.first {
      throw .foreign(path: foreign.source.path, .missingFile(PortableLayout.commit(lost)))
    }
    let reader = objects
    var manifests = ManifestCatalogue(reading: { id throws(CapsuleError) in
      if let text = foreign.manifests[id] { return text }
      guard let text = ManifestText(try reader.bytes(id)) else { throw .unreadableObject(id) }
      return text
    })
    let all = present.union(foreign.objects)
    // What was looked at for one commit need not be looked at for the next.
    var seen: Set<ObjectID> = []
    // A list that another one builds on is seen before its own pieces are.
    var seenLists: Set<ObjectID> = []
    for commit in history.retained {
      func check(_ id: ObjectID) throws(CapsuleError) {
        guard seen.insert(id).inserted, !all.contains(id) else { return }
        throw .foreign(path: foreign.source.path, .missingObject(id, of: commit.id))
      }
      for id in commit.content.irreplaceable { try check(id) }
      for receipt in commit.content.receipts where seenLists.insert(receipt.manifest).inserted {
        guard let manifest = try? manifests.manifest(receipt.manifest), manifest.sha256 == receipt.sha256,
          manifest.pieces.reduce(0, { $0 + $1.length }) == manifest.length
        else {
          throw .foreign(path: foreign.source.path, .missingObject(receipt.manifest, of: commit.id))
        }
        for id in manifests.chain(of: receipt.manifest) { try check(id) }
        for piece in manifest.pieces { try check(piece.id) }
      }
    }
    try checkFiles(of: history, all, &manifests, foreign)
  }

  /// That the files which its commits keep are there, down to the last piece.
  private func checkFiles(
    of history: CommitHistory, _ present: Set<ObjectID>, _ manifests: inout ManifestCatalogue,
    _ foreign: ForeignCapsule
  ) throws(CapsuleError) {
    let files = KeptObjects(of: history.retained, &manifests) { id throws(CapsuleError) in
      try keptFiles(id, foreign)
    }
    let missing = files.ids.subtracting(present).min { $0.description < $1.description }
    guard let keeper = history.retained.first(where: { $0.content.files != nil }),
      let lost = missing ?? (files.isKnown ? nil : keeper.content.files)
    else { return }
    throw .foreign(path: foreign.source.path, .missingObject(lost, of: keeper.id))
  }

  /// The list of files `id`, as the other capsule has it or as it is here.
  private func keptFiles(_ id: ObjectID, _ foreign: ForeignCapsule) throws(CapsuleError) -> KeptFiles {
    if let files = foreign.lists[id] { return files }
    return try objects.keptFiles(id)
  }

  /// Takes in the objects and commits of `foreign`. The present commit stays what it is, and nothing names them yet.
  public func takeContent(of foreign: ForeignCapsule) throws(CapsuleError) {
    try withLock("import") { staging, _ throws(CapsuleError) in
      try takeObjects(of: foreign, staging)
      try takeCommits(of: foreign, staging)
    }
  }

  /// Takes in the logs of `foreign`.
  public func takeLogs(of foreign: ForeignCapsule) throws(CapsuleError) {
    try withLock("import") { staging, known throws(CapsuleError) in
      known = nil
      for (device, operations) in foreign.logs.sorted(by: { $0.key < $1.key }) {
        try takeLog(operations, of: device, in: foreign, staging)
      }
    }
  }

  private func takeObjects(of foreign: ForeignCapsule, _ staging: Staging) throws(CapsuleError) {
    var missing = foreign.objects.subtracting(try ObjectFolder(layout: layout, disk: disk).ids())
    guard !missing.isEmpty else { return }
    var batch = ObjectBatch(layout, disk, staging, report: report)
    func add(_ id: ObjectID, _ frame: [UInt8]) throws(CapsuleError) {
      guard Digest(of: frame) == id.digest else {
        throw .foreign(path: foreign.source.path, .contradictedFile(PortableLayout.object(id)))
      }
      _ = batch.add(frame)
      missing.remove(id)
      guard batch.byteCount > 16 << 20 else { return }
      try checkRoom(for: batch.byteCount)
      try batch.flush()
    }
    switch foreign.source {
    case .archive(let path):
      try ForeignReader(disk: disk, path: path).eachFile { part, _, bytes throws(CapsuleError) in
        if case .object(let id) = part, missing.contains(id) { try add(id, bytes) }
      }
    case .folder(let layout):
      let reader = ObjectReader(layout: layout, disk: disk)
      for id in Array(missing) { try add(id, reader.frame(id)) }
    case .logs: break
    }
    if let id = missing.first {
      throw .foreign(path: foreign.source.path, .missingFile(PortableLayout.object(id)))
    }
    try checkRoom(for: batch.byteCount)
    try batch.flush()
  }

  private func takeCommits(of foreign: ForeignCapsule, _ staging: Staging) throws(CapsuleError) {
    try raise(to: CapsuleFormat(for: foreign.commits.values), staging)
    var manifests = ManifestCatalogue(objects)
    let files = KeptObjects(of: Array(foreign.commits.values), &manifests, list: objects.keptFiles)
    var hasNews = try copyTwice(files.doubled, staging)
    for (id, bytes) in foreign.commitBytes.sorted(by: { $0.key.sequence < $1.key.sequence }) {
      for path in [layout.commit(id), layout.commitCopy(id)] where try disk.length(of: path) != bytes.count {
        try staging.place(bytes, at: path, .once)
        hasNews = true
      }
      let records = foreign.commits[id]?.content.irreplaceable ?? []
      hasNews = try copyTwice(Set(records), staging) || hasNews
    }
    if hasNews { try disk.syncFolder(layout.commits) }
  }

  /// Gives each object its second copy; says whether one was missing.
  private func copyTwice(_ ids: Set<ObjectID>, _ staging: Staging) throws(CapsuleError) -> Bool {
    var isNew = false
    for object in ids {
      let path = layout.objectCopy(object)
      guard try disk.length(of: path) == nil, let frame = try? objects.frame(object) else { continue }
      try staging.place(frame, at: path, .once)
      isNew = true
    }
    return isNew
  }

  private func takeLog(
    _ operations: [LoggedOperation], of device: String, in foreign: ForeignCapsule, _ staging: Staging
  ) throws(CapsuleError) {
    let news = try newOperations(operations, of: device, in: foreign)
    guard !news.isEmpty else { return }
    let own = try logReader.log(of: device).log.operations
    let bytes = LogFile.bytes(of: (own + news).sorted { $0.number < $1.number })
    for path in [layout.logCopy(of: device), layout.log(of: device)] {
      let present = try disk.contents(of: path)
      // What is only continued is not damaged; anything else is kept in quarantine.
      let isLost = present.map { bytes.starts(with: $0) } ?? true
      try staging.replace(path, with: bytes, isLost: isLost) { .logHealed(device: device, quarantined: $0) }
    }
    try disk.syncFolder(layout.operations)
  }

  /// Makes a commit that was taken in the present one, if `before` still is.
  public func forward(to id: CommitID, from before: CommitID?) throws(CapsuleError) -> Bool {
    try withLock("import") { _, _ throws(CapsuleError) in
      guard try head() == before else { return false }
      _ = try commit(id)
      let slots = HeadSlots(layout: layout, disk: disk)
      try slots.write(id, over: slots.read())
      return true
    }
  }
}
