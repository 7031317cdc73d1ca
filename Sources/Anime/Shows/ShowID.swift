/// A show's local id: the first 10 base32 digits of the SHA-256 of the key under which it was first seen.
///
/// The digits are those of RFC 4648 in lower case, `a` to `z` and `2` to `7`:
/// fifty bits, kept here as a number. The order of ids is the order of their texts
/// as base32 values.
public struct ShowID: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The fifty bits.
  public let bits: UInt64

  /// The id with these fifty bits.
  public init(bits: UInt64) {
    self.bits = bits & 0x3_FFFF_FFFF_FFFF
  }

  /// The id that `hash`, the SHA-256 of a key, begins with; it needs 7 bytes.
  public init(hash: some Sequence<UInt8>) {
    var value: UInt64 = 0
    for byte in hash.prefix(7) { value = value << 8 | UInt64(byte) }
    self.init(bits: value >> 6)
  }

  /// Reads ten base32 digits, in either case. Nil for anything else.
  public init?(_ text: some StringProtocol) {
    guard text.utf8.count == 10 else { return nil }
    var value: UInt64 = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"): value = value << 5 | UInt64(byte - UInt8(ascii: "a"))
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = value << 5 | UInt64(byte - UInt8(ascii: "A"))
      case UInt8(ascii: "2")...UInt8(ascii: "7"): value = value << 5 | UInt64(byte - UInt8(ascii: "2") + 26)
      default: return nil
      }
    }
    self.init(bits: value)
  }

  /// The ten digits.
  public var description: String {
    let digits = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)
    let bytes = (0..<10).map { digits[Int(bits >> (5 * UInt64(9 - $0))) & 31] }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether `left` is the smaller id.
  public static func < (left: ShowID, right: ShowID) -> Bool {
    left.bits < right.bits
  }
}
