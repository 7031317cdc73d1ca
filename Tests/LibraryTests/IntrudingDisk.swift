import Capsule
import Locking

/// A disk on which somebody else writes just before a lock of the capsule is taken, for the first time or a later one.
struct IntrudingDisk: Disk {
  let intrude: @Sendable () -> Void
  /// How many locks are still to be taken until then.
  let countdown: Lock<Int>
  let real = RealDisk()

  init(atLock position: Int = 1, _ intrude: @escaping @Sendable () -> Void) {
    self.intrude = intrude
    countdown = Lock(position)
  }

  func lock(_ file: DiskFile) throws(CapsuleError) -> Bool {
    let isTime = countdown.withLock { count in
      count -= 1
      return count == 0
    }
    if isTime { intrude() }
    return try real.lock(file)
  }

  func open(_ path: String, _ mode: DiskMode) throws(CapsuleError) -> DiskFile { try real.open(path, mode) }
  func read(_ file: DiskFile, count: Int, at offset: Int) throws(CapsuleError) -> [UInt8] {
    try real.read(file, count: count, at: offset)
  }
  func write(_ bytes: [UInt8], to file: DiskFile, at offset: Int) throws(CapsuleError) {
    try real.write(bytes, to: file, at: offset)
  }
  func truncate(_ file: DiskFile, to length: Int) throws(CapsuleError) { try real.truncate(file, to: length) }
  func sync(_ file: DiskFile) throws(CapsuleError) { try real.sync(file) }
  func syncFileSystem(of file: DiskFile) throws(CapsuleError) { try real.syncFileSystem(of: file) }
  func close(_ file: DiskFile) { real.close(file) }
  func unlock(_ file: DiskFile) { real.unlock(file) }
  func rename(_ path: String, to target: String) throws(CapsuleError) { try real.rename(path, to: target) }
  func remove(_ path: String) throws(CapsuleError) { try real.remove(path) }
  func makeFolder(_ path: String) throws(CapsuleError) { try real.makeFolder(path) }
  func list(_ path: String) throws(CapsuleError) -> [String] { try real.list(path) }
  func length(of path: String) throws(CapsuleError) -> Int? { try real.length(of: path) }
  func room(at path: String) -> DiskRoom? { real.room(at: path) }
}
