public import Anime

/// A provider's file as it was received.
public struct ReceivedFile: Sendable {
  /// The bytes, decompressed.
  public var bytes: [UInt8]
  /// The name of the provider.
  public var provider: String
  /// The kind of the provider; it names the decoder.
  public var kind: String
  /// The version, where the provider numbers them.
  public var version: String?
  /// The mirror that it came from.
  public var mirror: String
  /// The address that was asked.
  public var url: String
  /// When it was received.
  public var fetched: Instant

  /// A file of `provider`.
  public init(
    bytes: [UInt8], provider: String, kind: String, version: String?, mirror: String, url: String, fetched: Instant
  ) {
    self.bytes = bytes
    self.provider = provider
    self.kind = kind
    self.version = version
    self.mirror = mirror
    self.url = url
    self.fetched = fetched
  }
}

/// What became of a received file.
public enum Installed: Hashable, Sendable {
  /// It is the catalogue now.
  case updated(Difference)
  /// It is what was here already; nothing was written.
  case unchanged
  /// It lacks too many of the provider's present shows; nothing was written. Another mirror should be asked.
  case guarded(missing: Int, present: Int)
  /// It lacks too many shows, and was stored without being applied.
  case setAside(missing: Int, present: Int)
}

/// How one state of the catalogue differs from the one before, in shows.
public struct Difference: Hashable, Sendable {
  /// Shows that were not there.
  public var added: Int
  /// Shows of which something else is said now.
  public var changed: Int
  /// Shows that are no longer listed, those among them that stay because the user keeps something about them.
  public var removed: Int

  /// A difference.
  public init(added: Int = 0, changed: Int = 0, removed: Int = 0) {
    self.added = added
    self.changed = changed
    self.removed = removed
  }
}
