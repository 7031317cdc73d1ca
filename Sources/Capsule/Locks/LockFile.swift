internal import Glibc

/// A lock between processes: a file that one of them at a time has locked.
///
/// It ends with its process, however that ends. While it is held, the file names the holder.
public struct LockFile: Sendable {
  /// Where the file lies.
  public let path: String

  private let disk: any Disk
  private let clock: any CapsuleClock

  /// Describes the lock at `path`, whose folder must be there.
  public init(at path: String, disk: any Disk = RealDisk(), clock: any CapsuleClock = SystemClock()) {
    self.path = path
    self.disk = disk
    self.clock = clock
  }

  /// Takes the lock if nobody has it.
  public func tryAcquire(for purpose: String) throws(CapsuleError) -> HeldLock? {
    let file = try disk.open(path, .making)
    do {
      guard try disk.lock(file) else {
        disk.close(file)
        return nil
      }
    } catch {
      disk.close(file)
      throw error
    }
    // Who holds it is only said to be kind: where it cannot be written, the lock holds all the same.
    try? disk.write(LockHolder(pid: getpid(), purpose: purpose).line, to: file, at: 0)
    return HeldLock(file, disk)
  }

  /// Takes the lock, waiting for it; says who has it if it is not free in time.
  public func acquire(for purpose: String, within milliseconds: Int64 = 5000) throws(CapsuleError) -> HeldLock {
    let start = clock.uptime()
    var pause: Int64 = 1
    while true {
      if let held = try tryAcquire(for: purpose) { return held }
      let waited = clock.uptime() - start
      guard waited < milliseconds else {
        throw .locked(path: path, holder: holder(), waitedMilliseconds: waited)
      }
      clock.sleep(milliseconds: min(pause, milliseconds - waited))
      pause = min(pause * 2, 50)
    }
  }

  /// Who has, or had, the lock.
  public func holder() -> LockHolder? {
    guard let bytes = try? disk.contents(of: path) else { return nil }
    return LockHolder(line: bytes)
  }
}

/// Who holds a lock, and for what.
public struct LockHolder: Equatable, Sendable {
  /// The number of the process.
  public let pid: Int32

  /// What it does, for instance "sync".
  public let purpose: String

  /// Describes a holder.
  public init(pid: Int32, purpose: String) {
    self.pid = pid
    self.purpose = purpose
  }

  /// `1234 sync`, always as long, so that a full disk has room for the next one too.
  var line: [UInt8] {
    let text = Array("\(pid) \(purpose)".utf8.prefix(63))
    return text + Array(repeating: 32, count: 63 - text.count) + [10]
  }

  init?(line: [UInt8]) {
    let text = String(decoding: line.prefix { $0 != 10 }, as: UTF8.self)
    let parts = text.split(separator: " ", maxSplits: 1)
    guard let pid = parts.first.flatMap({ Int32($0) }) else { return nil }
    let purpose = parts.count == 2 ? parts[1] : ""
    self.init(pid: pid, purpose: String(purpose.reversed().drop { $0 == " " }.reversed()))
  }
}
