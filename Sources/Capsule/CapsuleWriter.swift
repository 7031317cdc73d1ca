/// What can be done while the capsule's lock is held.
///
/// What is stored is kept in memory until `record` puts it on disk together with the commit that
/// names it: where nothing is recorded and nothing settled, nothing is written.
public final class CapsuleWriter {
  /// The present commit; nil where there is none yet.
  public private(set) var head: CommitID?

  private let capsule: TimeCapsule
  private let staging: Staging
  private let compressor = Compressor()
  private var batch: ObjectBatch
  private var doubled: Set<ObjectID> = []
  private var hasContent = false

  init(_ capsule: TimeCapsule, _ staging: Staging) throws(CapsuleError) {
    self.capsule = capsule
    self.staging = staging
    batch = ObjectBatch(capsule.layout, capsule.disk, staging, report: capsule.report)
    head = try capsule.head()
  }

  /// Stores `bytes` as one object.
  public func put(_ bytes: [UInt8]) -> ObjectID {
    put(PreparedObject(bytes, with: compressor))
  }

  /// Stores an object that was prepared before.
  public func put(_ object: PreparedObject) -> ObjectID {
    batch.add(object)
    return object.id
  }

  /// Stores `bytes` as an object that no provider has: twice, so that one damaged block cannot take it.
  public func putTwice(_ bytes: [UInt8]) -> ObjectID {
    let id = put(bytes)
    doubled.insert(id)
    return id
  }

  /// Stores a received file in pieces that end at `cuts`; the last cut is its length.
  ///
  /// `base` is what the provider gave before. The manifest then tells only what is new.
  public func store(_ bytes: [UInt8], cuts: [Int], over base: Manifest? = nil) -> Manifest {
    precondition(cuts.last ?? 0 == bytes.count, "the cuts end at \(cuts.last ?? 0), the file at \(bytes.count)")
    let sha256 = Digest(of: bytes)
    if let base, base.sha256 == sha256 { return base }
    hasContent = true
    let settled = Set(base?.pieces.map(\.id) ?? [])
    var pieces: [Piece] = []
    var start = 0
    bytes.withUnsafeBytes { buffer in
      for end in cuts {
        let frame = compressor.frame(of: UnsafeRawBufferPointer(rebasing: buffer[start..<end]))
        pieces.append(Piece(id: batch.add(frame, settled: settled), length: end - start))
        start = end
      }
    }
    return list(pieces, length: bytes.count, sha256: sha256, over: base)
  }

  /// Stores these objects of the batch twice.
  func double(_ ids: [ObjectID]) { doubled.formUnion(ids) }

  /// Moves those of these objects out of the way whose files are there and not what their names promise.
  func setAsideDamaged(_ ids: [ObjectID]) throws(CapsuleError) {
    let reader = ObjectReader(layout: capsule.layout, disk: capsule.disk)
    for id in ids {
      for path in [capsule.layout.object(id), capsule.layout.objectCopy(id)] {
        guard try capsule.disk.length(of: path) != nil, (try? reader.frame(id, at: path)) == nil else { continue }
        capsule.report(.objectReplaced(id, quarantined: try staging.quarantine(path)))
      }
    }
  }

  /// Makes durable what was stored so far, ahead of the commit that names it.
  ///
  /// Whoever fetches thousands of objects settles them every few MiB, each time in a write of its own: the disk works
  /// while the network does, memory holds little of it, and nobody waits long for the lock. No commit names them before
  /// one is recorded, so that collections are to be kept off until then: see ``TimeCapsule/withoutCollection(_:)``.
  public func settle() throws(CapsuleError) {
    if hasContent { try capsule.checkRoom(for: batch.byteCount) }
    try writeSecondCopies()
    try batch.flush()
  }

  /// Makes `draft` the present commit. When it returns, a power cut cannot undo it.
  ///
  /// The files beside the catalogue and the salt go on from commit to commit, whatever each is about: a draft that
  /// says nothing of them leaves them as they are.
  ///
  /// `prepare` is run when all of it is on disk and nothing says yet that it is the present one: what is derived from
  /// it can be there first, so that whoever is stopped in between leaves nothing to be made anew.
  @discardableResult
  public func record(
    _ draft: CommitDraft, preparing prepare: (Commit) -> Void = { _ in }
  ) throws(CapsuleError) -> Commit {
    try settle()
    var draft = draft
    if draft.files == nil || draft.salt == nil, let present = try capsule.headCommit()?.content {
      draft.files = draft.files ?? present.files
      draft.salt = draft.salt ?? present.salt
    }
    if draft.files != nil { try capsule.raise(to: .files, staging) }
    let slots = HeadSlots(layout: capsule.layout, disk: capsule.disk)
    let reading = try slots.read()
    // It comes after everything that it takes in, in whichever order others number it.
    let last = ([head].compactMap(\.self) + (draft.merged ?? [])).map(\.sequence).max() ?? 0
    precondition(last < CommitID.greatestSequence, "a capsule of a hundred million commits")
    let file = CommitFile(
      sequence: last + 1, parent: head, time: capsule.clock.now(), program: capsule.program,
      content: draft)
    let bytes = file.bytes
    let id = CommitID(sequence: file.sequence, digest: Digest(of: bytes))
    try staging.place(bytes, at: capsule.layout.commit(id), .once)
    try staging.place(bytes, at: capsule.layout.commitCopy(id), .once)
    try capsule.disk.syncFolder(capsule.layout.commits)
    let commit = Commit(id: id, parent: file.parent, time: file.time, program: file.program, content: draft)
    prepare(commit)
    try slots.write(id, over: reading)
    head = id
    return commit
  }

  /// Their folder is synced with the commit.
  private func writeSecondCopies() throws(CapsuleError) {
    for id in doubled {
      guard let frame = batch.frame(id) else { continue }
      let path = capsule.layout.objectCopy(id)
      if try capsule.disk.length(of: path) != frame.count { try staging.place(frame, at: path, .once) }
    }
    doubled = []
  }
}
