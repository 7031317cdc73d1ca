import Anime
import Capsule
import Danmaku

/// Comments on their way into one commit.
struct DanmakuBatch {
  /// The files that the commit will keep.
  private(set) var files: KeptFiles
  /// What became of each of the comments, in the order in which they were added.
  private(set) var results: [DanmakuStored] = []
  /// What their senders are numbered under.
  let salt: CapsuleSalt

  /// Pieces of some seven hundred comments: an episode is a handful of files, and a few new comments change one.
  private static let cutter = PieceCutter(mean: 64 << 10)

  init(over files: KeptFiles, salt: CapsuleSalt) {
    self.files = files
    self.salt = salt
  }

  /// Whether nothing of what was added is new.
  var isUnchanged: Bool {
    results.allSatisfy { if case .stored = $0 { false } else { true } }
  }

  /// Stores `received` in place of what is here of the same source, where it is good enough.
  ///
  /// The same comments once more are written only where what is here of them cannot be read any more, which
  /// `isReadable` tells.
  mutating func add(
    _ received: ReceivedDanmaku, _ writer: CapsuleWriter, isReadable: (KeptFile) -> Bool
  ) throws(CapsuleError) {
    let present = files[received.key.fileName]
    if let refusal = Self.refusal(of: received, over: present) {
      results.append(refusal)
      return
    }
    let isWhole = present.map(isReadable) ?? true
    let salted = received.comments.salted(by: Salt(salt))
    let bytes = JSONLinesOutput().bytes(of: salted)
    let manifest = try writer.keep(bytes, cuts: Self.cutter.cuts(lines: bytes), isOnlyHere: received.isUsers)
    if let present, present.manifest == manifest, isWhole, present.isOnlyHere == received.isUsers {
      results.append(.unchanged)
      return
    }
    files.keep(
      KeptFile(
        name: received.key.fileName, manifest: manifest, count: received.comments.count,
        received: received.received.milliseconds, origin: received.origin, isOnlyHere: received.isUsers))
    results.append(.stored(former: present?.count))
  }

  /// Why `received` replaces nothing; nil where it does.
  ///
  /// What the user gives is what the user wants, however little it is, and no server replaces it; one that gives less
  /// than half of what it gave before is more likely to be ill.
  private static func refusal(of received: ReceivedDanmaku, over present: KeptFile?) -> DanmakuStored? {
    let count = received.comments.count
    guard count > 0 else { return .empty(present: present?.count) }
    guard let present, !received.isUsers else { return nil }
    if present.isOnlyHere { return .imported(present: present.count) }
    return count * 2 < present.count ? .shrunken(present: present.count) : nil
  }
}
