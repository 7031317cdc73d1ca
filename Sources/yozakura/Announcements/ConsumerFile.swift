internal import Anime
internal import CSystem
internal import Capsule
internal import Glibc

/// What one consumer was told, kept in the state folder under its name, and the lock of those who ask in that name.
struct ConsumerFile {
  private let path: String

  /// The name under which the interface looks.
  static let interface = "interface"
  /// The name where none is said.
  static let standard = "default"

  /// The file of the consumer `name` among those in `folder`.
  init(folder: String, name: String) {
    path = "\(folder)/new/\(name)"
  }

  /// Whether `name` can be one: it names a file.
  static func isName(_ name: String) -> Bool {
    let plain = name.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
        true
      default: false
      }
    }
    return plain && (1...64).contains(name.utf8.count)
  }

  /// Keeps everybody else who asks in this name waiting, until the lock is gone. Whoever has it may be waiting for a
  /// program that notifies, and is waited for so many milliseconds.
  func lock(within milliseconds: Int64 = 30_000) throws -> HeldLock {
    try TextFile.makeFolder(TextFile.folder(of: path))
    return try LockFile(at: path + ".lock").acquire(for: "new", within: milliseconds)
  }

  /// What was found in the file.
  struct Found {
    /// What the consumer was told; of one that is new, that it begins.
    var memory: ConsumerMemory
    /// Whether it never asked before.
    var isNew = false
    /// Where a damaged file goes when what it tells is written anew.
    var setAside: String?
  }

  /// What the consumer was told; a new one begins with `now`.
  ///
  /// Where the file is damaged the consumer begins anew with the moment at which the file was written: what came before
  /// that it was told, and what came after it not.
  func read(now: Instant) throws -> Found {
    guard let bytes = try TextFile.read(path) else { return Found(memory: ConsumerMemory(begun: now), isNew: true) }
    if let text = String(validating: bytes, as: UTF8.self), let memory = ConsumerMemory(text) {
      return Found(memory: memory)
    }
    let written = Self.changed(path) ?? now
    return Found(memory: ConsumerMemory(begun: min(now, written)), setAside: path + ".damaged")
  }

  /// Keeps what the consumer was told, and the damaged file that it was found in beside it; durable when this returns.
  func write(_ memory: ConsumerMemory, settingAside damaged: String? = nil) throws {
    if let damaged, rename(path, damaged) != 0 { throw TextFile.Failure(path: path, reason: errno) }
    try TextFile.replace(path, with: memory.text)
  }

  /// When the file at `path` was last written.
  private static func changed(_ path: String) -> Instant? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return Instant(seconds: Int64(status.st_mtim.tv_sec))
  }
}
