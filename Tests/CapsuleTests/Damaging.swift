import Capsule
import Foundation

/// What disks do to files.
extension TestCapsule {
  /// Flips a bit in the middle of a file.
  func flip(_ name: String) throws {
    var bytes = try contents(name)
    bytes[bytes.count / 2] ^= 1
    try write(bytes, to: name)
  }

  /// Where an object lies.
  func object(_ id: ObjectID) -> String { "objects/\(id.description.prefix(2))/\(id)" }

  /// The names and bytes of all files, but for the lock.
  var everything: [String: [UInt8]] {
    var everything: [String: [UInt8]] = [:]
    for name in files() where name != "lock" { everything[name] = try? contents(name) }
    return everything
  }
}

/// A capsule with something of everything: three files of a provider, one set aside, records that stand twice,
/// changes of one device.
struct FurnishedCapsule {
  let test = TestCapsule()
  let capsule: TimeCapsule
  let texts: [String]
  private(set) var commits: [Commit] = []
  let identities: ObjectID
  let device: String

  init() throws {
    capsule = try test.open()
    texts = (0..<3).map(Self.version)
    for text in texts { commits.append(try capsule.sync(text)) }
    let head = commits[2]
    let base = try capsule.manifest(Self.manifest(of: head))
    let (aside, lines) = (Array(Self.lines("aside").utf8), Array("key\tid\n".utf8))
    commits.append(
      try capsule.write("sync") { writer throws(CapsuleError) in
        var draft = head.content
        let manifest = writer.store(aside, cuts: Self.cuts(aside), over: base)
        draft.sources["p"]?.setAside = CommitDraft.sync(manifest).sources["p"]?.current
        draft.identities = writer.putTwice(lines)
        return try writer.record(draft)
      })
    identities = commits[3].content.identities ?? head.content.receipts[0].manifest
    try capsule.append("{\"a\":1}", "{\"b\":2}", "{\"c\":3}")
    device = try capsule.device() ?? ""
  }

  static func lines(_ word: String) -> String {
    (0..<40).map { "\($0) \(word) \(String(repeating: "~", count: 90))\n" }.joined()
  }

  /// Forty lines, of which the seventh is another in each version, and no longer.
  static func version(_ number: Int) -> String {
    lines("old").replacing("\n7 old", with: "\n7 \(100 + number)")
  }

  static func cuts(_ bytes: [UInt8]) -> [Int] {
    stride(from: 100, to: bytes.count, by: 100) + [bytes.count]
  }

  static func manifest(of commit: Commit) -> ObjectID { commit.content.receipts[0].manifest }

  /// The manifest of what was received for the commit at `index`.
  func manifest(_ index: Int) -> ObjectID { Self.manifest(of: commits[index]) }

  /// The piece that only the commit at `index` has.
  func ownPiece(_ index: Int) throws -> ObjectID {
    let others = try commits.indices.filter { $0 != index && $0 < 3 }.flatMap { try pieces($0) }
    return try pieces(index).first { !others.contains($0) } ?? manifest(index)
  }

  /// A piece that all commits have.
  func commonPiece() throws -> ObjectID { try pieces(0)[30] }

  /// What was received for the commit at `index`, received once more.
  func refetched(_ index: Int) -> RefetchedFile {
    let bytes = Array(texts[index].utf8)
    return RefetchedFile(
      receipt: commits[index].content.receipts[0], bytes: bytes, cuts: Self.cuts(bytes), mirror: "example")
  }

  private func pieces(_ index: Int) throws -> [ObjectID] { try capsule.manifest(manifest(index)).pieces.map(\.id) }

  func damage(_ depth: VerificationDepth = .everyByte) throws -> [Damage] { try test.open().verify(depth).damage }
}
