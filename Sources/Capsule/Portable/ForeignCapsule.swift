/// What another capsule has to give, proven before anything of it is taken: from an archive, from the folder of a
/// capsule or of an unpacked archive, or from a folder of logs.
public struct ForeignCapsule: Sendable {
  /// Its present commit; nil where it has none.
  public internal(set) var head: CommitID?
  /// Its commits.
  public internal(set) var commits: [CommitID: Commit] = [:]
  /// Its logs, by device.
  public internal(set) var logs: [String: [LoggedOperation]] = [:]
  /// The objects that it holds.
  public internal(set) var objects: Set<ObjectID> = []

  /// Where it lies.
  let source: Source
  /// What its manifests say.
  var manifests: [ObjectID: ManifestText] = [:]
  /// The lists of files in it.
  var lists: [ObjectID: KeptFiles] = [:]
  /// The commits as they are written.
  var commitBytes: [CommitID: [UInt8]] = [:]
  /// How many bytes its logs have.
  var logBytes = 0

  enum Source: Sendable {
    case archive(String)
    case folder(Layout)
    case logs(String)

    var path: String {
      switch self {
      case .archive(let path), .logs(let path): path
      case .folder(let layout): layout.root
      }
    }
  }

  init(_ source: Source) {
    self.source = source
  }
}

/// Reads and proves what lies at a path.
struct ForeignReader {
  let disk: any Disk
  let path: String

  /// So much may an archive have unpacked: a hundred thousand objects and a lot more.
  private static let largestArchive = 64 << 30

  private func fault(_ fault: ForeignFault) -> CapsuleError { .foreign(path: path, fault) }

  /// Reads whatever is there.
  func read() throws(CapsuleError) -> ForeignCapsule {
    guard isFolder(path) else { return try readArchive() }
    for root in [path, "\(path)/\(PortableLayout.root)"] {
      let layout = Layout(root: root)
      if let format = try disk.contents(of: layout.format) {
        try check(format: format)
        return try readFolder(layout)
      }
    }
    return try readLogs()
  }

  private func isFolder(_ path: String) -> Bool {
    guard let file = try? disk.open(path, .folder) else { return false }
    disk.close(file)
    return true
  }

  private func check(format bytes: [UInt8]) throws(CapsuleError) {
    guard let found = CapsuleFormat.number(in: bytes) else { throw fault(.notACapsule) }
    guard found <= TimeCapsule.format else { throw fault(.newerFormat(found: found, known: TimeCapsule.format)) }
  }

  /// The operations in a log's file. Lines that its own device has lost may be missing, none may be damaged.
  private func operations(_ bytes: [UInt8], of device: String) throws(CapsuleError) -> [LoggedOperation] {
    let file = LogFile(bytes)
    guard file.lineCount == file.operations.count, !file.hasUnfinishedLine else {
      throw fault(.damagedLog(device: device, line: file.operations.count + 1))
    }
    try check(file.operations, of: device)
    return file.operations
  }

  /// That all lines are the device's own, in order, each following the one before it where that is there; and that
  /// there is room behind their clocks for what is written next.
  private func check(_ operations: [LoggedOperation], of device: String) throws(CapsuleError) {
    var last: LoggedOperation?
    for operation in operations {
      let isNext = operation.number == (last?.number ?? 0) + 1
      guard operation.device == device, operation.number > last?.number ?? 0, !isNext || operation.follows(last),
        operation.number < 1 << 30, operation.time.hasRoom
      else { throw fault(.damagedLog(device: device, line: operation.number)) }
      last = operation
    }
  }

  /// No commit of ours has a hundredth of it.
  private static let largestCommit = 1 << 20
  /// So much may a manifest or a list of files have.
  private static let largestList = 4 << 20
  /// All logs of an archive together.
  private static let largestLogs = 256 << 20
}

// MARK: - Archives

extension ForeignReader {
  /// Hands each file of the archive, proven by its name, to `body`.
  func eachFile(
    _ body: (PortableLayout.Part, String, [UInt8]) throws(CapsuleError) -> Void
  ) throws(CapsuleError) {
    try disk.with(path, .reading) { file throws(CapsuleError) in
      var offset = 0
      let disk = disk
      var reader = ArchiveReader(path: path, limits: .init(length: Self.largestArchive)) { () throws(CapsuleError) in
        let chunk = try disk.read(file, count: 256 << 10, at: offset)
        offset += chunk.count
        return chunk
      }
      while let (name, bytes) = try reader.next() {
        guard name.hasPrefix("\(PortableLayout.root)/"),
          let part = PortableLayout.part(name.dropFirst(PortableLayout.root.count + 1))
        else { throw fault(.unexpectedFile(name)) }
        try body(part, String(name.dropFirst(PortableLayout.root.count + 1)), bytes)
      }
    }
  }

  private func readArchive() throws(CapsuleError) -> ForeignCapsule {
    var foreign = ForeignCapsule(.archive(path))
    var digests: [String: Digest] = [:]
    var sums: [UInt8]?
    var hasFormat = false
    try eachFile { part, name, bytes throws(CapsuleError) in
      guard part != .sums else {
        guard sums == nil else { throw fault(.repeatedFile(name)) }
        sums = bytes
        return
      }
      guard digests.updateValue(Digest(of: bytes), forKey: name) == nil else { throw fault(.repeatedFile(name)) }
      switch part {
      case .format:
        try check(format: bytes)
        hasFormat = true
      default: try take(part, name, bytes, &foreign)
      }
    }
    guard hasFormat else { throw fault(.notACapsule) }
    try check(sums, digests)
    try checkHead(foreign)
    return foreign
  }

  private func take(
    _ part: PortableLayout.Part, _ name: String, _ bytes: [UInt8], _ foreign: inout ForeignCapsule
  ) throws(CapsuleError) {
    switch part {
    case .head:
      let text = String(decoding: bytes.prefix { $0 != 10 }, as: UTF8.self)
      foreign.head = CommitID(text)
      guard text.isEmpty || foreign.head != nil else { throw fault(.contradictedFile(name)) }
    case .log(let device):
      foreign.logBytes += bytes.count
      guard foreign.logBytes <= Self.largestLogs else { throw fault(.contradictedFile(name)) }
      foreign.logs[device] = try operations(bytes, of: device)
    case .commit(let id):
      guard bytes.count <= Self.largestCommit, let commit = CommitFile.read(bytes, as: id) else {
        throw fault(.contradictedFile(name))
      }
      foreign.commits[id] = commit
      foreign.commitBytes[id] = bytes
    case .object(let id):
      guard Digest(of: bytes) == id.digest else { throw fault(.contradictedFile(name)) }
      foreign.objects.insert(id)
      let plain = Decompressor().bytes(of: bytes, limit: Self.largestList)
      foreign.manifests[id] = plain.flatMap(ManifestText.init)
      foreign.lists[id] = plain.flatMap(KeptFiles.init)
    case .format, .sums: break
    }
  }

  /// Each file is in the list with its sum, and each line of the list is a file.
  private func check(_ sums: [UInt8]?, _ digests: [String: Digest]) throws(CapsuleError) {
    guard let sums else { throw fault(.unlistedFile(PortableLayout.sums)) }
    var listed: Set<String> = []
    for line in sums.split(separator: 10) {
      let text = String(decoding: line, as: UTF8.self)
      let name = String(text.dropFirst(66))
      guard let digest = Digest(hex: text.prefix(64)), let actual = digests[name] else {
        throw fault(.missingFile(name))
      }
      guard digest == actual else { throw fault(.contradictedFile(name)) }
      listed.insert(name)
    }
    if let stranger = digests.keys.sorted().first(where: { !listed.contains($0) }) {
      throw fault(.unlistedFile(stranger))
    }
  }

  private func checkHead(_ foreign: ForeignCapsule) throws(CapsuleError) {
    guard let head = foreign.head, foreign.commits[head] == nil else { return }
    throw fault(.missingFile(PortableLayout.commit(head)))
  }
}

// MARK: - Folders

extension ForeignReader {
  private func readFolder(_ layout: Layout) throws(CapsuleError) -> ForeignCapsule {
    var foreign = ForeignCapsule(.folder(layout))
    let reader = CommitReader(layout: layout, disk: disk) { _ in }
    foreign.head = try reader.head()
    if foreign.head == nil { foreign.head = try unpackedHead(layout) }
    for id in try reader.all() {
      guard let bytes = try reader.bytes(id), let commit = CommitFile.read(bytes, as: id) else { continue }
      foreign.commits[id] = commit
      foreign.commitBytes[id] = bytes
    }
    let logs = LogReader(layout: layout, disk: disk) { _ in }
    for device in try logs.devices() {
      let log = try logs.inspection(of: device)
      try check(log.operations, of: device)
      foreign.logs[device] = log.operations
    }
    foreign.objects = try ObjectFolder(layout: layout, disk: disk).ids()
    let objects = ObjectReader(layout: layout, disk: disk)
    var catalogue = ManifestCatalogue(objects)
    for list in Set(foreign.commits.values.compactMap(\.content.files)) {
      foreign.lists[list] = try? objects.keptFiles(list)
    }
    let files = foreign.lists.values.flatMap(\.all)
    let manifests = foreign.commits.values.flatMap(\.content.receipts).map(\.manifest) + files.map(\.manifest)
    for manifest in manifests {
      for id in catalogue.chain(of: manifest) where foreign.manifests[id] == nil {
        foreign.manifests[id] = try? catalogue.text(id)
      }
    }
    try checkHead(foreign)
    return foreign
  }

  /// The present commit of an unpacked archive.
  private func unpackedHead(_ layout: Layout) throws(CapsuleError) -> CommitID? {
    try disk.contents(of: "\(layout.root)/HEAD").flatMap { bytes in
      CommitID(String(decoding: bytes.prefix { $0 != 10 }, as: UTF8.self))
    }
  }

  /// A folder of logs, one for each device. A last line without an end is one that is still on its way.
  private func readLogs() throws(CapsuleError) -> ForeignCapsule {
    var foreign = ForeignCapsule(.logs(path))
    for name in try disk.list(path).sorted() where name.hasSuffix(".jsonl") {
      guard let device = DeviceName.parse(name.dropLast(6)), let bytes = try disk.contents(of: "\(path)/\(name)") else {
        continue
      }
      let end = bytes.lastIndex(of: 10).map { $0 + 1 } ?? 0
      foreign.logs[device] = try operations(Array(bytes[..<end]), of: device)
    }
    guard !foreign.logs.isEmpty else { throw fault(.notACapsule) }
    return foreign
  }
}
