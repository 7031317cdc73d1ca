/// A file that the capsule keeps beside the catalogue, such as the comments of an episode.
public struct KeptFile: Hashable, Sendable {
  /// What it is called, in parts between slashes: `danmaku/mfzwizltoq/7/bilibili`.
  public var name: String
  /// The object that holds the manifest of its bytes.
  public var manifest: ObjectID
  /// How many items it holds.
  public var count: Int
  /// When it came: milliseconds since 1970.
  public var received: Int64
  /// Where it came from, in a word or two.
  public var origin: String
  /// Whether nobody else can give it again; each of its objects is stored twice then.
  public var isOnlyHere: Bool

  /// The file `name` with the bytes that `manifest` lists.
  public init(
    name: String, manifest: ObjectID, count: Int, received: Int64, origin: String, isOnlyHere: Bool
  ) {
    self.name = name
    self.manifest = manifest
    self.count = count
    self.received = received
    self.origin = origin
    self.isOnlyHere = isOnlyHere
  }

  /// The one of two files of one name that a merge keeps: the later; of equals the one with the smaller manifest, so
  /// that both sides choose the same.
  static func later(_ left: KeptFile, _ right: KeptFile) -> KeptFile {
    (left.received, right.manifest.description) >= (right.received, left.manifest.description) ? left : right
  }
}
