import Capsule
import Glibc
import Locking
import Testing

/// The machine's disk until one of its changing calls meets a fault. Nothing is really synced.
final class FaultyDisk: Disk {
  enum Fault: Sendable {
    /// The process ends before the call, or in the middle of it if it is a write.
    case kill(torn: Bool)

    /// The call fails, and if it is a write, in the middle of it.
    case fail(Int32, isLasting: Bool)
  }

  private struct State {
    var calls = 0
    var isDead = false
    var open: [Int32: DiskFile] = [:]
    var unsynced: Set<String> = []
    var mostUnsynced = 0
  }

  private let real = RealDisk()
  private let state = Lock(State())
  private let fault: Fault?
  private let position: Int

  /// A disk that meets `fault` at its changing call number `position`.
  init(_ fault: Fault? = nil, at position: Int = 0) {
    self.fault = fault
    self.position = position
  }

  /// Whether the fault was met.
  var isStruck: Bool { fault != nil && state.withLock { $0.calls } >= position }

  /// How many files held bytes at one time that a power cut could spoil; the lock's do not matter.
  var mostUnsynced: Int { state.withLock { $0.mostUnsynced } }

  /// Counts a changing call; throws if it is not to be made.
  private func strike(
    _ call: DiskCall, _ path: String, torn: () throws(CapsuleError) -> Void = {}
  ) throws(CapsuleError) {
    let calls = state.withLock { state in
      state.calls += 1
      return state.calls
    }
    switch fault {
    case .kill(let isTorn) where calls == position:
      if isTorn { try torn() }
      die()
    case .fail(let errno, let isLasting) where calls == position || isLasting && calls > position:
      try torn()
      throw CapsuleError(call, path, errno: errno)
    default: break
    }
    try checkAlive(call, path)
  }

  private func checkAlive(_ call: DiskCall, _ path: String) throws(CapsuleError) {
    if state.withLock({ $0.isDead }) { throw CapsuleError(call, path, errno: EIO) }
  }

  private func die() {
    state.withLock { state in
      state.isDead = true
      // Its children would end too: none keeps the lock.
      for file in state.open.values {
        real.unlock(file)
        real.close(file)
      }
      state.open = [:]
    }
  }

  func open(_ path: String, _ mode: DiskMode) throws(CapsuleError) -> DiskFile {
    if mode == .making || mode == .once { try strike(.open, path) } else { try checkAlive(.open, path) }
    let file = try real.open(path, mode)
    state.withLock { $0.open[file.descriptor] = file }
    return file
  }

  func read(_ file: DiskFile, count: Int, at offset: Int) throws(CapsuleError) -> [UInt8] {
    try checkAlive(.read, file.path)
    return try real.read(file, count: count, at: offset)
  }

  func write(_ bytes: [UInt8], to file: DiskFile, at offset: Int) throws(CapsuleError) {
    try strike(.write, file.path) { () throws(CapsuleError) in
      try real.write(Array(bytes.prefix(bytes.count / 2)), to: file, at: offset)
    }
    try real.write(bytes, to: file, at: offset)
    guard !file.path.hasSuffix("/lock") else { return }
    state.withLock { state in
      state.unsynced.insert(file.path)
      state.mostUnsynced = max(state.mostUnsynced, state.unsynced.count)
    }
  }

  func truncate(_ file: DiskFile, to length: Int) throws(CapsuleError) {
    // A full disk has room for less.
    if case .fail(ENOSPC, _) = fault {
      try checkAlive(.truncate, file.path)
    } else {
      try strike(.truncate, file.path)
    }
    try real.truncate(file, to: length)
  }

  func sync(_ file: DiskFile) throws(CapsuleError) {
    try strike(.sync, file.path)
    state.withLock { _ = $0.unsynced.remove(file.path) }
  }

  func syncFileSystem(of file: DiskFile) throws(CapsuleError) { try strike(.sync, file.path) }

  func close(_ file: DiskFile) {
    let wasOpen = state.withLock { $0.open.removeValue(forKey: file.descriptor) != nil }
    if wasOpen { real.close(file) }
  }

  func lock(_ file: DiskFile) throws(CapsuleError) -> Bool {
    try checkAlive(.lock, file.path)
    return try real.lock(file)
  }

  func unlock(_ file: DiskFile) {
    // The number of a file that is closed may be another's by now.
    if state.withLock({ $0.open[file.descriptor] != nil }) { real.unlock(file) }
  }

  func rename(_ path: String, to target: String) throws(CapsuleError) {
    try strike(.rename, target)
    try real.rename(path, to: target)
  }

  func remove(_ path: String) throws(CapsuleError) {
    if case .fail(ENOSPC, _) = fault { try checkAlive(.remove, path) } else { try strike(.remove, path) }
    try real.remove(path)
  }

  func makeFolder(_ path: String) throws(CapsuleError) {
    try strike(.makeFolder, path)
    try real.makeFolder(path)
  }

  func list(_ path: String) throws(CapsuleError) -> [String] {
    try checkAlive(.list, path)
    return try real.list(path)
  }

  func length(of path: String) throws(CapsuleError) -> Int? {
    try checkAlive(.status, path)
    return try real.length(of: path)
  }

  func room(at path: String) -> DiskRoom? { real.room(at: path) }
}

extension FaultyDisk.Fault: CustomTestStringConvertible {
  var testDescription: String {
    switch self {
    case .kill(let torn): torn ? "killed within a write" : "killed before a call"
    case .fail(let errno, let isLasting): "\(String(cString: strerror(errno))) \(isLasting ? "for good" : "once")"
    }
  }
}
