/// Which pieces, joined, are exactly the bytes that a provider sent.
public struct Manifest: Equatable, Sendable {
  /// The object that holds the manifest.
  public let id: ObjectID

  /// How many bytes were received.
  public let length: Int

  /// The SHA-256 of what was received.
  public let sha256: Digest

  /// The pieces in order.
  public let pieces: [Piece]

  /// How many other manifests it takes pieces over from, one through the other.
  let depth: Int

  /// A chain is not made longer than this, so that reading one costs less than a millisecond.
  static let longestChain = 32
}

/// One part of a received file: an object, and how many bytes it stands for.
public struct Piece: Hashable, Sendable {
  /// The object that holds the piece.
  public let id: ObjectID

  /// Its length in the received file.
  public let length: Int
}
