internal import Crypto

/// A SHA-256: the name that bytes have by themselves.
public struct Digest: Hashable, Sendable {
  private let words: SIMD4<UInt64>

  /// The SHA-256 of `bytes`.
  public init(of bytes: [UInt8]) {
    self = bytes.withUnsafeBytes { Digest(of: $0) }
  }

  /// The SHA-256 of the bytes in `buffer`.
  public init(of buffer: UnsafeRawBufferPointer) {
    var function = SHA256()
    function.update(bufferPointer: buffer)
    words = function.finalize().withUnsafeBytes { result in
      var words = SIMD4<UInt64>()
      for index in 0..<4 {
        words[index] = UInt64(bigEndian: result.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self))
      }
      return words
    }
  }

  /// Reads 64 lowercase hexadecimal digits, and nothing else.
  public init?(hex: some StringProtocol) {
    let read = hex.utf8.withContiguousStorageIfAvailable { Digest(digits: $0) }
    guard let digest = read ?? Digest(digits: Array(hex.utf8)) else { return nil }
    self = digest
  }

  /// Reads the same digits as bytes of text. A verification reads hundreds of thousands.
  init?(digits: some RandomAccessCollection<UInt8>) {
    guard digits.count == 64 else { return nil }
    var words = SIMD4<UInt64>()
    var start = digits.startIndex
    for index in 0..<4 {
      let end = digits.index(start, offsetBy: 16)
      var word: UInt64 = 0
      for digit in digits[start..<end] {
        guard let value = hexadecimalValue(digit) else { return nil }
        word = word << 4 | UInt64(value)
      }
      words[index] = word
      start = end
    }
    self.words = words
  }

  /// The digest that stands where there is nothing to point at: all zeros.
  static let none = Digest(words: SIMD4<UInt64>())

  private init(words: SIMD4<UInt64>) {
    self.words = words
  }

  /// The 64 lowercase hexadecimal digits, as `sha256sum` prints them.
  public var hex: String {
    String(unsafeUninitializedCapacity: 64) { buffer in
      for index in 0..<4 {
        var word = words[index]
        for place in stride(from: index * 16 + 15, through: index * 16, by: -1) {
          let nibble = UInt8(truncatingIfNeeded: word) & 15
          buffer[place] = nibble < 10 ? 48 + nibble : 87 + nibble
          word >>= 4
        }
      }
      return 64
    }
  }

  /// The first 64 bits, for sums that catch accidents and for choices by hash.
  var prefix: UInt64 { words[0] }
}

extension Digest: CustomStringConvertible {
  /// The same as `hex`.
  public var description: String { hex }
}

extension Digest: Codable {
  /// Reads the digest from a string of hexadecimal digits.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let digest = Digest(hex: text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a SHA-256: \(text)")
    }
    self = digest
  }

  /// Writes the digest as a string of hexadecimal digits.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(hex)
  }
}

/// The value of a lowercase hexadecimal digit.
private func hexadecimalValue(_ digit: UInt8) -> UInt8? {
  switch digit {
  case 48...57: digit - 48
  case 97...102: digit - 87
  default: nil
  }
}

/// The first 16 hexadecimal digits of the SHA-256 of `bytes`.
///
/// It tells a damaged head or log line from a whole one. That guards against
/// accidents, not against people: those are what the chain of full digests is for.
func sum(of bytes: some Collection<UInt8>) -> String {
  String(Digest(of: Array(bytes)).hex.prefix(16))
}
