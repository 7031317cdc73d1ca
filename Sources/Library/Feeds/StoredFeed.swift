public import Anime
import Capsule

/// A feed that the capsule keeps; what it says is read by `ShowLibrary.archive(of:)`.
public struct StoredFeed: Hashable, Sendable {
  /// The name of its provider.
  public var name: String
  /// How many items it has.
  public var count: Int
  /// When it last said something new.
  public var received: Instant
  /// Where that came from, in a word or two.
  public var origin: String

  let file: KeptFile

  private static let folder = "feeds/"
  /// Pieces of some forty items: a new one changes the last of them.
  static let cutter = PieceCutter(mean: 16 << 10)

  /// Nil where the file holds something else.
  init?(_ file: KeptFile) {
    guard file.name.hasPrefix(Self.folder) else { return nil }
    self.file = file
    name = Sanitiser.clean(String(file.name.dropFirst(Self.folder.count)))
    count = file.count
    received = Instant(milliseconds: file.received)
    origin = Sanitiser.clean(file.origin)
  }

  /// What the capsule calls the file of the feed `name`.
  static func fileName(of name: String) -> String { folder + name }
}
