/// What pax and GNU tar say of the entry that follows, where a header's fields are too short for it.
///
///     30 path=objects/葬送のフリーレン
///     20 size=34359738368
struct ExtendedHeader: Equatable {
  /// The name, in place of the header's.
  var name: [UInt8]?

  /// The length, in place of the header's.
  var length: Int?

  /// Whether the entry's bytes are GNU tar's map of a file with holes, and not the file.
  var isSparse = false

  /// Nothing is said.
  init() {}

  /// Reads the records above: a length in decimal digits that counts itself, a blank, key and value, a newline.
  init?(records: [UInt8]) {
    var rest = records[...]
    while !rest.isEmpty {
      guard let blank = rest.firstIndex(of: UInt8(ascii: " ")), let length = Self.number(rest[..<blank]),
        length <= rest.count, rest.startIndex + length > blank + 1,
        rest[rest.startIndex + length - 1] == UInt8(ascii: "\n")
      else { return nil }
      let record = rest[(blank + 1)..<(rest.startIndex + length - 1)]
      guard let sign = record.firstIndex(of: UInt8(ascii: "=")) else { return nil }
      let value = record[(sign + 1)...]
      switch String(decoding: record[..<sign], as: UTF8.self) {
      // An empty value takes back what was said before.
      case "path": name = value.isEmpty ? nil : Array(value)
      case "size":
        self.length = Self.number(value)
        if self.length == nil, !value.isEmpty { return nil }
      case let key where key.hasPrefix("GNU.sparse."): isSparse = true
      default: break
      }
      rest = rest.dropFirst(length)
    }
  }

  /// Says what `other` says, and what it is silent on as before.
  mutating func merge(_ other: ExtendedHeader) {
    name = other.name ?? name
    length = other.length ?? length
    isSparse = isSparse || other.isSparse
  }

  /// What decimal digits say; what fits in no Int is larger than anything that is read.
  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard !digits.isEmpty, digits.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains) else { return nil }
    return Int(String(decoding: digits, as: UTF8.self)) ?? Int.max
  }
}
