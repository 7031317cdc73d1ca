/// How the bytes of a document stand for characters.
enum MarkupEncoding {
  case utf8
  case utf16(isBigEndian: Bool)
  /// What is called ISO-8859-1 too: who declares that means this (WHATWG Encoding Standard, section 4.2).
  case windows1252

  /// `bytes` as UTF-8, without a byte order mark; refuses what declares another encoding than those.
  static func decode(_ bytes: [UInt8]) throws(MarkupError) -> [UInt8] {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return Array(bytes.dropFirst(3)) }
    switch try MarkupEncoding(of: bytes) {
    case .utf8: return bytes
    case .windows1252: return decodeWindows1252(bytes)
    case .utf16(let isBigEndian): return decodeUTF16(bytes, isBigEndian: isBigEndian)
    }
  }

  /// By its mark, by zeros beside its first character, or by what it declares.
  private init(of bytes: [UInt8]) throws(MarkupError) {
    switch bytes.prefix(2) {
    case [0xFF, 0xFE], [UInt8(ascii: "<"), 0]: self = .utf16(isBigEndian: false)
    case [0xFE, 0xFF], [0, UInt8(ascii: "<")]: self = .utf16(isBigEndian: true)
    default: try self.init(declaredBy: bytes)
    }
  }

  private init(declaredBy bytes: [UInt8]) throws(MarkupError) {
    guard let name = Self.declaration(of: bytes) else {
      self = .utf8
      return
    }
    switch name.lowercased() {
    // What is read here byte by byte is not of 16 bits, whatever it declares.
    case "utf-8", "utf8", "us-ascii", "ascii", "utf-16", "utf-16le", "utf-16be", "ucs-2", "unicode": self = .utf8
    case "iso-8859-1", "iso8859-1", "latin1", "latin-1", "windows-1252", "cp1252": self = .windows1252
    default: throw .unknownEncoding(name)
    }
  }

  /// The name in `<?xml version="1.0" encoding="…"?>`; nil where there is none.
  private static func declaration(of bytes: [UInt8]) -> String? {
    let head = String(decoding: bytes.prefix(256), as: UTF8.self)
    guard head.drop(while: \.isWhitespace).hasPrefix("<?xml"), let end = head.firstRange(of: "?>"),
      let found = head[..<end.lowerBound].firstRange(of: "encoding")
    else { return nil }
    let value = head[found.upperBound..<end.lowerBound].drop { $0.isWhitespace || $0 == "=" }
    guard let quote = value.first, quote == "\"" || quote == "'" else { return nil }
    return String(value.dropFirst().prefix { $0 != quote })
  }

  private static func decodeUTF16(_ bytes: [UInt8], isBigEndian: Bool) -> [UInt8] {
    let units = (0..<bytes.count / 2).lazy.map { place in
      let (first, second) = (UInt16(bytes[place * 2]), UInt16(bytes[place * 2 + 1]))
      return isBigEndian ? first << 8 | second : second << 8 | first
    }
    let isMarked = units.first == 0xFEFF
    return Array(String(decoding: units.dropFirst(isMarked ? 1 : 0), as: UTF16.self).utf8)
  }

  private static func decodeWindows1252(_ bytes: [UInt8]) -> [UInt8] {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count)
    for byte in bytes {
      if byte < 0x80 {
        decoded.append(byte)
      } else {
        let scalar = byte < 0xA0 ? Unicode.Scalar(upperControls[Int(byte) - 0x80]) : Unicode.Scalar(byte)
        decoded.append(contentsOf: String(scalar ?? "\u{FFFD}").utf8)
      }
    }
    return decoded
  }

  /// What 0x80 to 0x9F stand for (Unicode's mapping `WindowsBestFit/bestfit1252.txt`).
  private static let upperControls: [UInt16] = [
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D,
    0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
    0x0153, 0x009D, 0x017E, 0x0178,
  ]
}
