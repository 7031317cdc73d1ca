internal import Locking

/// The store on disk: what every catalogue was, and what the user did.
///
/// Reading takes no lock and writes nothing, so it works on a read-only disk and before there is
/// anything. Writing takes the lock for as long as one commit or one append needs.
public final class TimeCapsule: Sendable {
  /// The newest format that this program reads and writes.
  public static let format = CapsuleFormat.newest.rawValue

  let layout: Layout
  let disk: any Disk
  let clock: any CapsuleClock
  let program: String
  let report: @Sendable (CapsuleFinding) -> Void
  let random: @Sendable () -> UInt64
  let reserve: @Sendable () -> ContentReserve

  /// Threads of this process wait here, and not for the file lock, which knows no queue.
  private let gate = Lock<LogWriter.Tail?>(nil)

  /// The logs that were found damaged by reading; the next writer heals them.
  private let damagedLogs = Lock<Set<String>>([])

  var commits: CommitReader { CommitReader(layout: layout, disk: disk, report: report) }
  var objects: ObjectReader { ObjectReader(layout: layout, disk: disk) }
  var logReader: LogReader { LogReader(layout: layout, disk: disk, report: report) }

  private init(
    _ layout: Layout, _ program: String, _ disk: any Disk, _ clock: any CapsuleClock,
    _ random: @escaping @Sendable () -> UInt64, _ reserve: @escaping @Sendable () -> ContentReserve,
    _ report: @escaping @Sendable (CapsuleFinding) -> Void
  ) {
    self.layout = layout
    self.program = program
    self.disk = disk
    self.clock = clock
    self.random = random
    self.reserve = reserve
    self.report = report
  }

  /// Opens the capsule in the folder `root`, which need not be there yet.
  ///
  /// - Parameters:
  ///   - program: the program's version, which commits carry.
  ///   - reserve: below how many bytes of free room nothing more is fetched.
  ///   - report: is told of damage that was met and got past.
  public static func open(
    at root: String, program: String, disk: any Disk = RealDisk(), clock: any CapsuleClock = SystemClock(),
    random: @escaping @Sendable () -> UInt64 = { UInt64.random(in: 0 ... .max) },
    reserve: @escaping @Sendable () -> ContentReserve = { .standard },
    report: @escaping @Sendable (CapsuleFinding) -> Void = { _ in }
  ) throws(CapsuleError) -> TimeCapsule {
    let capsule = TimeCapsule(Layout(root: root), program, disk, clock, random, reserve, report)
    _ = try capsule.checkFormat()
    return capsule
  }
}

// MARK: Reading

extension TimeCapsule {
  /// The present commit's id; nil where there is nothing but the starter.
  public func head() throws(CapsuleError) -> CommitID? {
    try commits.head()
  }

  /// The present commit; where it cannot be read, the newest one before it that can.
  public func headCommit() throws(CapsuleError) -> Commit? {
    try commits.headCommit()
  }

  /// The commit named `id`.
  public func commit(_ id: CommitID) throws(CapsuleError) -> Commit {
    try commits.commit(id)
  }

  /// The manifest in the object `id`.
  public func manifest(_ id: ObjectID) throws(CapsuleError) -> Manifest {
    try objects.manifest(id)
  }

  /// Exactly the bytes that were received.
  public func bytes(of manifest: Manifest) throws(CapsuleError) -> [UInt8] {
    try objects.bytes(of: manifest)
  }

  /// Exactly the bytes that the receipt is for.
  public func bytes(of receipt: Receipt) throws(CapsuleError) -> [UInt8] {
    try objects.bytes(of: objects.manifest(receipt.manifest))
  }

  /// What an object holds.
  public func bytes(of id: ObjectID) throws(CapsuleError) -> [UInt8] {
    try objects.bytes(id)
  }

  /// The logs of all devices, in the order of their names.
  public func logs() throws(CapsuleError) -> [OperationLog] {
    _ = try checkFormat()
    return try logReader.devices().map { device throws(CapsuleError) in
      let (log, isDamaged) = try logReader.log(of: device)
      if isDamaged { damagedLogs.withLock { _ = $0.insert(device) } }
      return log
    }
  }

  /// What this device is called; nil before its first operation.
  public func device() throws(CapsuleError) -> String? {
    try DeviceFile(layout: layout, disk: disk).read()
  }

  /// A few words that are another whenever anybody has committed or appended anything.
  public func changeToken() throws(CapsuleError) -> ChangeToken {
    var words = [try head()?.description ?? "none"]
    for device in try logReader.devices() {
      var length = try disk.length(of: layout.log(of: device))
      if length == nil { length = try disk.length(of: layout.logCopy(of: device)) }
      words.append("\(device):\(length ?? 0)")
    }
    return ChangeToken(rawValue: words.joined(separator: " "))
  }

  /// Whether there is a capsule here; throws where it is not one that this program knows.
  func checkFormat() throws(CapsuleError) -> Bool {
    guard let bytes = try disk.contents(of: layout.format) else { return false }
    guard let found = CapsuleFormat.number(in: bytes) else { throw .unknownFormat(path: layout.format) }
    guard found <= Self.format else { throw .newerFormat(path: layout.format, found: found, known: Self.format) }
    return true
  }
}

/// What the capsule was at one moment, to compare with another moment.
public struct ChangeToken: RawRepresentable, Hashable, Sendable {
  /// The token as text, to be kept somewhere.
  public let rawValue: String

  /// Takes up a token that was kept.
  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  /// Whether there is neither a commit nor a log.
  public var isEmpty: Bool { rawValue == "none" }

  /// Whether nobody has appended anything between the two; a commit does not count.
  public func hasSameLogs(as other: ChangeToken) -> Bool {
    rawValue.drop { $0 != " " } == other.rawValue.drop { $0 != " " }
  }
}

/// Operations that were appended, and what they changed.
///
/// Whoever knew the capsule as it was `before` knows it as it is `after`; whoever did not
/// has missed what another process did.
public struct Appended: Sendable {
  /// The operations as they are in the log.
  public let operations: [LoggedOperation]
  /// The capsule just before.
  public let before: ChangeToken
  /// The capsule just after.
  public let after: ChangeToken
}

extension TimeCapsule {
  /// All commits that `start`, or the present one where none is named, builds on, as far as `isKnown` does not know
  /// them already.
  public func history(
    from start: CommitID? = nil, isKnown: (CommitID) -> Bool = { _ in false }
  ) throws(CapsuleError) -> CommitHistory {
    try commits.history(from: start, isKnown: isKnown)
  }

  /// Reads the pieces of what was received, and how they differ from one time to another.
  public var pieces: PieceReader { PieceReader(objects) }
}

// MARK: Writing

extension TimeCapsule {
  /// Runs `body` with the capsule's lock held. `purpose` is what others read who wait for it.
  ///
  /// Within `body` nothing is appended: there is one lock, and it is held.
  public func write<Result: Sendable>(
    _ purpose: String, _ body: (CapsuleWriter) throws(CapsuleError) -> Result
  ) throws(CapsuleError) -> Result {
    try withLock(purpose) { staging, _ throws(CapsuleError) in
      try body(CapsuleWriter(self, staging))
    }
  }

  /// Appends operations to this device's log; they are durable when it returns.
  ///
  /// - Parameters:
  ///   - bodies: JSON objects, each on one line.
  ///   - seen: the latest time of any operation of any device that the writer knew of.
  public func append(_ bodies: [[UInt8]], after seen: HybridTime? = nil) throws(CapsuleError) -> Appended {
    try withLock("edit") { staging, known throws(CapsuleError) in
      let before = try changeToken()
      let writer = LogWriter(layout: layout, disk: disk, staging: staging)
      let device = try makeDevice(staging)
      let damaged = damagedLogs.withLock { $0 }
      var tail = try writer.tail(of: device, known: known, heal: damaged.contains(device))
      known = nil
      for other in damaged where other != device { try writer.heal(other) }
      damagedLogs.withLock { $0.subtract(damaged) }
      let operations = try writer.append(bodies, after: seen, now: clock.now(), to: tail)
      tail.length += operations.reduce(0) { $0 + $1.line.count + 1 }
      tail.last = operations.last ?? tail.last
      known = tail
      return Appended(operations: operations, before: before, after: try changeToken())
    }
  }

  func withLock<Result: Sendable>(
    _ purpose: String, _ body: (Staging, inout LogWriter.Tail?) throws(CapsuleError) -> Result
  ) throws(CapsuleError) -> Result {
    try gate.withLock { known throws(CapsuleError) in
      try makeFolders(to: layout.root)
      let held = try LockFile(at: layout.lock, disk: disk, clock: clock).acquire(for: purpose)
      defer { held.release() }
      let staging = Staging(layout, disk, random: random, report: report)
      do throws(CapsuleError) {
        try makeCapsule(staging)
        return try body(staging, &known)
      } catch {
        // What is half written would keep room from a full disk.
        try? staging.clear()
        throw error
      }
    }
  }

  /// Makes a folder, and those above it that are missing.
  func makeFolders(to path: String) throws(CapsuleError) {
    guard try disk.length(of: path) == nil else { return }
    guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else {
      try disk.makeFolder(path)
      return
    }
    let parent = String(path[..<slash])
    try makeFolders(to: parent)
    try disk.makeFolder(path)
    try disk.syncFolder(parent)
  }

  /// Makes what is missing of the folders and, in a new capsule, of the files; `format` comes last.
  private func makeCapsule(_ staging: Staging) throws(CapsuleError) {
    let isThere = try checkFormat()
    for folder in layout.folders where try disk.length(of: folder) == nil {
      try makeFolders(to: folder)
    }
    try staging.clear()
    guard !isThere else { return }
    let hasCommits = try head() != nil
    let hasLogs = try !logReader.devices().isEmpty
    if hasCommits || hasLogs {
      report(.formatMissing)
    } else {
      let start = HeadSlots.line(for: CommitID(sequence: 0, digest: .none))
      for slot in 0..<2 { try staging.place(start, at: layout.head(slot: slot), .making) }
    }
    let format = CapsuleFormat(for: [try headCommit()].compactMap(\.self))
    try staging.place(format.bytes, at: layout.format, .making)
    try disk.syncFolder(layout.root)
  }

  /// This device's name, drawn at its first operation.
  private func makeDevice(_ staging: Staging) throws(CapsuleError) -> String {
    let known = try device()
    let name = known ?? DeviceName.draw(random)
    // A process that was stopped in between left one of the two.
    var isMade = false
    for path in [layout.device, layout.deviceCopy] {
      if known != nil, try disk.length(of: path) != nil { continue }
      try staging.place(DeviceFile.bytes(name), at: path, .making)
      isMade = true
    }
    if isMade { try disk.syncFolder(layout.operations) }
    return name
  }
}
