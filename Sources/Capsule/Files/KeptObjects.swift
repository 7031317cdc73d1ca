/// The objects that the files beside the catalogue are made of.
struct KeptObjects {
  /// What each object is a part of; of several files any.
  private(set) var names: [ObjectID: String] = [:]
  /// Those that are stored twice.
  private(set) var doubled: Set<ObjectID> = []
  /// Whether these are all: what a list names that cannot be read is not known.
  private(set) var isKnown = true

  /// Their ids.
  var ids: Set<ObjectID> { Set(names.keys) }

  /// The objects of the files that `commits` keep; each list and each manifest is read once.
  init(
    of commits: [Commit], _ manifests: inout ManifestCatalogue, list: (ObjectID) throws(CapsuleError) -> KeptFiles
  ) {
    var seen: Set<ObjectID> = []
    for id in Set(commits.compactMap(\.content.files)) {
      guard let files = try? list(id) else {
        isKnown = false
        continue
      }
      for file in files.all where seen.insert(file.manifest).inserted || file.isOnlyHere { add(file, &manifests) }
    }
  }

  private mutating func add(_ file: KeptFile, _ manifests: inout ManifestCatalogue) {
    var parts: [ObjectID] = [file.manifest]
    if let manifest = try? manifests.manifest(file.manifest) {
      parts += manifest.pieces.map(\.id)
    } else {
      isKnown = false
    }
    for id in parts { names[id] = file.name }
    if file.isOnlyHere { doubled.formUnion(parts) }
  }
}

extension ObjectReader {
  /// The list of files in the object `id`.
  func keptFiles(_ id: ObjectID) throws(CapsuleError) -> KeptFiles {
    guard let files = KeptFiles(try bytes(id)) else { throw .unreadableObject(id) }
    return files
  }
}

extension TimeCapsule {
  /// The files that `commit` keeps beside the catalogue.
  public func keptFiles(of commit: Commit?) throws(CapsuleError) -> KeptFiles {
    guard let list = commit?.content.files else { return KeptFiles() }
    return try objects.keptFiles(list)
  }

  /// Exactly the bytes that were kept as `file`.
  public func bytes(of file: KeptFile) throws(CapsuleError) -> [UInt8] {
    try objects.bytes(of: objects.manifest(file.manifest))
  }
}

extension CapsuleWriter {
  /// Stores the bytes of a file that is kept beside the catalogue, in pieces that end at `cuts`.
  ///
  /// With `isOnlyHere` it is stored twice, so that one damaged block cannot take it. What of it is here already and
  /// damaged goes to quarantine, and is written anew when something is recorded: to keep a file again heals it.
  public func keep(_ bytes: [UInt8], cuts: [Int], isOnlyHere: Bool) throws(CapsuleError) -> ObjectID {
    let manifest = store(bytes, cuts: cuts)
    let parts = [manifest.id] + manifest.pieces.map(\.id)
    try setAsideDamaged(parts)
    if isOnlyHere { double(parts) }
    return manifest.id
  }
}
