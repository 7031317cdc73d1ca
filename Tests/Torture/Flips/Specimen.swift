import Capsule
import Locking

/// A capsule of two mebibytes with something of everything, and what is true of it.
struct Specimen: Sendable {
  static let root = "/home/capsule"

  let tree: Tree
  let belief: Belief
  /// What an honest mirror would send once more, by its digest.
  let mirror: [Digest: (bytes: [UInt8], cuts: [Int])]

  /// Makes one, of bytes that do not compress.
  init(_ seed: UInt64) throws(CapsuleError) {
    var random = Randomness(seed)
    let disk = MemoryDisk(Self.ground)
    let capsule = try Self.open(disk)
    var lines = (0..<335).map { Self.line($0, &random) }
    var mirror: [Digest: (bytes: [UInt8], cuts: [Int])] = [:]
    for round in 0..<8 {
      for _ in 0..<(round == 0 ? 0 : 9) {
        let index = random.below(lines.count)
        lines[index] = Self.line(index, &random)
      }
      let identities = (0..<12).map { "key \(round) \($0)\t\(String(random.next(), radix: 36))\n" }.joined()
      try capsule.commit(lines, identities: Array(identities.utf8))
      let (bytes, cuts) = TimeCapsule.joined(lines)
      mirror[Digest(of: bytes)] = (bytes, cuts)
      for edit in 0..<6 { try capsule.append(["{\"edit\":\"\(round) \(edit)\",\"note\":\"\(random.next())\"}"]) }
    }
    self.mirror = mirror
    tree = disk.tree
    belief = try Belief(reading: capsule)
  }

  private static var ground: Tree {
    var tree = Tree()
    let home = tree.addFolder()
    tree.folders[Tree.root]?["home"] = home
    return tree
  }

  private static func line(_ number: Int, _ random: inout Randomness) -> String {
    let words = (0..<620).map { _ in String(random.next(), radix: 36) }
    return "show \(number) " + words.joined()
  }

  static func open(_ disk: MemoryDisk) throws(CapsuleError) -> TimeCapsule {
    let names = Lock(Randomness(1))
    return try TimeCapsule.open(
      at: root, program: "torture", disk: disk, clock: TortureClock(), random: { names.withLock { $0.next() } })
  }

  /// All files but the lock's.
  var files: [(path: String, node: Int)] {
    tree.paths().filter { !$0.path.hasSuffix("/lock") }
  }

  /// What the mirror answers to `candidates`.
  func received(for candidates: [RefetchCandidate]) -> [RefetchedFile] {
    candidates.compactMap { candidate in
      mirror[candidate.receipt.sha256].map { file in
        RefetchedFile(receipt: candidate.receipt, bytes: file.bytes, cuts: file.cuts, mirror: "https://mirror.test")
      }
    }
  }
}
