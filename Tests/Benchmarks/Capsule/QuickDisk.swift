import Capsule

/// The machine's disk, of which nobody waits for a power cut: what is made here is made for one run.
struct QuickDisk: Disk {
  private let disk = RealDisk()

  func open(_ path: String, _ mode: DiskMode) throws(CapsuleError) -> DiskFile { try disk.open(path, mode) }

  func read(_ file: DiskFile, count: Int, at offset: Int) throws(CapsuleError) -> [UInt8] {
    try disk.read(file, count: count, at: offset)
  }

  func write(_ bytes: [UInt8], to file: DiskFile, at offset: Int) throws(CapsuleError) {
    try disk.write(bytes, to: file, at: offset)
  }

  func truncate(_ file: DiskFile, to length: Int) throws(CapsuleError) { try disk.truncate(file, to: length) }
  func sync(_ file: DiskFile) {}
  func syncFileSystem(of file: DiskFile) {}
  func close(_ file: DiskFile) { disk.close(file) }
  func lock(_ file: DiskFile) throws(CapsuleError) -> Bool { try disk.lock(file) }
  func unlock(_ file: DiskFile) { disk.unlock(file) }
  func rename(_ path: String, to target: String) throws(CapsuleError) { try disk.rename(path, to: target) }
  func remove(_ path: String) throws(CapsuleError) { try disk.remove(path) }
  func makeFolder(_ path: String) throws(CapsuleError) { try disk.makeFolder(path) }
  func list(_ path: String) throws(CapsuleError) -> [String] { try disk.list(path) }
  func length(of path: String) throws(CapsuleError) -> Int? { try disk.length(of: path) }
  func room(at path: String) -> DiskRoom? { disk.room(at: path) }
}

/// A clock that is set by hand: a year of days takes no year.
final class SetClock: CapsuleClock, @unchecked Sendable {
  // Safe to send: a benchmark works on one thread.
  private var milliseconds: Int64

  /// A clock that stands at midnight of 2021-01-01.
  init() { milliseconds = 1_609_459_200_000 }

  /// Goes on by a day.
  func advance() { milliseconds += 86_400_000 }

  func now() -> Int64 { milliseconds }
  func uptime() -> Int64 { SystemClock().uptime() }
  func sleep(milliseconds: Int64) {}
}
