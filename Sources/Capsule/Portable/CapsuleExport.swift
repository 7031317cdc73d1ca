internal import Glibc

/// What an export wrote.
public struct ExportSummary: Hashable, Sendable {
  /// How many commits.
  public internal(set) var commits = 0
  /// How many objects.
  public internal(set) var objects = 0
  /// How many operations, of how many devices.
  public internal(set) var operations = 0
  /// How many devices.
  public internal(set) var devices = 0
  /// How many bytes the file has.
  public internal(set) var bytes = 0
}

extension TimeCapsule {
  /// Writes everything into one archive, a tar in zstd; `path` gets it whole or not at all.
  ///
  /// An object that is damaged here fails the export: an archive is proven, or is none.
  public func export(to path: String) throws(CapsuleError) -> ExportSummary {
    _ = try checkFormat()
    let draft = "\(path).\(random() % 1_000_000).new"
    do throws(CapsuleError) {
      let summary = try disk.with(draft, .making) { file throws(CapsuleError) in
        var offset = 0
        let disk = disk
        var summary = try write(
          into: ArchiveWriter(level: 3) { chunk throws(CapsuleError) in
            try disk.write(chunk, to: file, at: offset)
            offset += chunk.count
          })
        try disk.sync(file)
        summary.bytes = offset
        return summary
      }
      try disk.rename(draft, to: path)
      try? disk.syncFolder(Self.folder(of: path))
      return summary
    } catch {
      try? disk.remove(draft)
      throw error
    }
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private func write(into archive: consuming ArchiveWriter) throws(CapsuleError) -> ExportSummary {
    let history = try history()
    // Nobody would take an archive in which a commit is missing.
    if let lost = history.unreadable.first { throw .damagedCommit(lost) }
    let time = history.line.first?.time ?? 0
    var summary = ExportSummary()
    var sums = ""
    func add(_ name: String, _ bytes: [UInt8], _ archive: inout ArchiveWriter) throws(CapsuleError) {
      guard bytes.count <= ArchiveReader.largestEntry else { throw .disk(.write, path: name, errno: EFBIG) }
      try archive.add("\(PortableLayout.root)/\(name)", bytes, time: time)
      sums += PortableLayout.sumLine(Digest(of: bytes), name)
    }
    try add("format", CapsuleFormat(for: history.all).bytes, &archive)
    try add("HEAD", Array((history.line.first.map { "\($0.id)\n" } ?? "").utf8), &archive)
    for log in try logs() {
      try add(PortableLayout.log(of: log.device), LogFile.bytes(of: log.operations), &archive)
      summary.devices += 1
      summary.operations += log.operations.count
    }
    for commit in history.all {
      guard let bytes = try commits.bytes(commit.id) else { throw .damagedCommit(commit.id) }
      try add(PortableLayout.commit(commit.id), bytes, &archive)
      summary.commits += 1
    }
    for id in try neededObjects(history).sorted(by: { $0.digest.hex < $1.digest.hex }) {
      try add(PortableLayout.object(id), objects.frame(id), &archive)
      summary.objects += 1
    }
    try archive.add("\(PortableLayout.root)/\(PortableLayout.sums)", Array(sums.utf8), time: time)
    try archive.finish()
    return summary
  }

  /// Every object that a commit which kept its content needs, and the identities of all commits.
  private func neededObjects(_ history: CommitHistory) throws(CapsuleError) -> Set<ObjectID> {
    var manifests = ManifestCatalogue(objects)
    var needed = Set(history.all.compactMap(\.content.identities))
    var seen: Set<ObjectID> = []
    for commit in history.retained {
      needed.formUnion(commit.content.irreplaceable)
      for receipt in commit.content.receipts {
        guard seen.insert(receipt.manifest).inserted else { continue }
        needed.formUnion(manifests.chain(of: receipt.manifest))
        // Not those that a base names and that are dropped again: a collection may have taken them.
        needed.formUnion(try manifests.manifest(receipt.manifest).pieces.map(\.id))
      }
    }
    let files = KeptObjects(of: history.retained, &manifests, list: objects.keptFiles)
    return needed.union(files.ids)
  }

  /// Writes this device's log into the folder `path`, where other devices' logs lie beside it; nil where this device
  /// has written nothing yet.
  ///
  /// No file there has two writers, so that whatever carries the folder about cannot make a conflict.
  public func exportLog(into path: String) throws(CapsuleError) -> (device: String, operations: Int)? {
    guard let device = try device() else { return nil }
    let log = try logReader.log(of: device).log
    guard !log.operations.isEmpty else { return nil }
    let draft = "\(path)/.\(device).new"
    try disk.with(draft, .making) { file throws(CapsuleError) in
      try disk.truncate(file, to: 0)
      try disk.write(LogFile.bytes(of: log.operations), to: file, at: 0)
      try disk.sync(file)
    }
    try disk.rename(draft, to: "\(path)/\(device).jsonl")
    try disk.syncFolder(path)
    return (device, log.operations.count)
  }
}
