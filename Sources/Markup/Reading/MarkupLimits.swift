/// How much of a document is read, so that a hostile one costs little.
public struct MarkupLimits: Hashable, Sendable {
  /// The bytes of the document.
  public var bytes: Int
  /// How deep elements may lie in each other.
  public var depth: Int
  /// How many attributes an element may have.
  public var attributes: Int
  /// How many namespaces may be in force at one place.
  public var namespaces: Int
  /// The bytes of a text or value; those that are skipped may be longer.
  public var length: Int
  /// The bytes of a name.
  public var name: Int

  /// Limits beyond all that feeds and lists have: a feed of a year has a megabyte, its elements lie five deep.
  public init(
    bytes: Int = 8 << 20, depth: Int = 128, attributes: Int = 256, namespaces: Int = 64, length: Int = 1 << 20,
    name: Int = 256
  ) {
    self.bytes = bytes
    self.depth = depth
    self.attributes = attributes
    self.namespaces = namespaces
    self.length = length
    self.name = name
  }
}
