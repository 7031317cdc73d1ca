public import Anime
import Capsule
public import Danmaku

/// Comments as they came, to be kept.
public struct ReceivedDanmaku: Sendable {
  /// Which they are.
  public var key: DanmakuKey
  /// The comments, with the senders as their file numbers them: the library numbers them anew.
  public var comments: Comments
  /// Where they came from, in a word or two: a file's name, a server's.
  public var origin: String
  /// When.
  public var received: Instant
  /// Whether the user gave them; else a server did, which may be asked again.
  public var isUsers: Bool

  /// Comments that came from `origin`.
  public init(key: DanmakuKey, comments: Comments, origin: String, received: Instant, isUsers: Bool) {
    self.key = key
    self.comments = comments
    self.origin = Sanitiser.clean(origin)
    self.received = received
    self.isUsers = isUsers
  }
}

/// Comments that the capsule keeps; what they say is read by `ShowLibrary.comments(of:)`.
public struct StoredDanmaku: Hashable, Sendable {
  /// Which they are.
  public var key: DanmakuKey
  /// How many.
  public var count: Int
  /// When they came.
  public var received: Instant
  /// Where they came from, in a word or two.
  public var origin: String
  /// Whether the user gave them.
  public var isUsers: Bool

  let file: KeptFile

  /// Nil where the file holds something else.
  init?(_ file: KeptFile) {
    guard let key = DanmakuKey(fileName: file.name) else { return nil }
    self.key = key
    self.file = file
    count = file.count
    received = Instant(milliseconds: file.received)
    origin = Sanitiser.clean(file.origin)
    isUsers = file.isOnlyHere
  }
}

/// What became of comments that came.
public enum DanmakuStored: Hashable, Sendable {
  /// They are kept; `former` is how many there were of the same source before.
  case stored(former: Int?)
  /// The same are here already; nothing was written.
  case unchanged
  /// There are none in it, and an empty answer replaces nothing.
  case empty(present: Int?)
  /// A server gave less than half of what it gave before, which stays.
  case shrunken(present: Int)
  /// A server gave them, and what is here of this source the user gave, which no server replaces.
  case imported(present: Int)
}
