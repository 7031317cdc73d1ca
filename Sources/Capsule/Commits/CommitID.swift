/// The name of a commit: its place in the order, and the SHA-256 of its file.
///
///     00000812-9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
///
/// It is also the name of the file, so that a person can follow the parents by hand.
public struct CommitID: Hashable, Sendable {
  /// 1 for the first commit on disk. 0 is the compiled-in starter, which is never on disk.
  public let sequence: Int

  /// The SHA-256 of the commit's file.
  public let digest: Digest

  /// The highest number that a commit can have: its name has eight digits.
  static let greatestSequence = 99_999_999

  /// Names the commit number `sequence` whose file has `digest`.
  public init(sequence: Int, digest: Digest) {
    self.sequence = sequence
    self.digest = digest
  }

  /// Reads an id from the form shown above.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.count == 8, parts[0].utf8.allSatisfy({ (48...57).contains($0) }),
      let sequence = Int(parts[0]), let digest = Digest(hex: parts[1])
    else { return nil }
    self.init(sequence: sequence, digest: digest)
  }
}

extension CommitID {
  /// `00000812-9f86d081`, enough to tell it from any other.
  public var short: String { String(description.prefix(17)) }
}

extension CommitID: CustomStringConvertible {
  /// The form shown above.
  public var description: String { "\(padded(sequence, to: 8))-\(digest.hex)" }
}

extension CommitID: Codable {
  /// Reads the id from its text.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let id = CommitID(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a commit: \(text)")
    }
    self = id
  }

  /// Writes the id as its text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

/// `number` in at least `width` digits, with zeros in front.
func padded(_ number: Int, to width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
