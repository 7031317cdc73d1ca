/// New objects, put on disk together.
struct ObjectBatch {
  /// From so many files on, one sync of the file system is cheaper than one of each.
  private static let manyFiles = 32

  let layout: Layout
  let disk: any Disk
  let staging: Staging
  let report: @Sendable (CapsuleFinding) -> Void
  private var frames: [ObjectID: [UInt8]] = [:]

  /// The objects that no commit named before; the folders of the others were synced with theirs.
  private var fresh: Set<ObjectID> = []

  init(_ layout: Layout, _ disk: any Disk, _ staging: Staging, report: @escaping @Sendable (CapsuleFinding) -> Void) {
    self.layout = layout
    self.disk = disk
    self.staging = staging
    self.report = report
  }

  /// Adds an object; `frame` is what is stored, `settled` the objects that a commit names already.
  mutating func add(_ frame: [UInt8], settled: Set<ObjectID> = []) -> ObjectID {
    let id = ObjectID(Digest(of: frame))
    frames[id] = frame
    if !settled.contains(id) { fresh.insert(id) }
    return id
  }

  /// Adds an object whose name is known.
  mutating func add(_ object: PreparedObject) {
    frames[object.id] = object.frame
    fresh.insert(object.id)
  }

  /// The stored bytes of an object that was added.
  func frame(_ id: ObjectID) -> [UInt8]? { frames[id] }

  /// How many bytes they are together.
  var byteCount: Int { frames.values.reduce(0) { $0 + $1.count } }

  /// Makes all of them durable, and forgets them.
  ///
  /// An object that is there already is not written again, but its folder is synced all the same:
  /// the process that wrote it may have been stopped before it did so.
  mutating func flush() throws(CapsuleError) {
    guard !frames.isEmpty else { return }
    var missing: [ObjectID: [UInt8]] = [:]
    for (id, frame) in frames where try !isPresent(id, length: frame.count) { missing[id] = frame }
    let unsynced = fresh.union(missing.keys)
    let isMany = unsynced.count >= Self.manyFiles
    // Opened before the first write: an error of writing back is told to those who had the disk open.
    let anchor = try disk.open(layout.objects, .folder)
    defer { disk.close(anchor) }

    let staged = try missing.map { id, frame throws(CapsuleError) in
      (path: try staging.stage(frame, .once, isSynced: !isMany), id: id)
    }
    if isMany, !staged.isEmpty { try disk.syncFileSystem(of: anchor) }
    try name(staged)
    if isMany {
      try disk.syncFileSystem(of: anchor)
    } else if !unsynced.isEmpty {
      for folder in Set(unsynced.map(layout.folder)) { try disk.syncFolder(folder) }
      try disk.sync(anchor)
    }
    frames = [:]
    fresh = []
  }

  private func name(_ staged: [(path: String, id: ObjectID)]) throws(CapsuleError) {
    for folder in Set(staged.map { layout.folder(of: $0.id) }) { try disk.makeFolder(folder) }
    for (path, id) in staged { try disk.rename(path, to: layout.object(id)) }
  }

  /// Whether the object is there. One of another length was lost by the disk: it is set aside.
  private func isPresent(_ id: ObjectID, length: Int) throws(CapsuleError) -> Bool {
    let path = layout.object(id)
    guard let actual = try disk.length(of: path) else { return false }
    guard actual != length else { return true }
    report(.objectReplaced(id, quarantined: try staging.quarantine(path)))
    return false
  }
}
