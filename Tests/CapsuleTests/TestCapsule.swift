import Capsule
import Foundation
import Locking

/// A folder that is gone when the test is over, and a capsule in it.
final class TestCapsule: Sendable {
  let root: String
  let clock = TestClock()
  let findings = Lock<[CapsuleFinding]>([])

  init() {
    // Memory where there is some: thousands of capsules are made, and none has to last.
    let memory = "/dev/shm/"
    let folder = FileManager.default.isWritableFile(atPath: memory) ? memory : NSTemporaryDirectory()
    root = folder + "yozakura-capsule-" + UUID().uuidString
  }

  deinit {
    try? FileManager.default.removeItem(atPath: root)
  }

  /// Opens the capsule, as one more process would.
  func open(_ disk: any Disk = RealDisk()) throws -> TimeCapsule {
    try TimeCapsule.open(
      at: root + "/capsule", program: "test", disk: disk, clock: clock,
      report: { [findings] finding in findings.withLock { $0.append(finding) } })
  }

  func path(_ name: String) -> String { root + "/capsule/" + name }

  func contents(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: path(name))))
  }

  func write(_ bytes: [UInt8], to name: String) throws {
    let url = URL(fileURLWithPath: path(name))
    if FileManager.default.fileExists(atPath: url.path) { try FileManager.default.removeItem(at: url) }
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }

  func remove(_ name: String) throws {
    try FileManager.default.removeItem(atPath: path(name))
  }

  /// The names of all files below a folder, sorted.
  func files(in name: String = "") -> [String] {
    let folder = name.isEmpty ? root + "/capsule" : path(name)
    let all = FileManager.default.enumerator(atPath: folder)?.allObjects as? [String] ?? []
    return all.filter { name in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: folder + "/" + name, isDirectory: &isFolder) && !isFolder.boolValue
    }.sorted()
  }

  var reported: [CapsuleFinding] { findings.withLock { $0 } }
}

/// A clock that shows what it is told, and never waits.
final class TestClock: CapsuleClock {
  private let time = Lock<(wall: Int64, up: Int64)>((1_786_752_000_000, 0))

  func set(_ wall: Int64) { time.withLock { $0.wall = wall } }
  func now() -> Int64 { time.withLock { $0.wall } }
  func uptime() -> Int64 { time.withLock { $0.up } }
  func sleep(milliseconds: Int64) { time.withLock { $0.up += milliseconds } }
}

extension CommitDraft {
  /// A commit of one provider that gives `manifest`.
  static func sync(_ manifest: Manifest, added: Int = 0) -> CommitDraft {
    let receipt = Receipt(
      of: manifest, version: "0.3.1", url: "https://example.org/data.json", mirror: "example", fetched: 1,
      verdict: "good", kind: "k", shows: 1)
    return CommitDraft(provider: "p", cause: "sync", added: added, sources: ["p": Source(current: receipt)])
  }
}

extension TimeCapsule {
  /// Stores `text` in pieces of 100 bytes, and records it.
  @discardableResult
  func sync(_ text: String) throws -> Commit {
    let bytes = Array(text.utf8)
    let cuts = stride(from: 100, to: bytes.count, by: 100) + [bytes.count]
    return try write("sync") { writer throws(CapsuleError) in
      var base: Manifest?
      if let receipt = try self.headCommit()?.content.sources["p"]?.current {
        base = try self.manifest(receipt.manifest)
      }
      return try writer.record(.sync(writer.store(bytes, cuts: cuts, over: base)))
    }
  }

  /// What the present commit's provider gave.
  func text() throws -> String? {
    guard let receipt = try headCommit()?.content.sources["p"]?.current else { return nil }
    return String(decoding: try bytes(of: receipt), as: UTF8.self)
  }

  /// The bodies of all operations of all devices.
  func bodies() throws -> [String] {
    try logs().flatMap(\.operations).map { String(decoding: $0.body, as: UTF8.self) }
  }

  @discardableResult
  func append(_ bodies: String...) throws -> [LoggedOperation] {
    try append(bodies.map { Array($0.utf8) }).operations
  }
}
