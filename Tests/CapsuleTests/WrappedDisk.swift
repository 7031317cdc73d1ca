import Capsule

/// A disk that is another one, but for what a test wants of it.
protocol WrappedDisk: Disk {
  var real: RealDisk { get }
}

extension WrappedDisk {
  func open(_ path: String, _ mode: DiskMode) throws(CapsuleError) -> DiskFile { try real.open(path, mode) }
  func read(_ file: DiskFile, count: Int, at offset: Int) throws(CapsuleError) -> [UInt8] {
    try real.read(file, count: count, at: offset)
  }
  func write(_ bytes: [UInt8], to file: DiskFile, at offset: Int) throws(CapsuleError) {
    try real.write(bytes, to: file, at: offset)
  }
  func truncate(_ file: DiskFile, to length: Int) throws(CapsuleError) { try real.truncate(file, to: length) }
  func sync(_ file: DiskFile) throws(CapsuleError) {}
  func syncFileSystem(of file: DiskFile) throws(CapsuleError) {}
  func close(_ file: DiskFile) { real.close(file) }
  func lock(_ file: DiskFile) throws(CapsuleError) -> Bool { try real.lock(file) }
  func unlock(_ file: DiskFile) { real.unlock(file) }
  func rename(_ path: String, to target: String) throws(CapsuleError) { try real.rename(path, to: target) }
  func remove(_ path: String) throws(CapsuleError) { try real.remove(path) }
  func makeFolder(_ path: String) throws(CapsuleError) { try real.makeFolder(path) }
  func list(_ path: String) throws(CapsuleError) -> [String] { try real.list(path) }
  func length(of path: String) throws(CapsuleError) -> Int? { try real.length(of: path) }
  func room(at path: String) -> DiskRoom? { real.room(at: path) }
}

/// A disk on which something happens just before the lock is had.
struct LockWatchingDisk: WrappedDisk {
  let real = RealDisk()
  let beforeLock: @Sendable () -> Void

  func lock(_ file: DiskFile) throws(CapsuleError) -> Bool {
    beforeLock()
    return try real.lock(file)
  }
}

/// A disk with as much room as it is told.
struct NarrowDisk: WrappedDisk {
  let real = RealDisk()
  var available: Int64

  func room(at path: String) -> DiskRoom? { DiskRoom(available: available, total: 1 << 40) }
}
