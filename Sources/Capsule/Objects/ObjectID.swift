/// The name of an object: the SHA-256 of its bytes as they are stored.
///
///     objects/9f/9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
public struct ObjectID: Hashable, Sendable, Codable {
  /// What `sha256sum` prints for the object's file.
  public let digest: Digest

  /// Names the object whose stored bytes have this digest.
  public init(_ digest: Digest) {
    self.digest = digest
  }

  /// Reads an id from its 64 hexadecimal digits.
  public init?(hex: some StringProtocol) {
    guard let digest = Digest(hex: hex) else { return nil }
    self.digest = digest
  }

  /// Reads the id as its digest.
  public init(from decoder: any Decoder) throws {
    digest = try Digest(from: decoder)
  }

  /// Writes the id as its digest.
  public func encode(to encoder: any Encoder) throws {
    try digest.encode(to: encoder)
  }
}

extension ObjectID: CustomStringConvertible {
  /// The 64 hexadecimal digits.
  public var description: String { digest.hex }
}
