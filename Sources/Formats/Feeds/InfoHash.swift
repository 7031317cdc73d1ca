/// What names a torrent: the SHA-1 of what it holds.
struct InfoHash: Hashable {
  /// 40 hexadecimal digits, in small letters.
  let text: String

  /// Reads 40 hexadecimal digits.
  init?(hexadecimal digits: Substring) {
    guard digits.utf8.count == 40, digits.utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "f") ~= $0 | 0x20 }),
      digits.allSatisfy(\.isHexDigit)
    else { return nil }
    text = digits.lowercased()
  }

  /// Reads 32 digits to the base 32 (RFC 4648, section 6), as older magnet links have them.
  init?(base32 digits: Substring) {
    guard digits.utf8.count == 32 else { return nil }
    var (bits, count, hexadecimal) = (0, 0, "")
    for byte in digits.utf8 {
      guard let value = Self.base32(byte) else { return nil }
      (bits, count) = (bits << 5 | value, count + 5)
      while count >= 4 {
        count -= 4
        hexadecimal += String(bits >> count & 15, radix: 16)
      }
      bits &= 15
    }
    text = hexadecimal
  }

  private static func base32(_ byte: UInt8) -> Int? {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"): Int(byte - UInt8(ascii: "a"))
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): Int(byte - UInt8(ascii: "A"))
    case UInt8(ascii: "2")...UInt8(ascii: "7"): Int(byte - UInt8(ascii: "2")) + 26
    default: nil
    }
  }

  /// Finds it in `magnet:?xt=urn:btih:HASH`, or where the last part of an address's path is one, with `.torrent` or not.
  init?(in address: String) {
    let found: Substring
    if address.hasPrefix("magnet:") {
      guard let mark = address.lowercased().firstRange(of: "urn:btih:") else { return nil }
      let start = address.utf8.index(
        address.startIndex, offsetBy: address.lowercased().utf8.distance(from: address.startIndex, to: mark.upperBound))
      found = address[start...].prefix { $0 != "&" }
    } else {
      let path = address.prefix { $0 != "?" && $0 != "#" }
      found = path.suffix(from: path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)
        .prefix { $0 != "." }
    }
    guard let hash = InfoHash(hexadecimal: found) ?? InfoHash(base32: found) else { return nil }
    // The page of an item may well have a name of 32 letters; a magnet link has nothing else there.
    guard address.hasPrefix("magnet:") || found.utf8.count == 40 else { return nil }
    self = hash
  }
}
