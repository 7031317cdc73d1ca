/// One header of a tar, as far as reading needs it.
///
/// The fields are those of ustar (IEEE Std 1003.1, `pax`); what GNU tar and the tar of Version 7 write is read too.
struct TarHeader: Equatable {
  /// What the bytes after the header are.
  enum Kind: Equatable {
    case file
    case folder
    case extendedHeader
    case globalHeader
    case longName
    case longLink
    case other(UInt8)
  }

  let kind: Kind
  let name: [UInt8]
  let length: Int

  /// Headers are as long as this, and all else is filled up to a multiple of it.
  static let blockLength = 512

  /// How many bytes follow `length` bytes, up to the next block.
  static func padding(after length: Int) -> Int {
    (blockLength - length % blockLength) % blockLength
  }
}

/// Where a field of the header lies.
private enum Field {
  static let name = 0..<100
  static let mode = 100..<108
  static let user = 108..<116
  static let group = 116..<124
  static let length = 124..<136
  static let time = 136..<148
  static let checksum = 148..<156
  static let type = 156
  static let magic = 257..<263
  static let version = 263..<265
  static let majorDevice = 329..<337
  static let minorDevice = 337..<345
  static let prefix = 345..<500
}

// MARK: - Reading

extension TarHeader {
  /// Reads the header `block`, which lies at `offset` of the tar.
  init(_ block: [UInt8], at offset: Int) throws(ArchiveFault) {
    let hasMagic = block[Field.magic].starts(with: "ustar".utf8)
    guard Self.number(block[Field.checksum]).map({ Self.sums(of: block).contains($0) }) == true else {
      throw hasMagic || offset > 0 ? .wrongChecksum(offset: offset) : .notAnArchive
    }
    guard let length = Self.number(block[Field.length]) else { throw .malformedHeader(offset: offset) }
    self.length = length

    let short = Self.text(block[Field.name])
    // GNU tar's own format has "ustar " there, and times where ustar has the prefix.
    let prefix = block[Field.magic].elementsEqual("ustar\0".utf8) ? Self.text(block[Field.prefix]) : []
    name = prefix.isEmpty ? short : prefix + [UInt8(ascii: "/")] + short
    kind = Kind(block[Field.type])
  }

  /// The bytes before the first zero.
  private static func text(_ field: ArraySlice<UInt8>) -> [UInt8] {
    Array(field.prefix { $0 != 0 })
  }

  /// The number in `field`: octal digits, or GNU tar's binary for what they cannot say. Nothing is zero.
  private static func number(_ field: ArraySlice<UInt8>) -> Int? {
    guard let first = field.first, first < 0x80 else { return binaryNumber(field) }
    let digits = field.drop { $0 == UInt8(ascii: " ") }.prefix { $0 != UInt8(ascii: " ") && $0 != 0 }
    // Twelve octal digits fit in 36 bits.
    guard digits.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "7")).contains) else { return nil }
    return digits.reduce(0) { $0 << 3 | Int($1 & 7) }
  }

  private static func binaryNumber(_ field: ArraySlice<UInt8>) -> Int? {
    guard field.first == 0x80 else { return nil }
    // What fits in no Int is larger than anything that is read.
    guard field.dropLast(8).dropFirst().allSatisfy({ $0 == 0 }) else { return Int.max }
    return Int(clamping: field.suffix(min(8, field.count - 1)).reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
  }

  /// The sum over the block with blanks for the checksum; old tars summed signed characters.
  private static func sums(of block: [UInt8]) -> [Int] {
    var (unsigned, signed) = (0, 0)
    for (index, byte) in block.enumerated() {
      let byte = Field.checksum.contains(index) ? UInt8(ascii: " ") : byte
      unsigned += Int(byte)
      signed += Int(Int8(bitPattern: byte))
    }
    return [unsigned, signed]
  }
}

extension TarHeader.Kind {
  fileprivate init(_ type: UInt8) {
    switch type {
    case 0, UInt8(ascii: "0"), UInt8(ascii: "7"): self = .file
    case UInt8(ascii: "5"): self = .folder
    case UInt8(ascii: "x"): self = .extendedHeader
    case UInt8(ascii: "g"): self = .globalHeader
    case UInt8(ascii: "L"): self = .longName
    case UInt8(ascii: "K"): self = .longLink
    default: self = .other(type)
    }
  }
}

// MARK: - Writing

extension TarHeader {
  /// The header of a regular file that anyone may read; `time` in milliseconds since 1970 is rounded down to seconds.
  ///
  /// The name is one of ours: short, and made of printable ASCII.
  static func block(_ name: String, length: Int, time: Int64) -> [UInt8] {
    guard let (prefix, last) = split(name) else { preconditionFailure("no header can hold the name \(name)") }
    var block = [UInt8](repeating: 0, count: blockLength)
    func put(_ bytes: some Collection<UInt8>, _ field: Range<Int>) {
      block.replaceSubrange(field.lowerBound..<field.lowerBound + bytes.count, with: bytes)
    }
    /// Octal digits that leave room for the zero at the end.
    func put(_ number: Int, _ field: Range<Int>) {
      let digits = String(number, radix: 8)
      put((String(repeating: "0", count: field.count - 1 - digits.count) + digits).utf8, field)
    }
    put(last.utf8, Field.name)
    put(prefix.utf8, Field.prefix)
    put(0o644, Field.mode)
    put(length, Field.length)
    put(min(max(0, Int(time) / 1000), 0o777_7777_7777), Field.time)
    for field in [Field.user, Field.group, Field.majorDevice, Field.minorDevice] { put(0, field) }
    block[Field.type] = UInt8(ascii: "0")
    put("ustar".utf8, Field.magic)
    put("00".utf8, Field.version)
    // Six digits, a zero and a blank: so says the standard's history, and so writes every tar.
    put(sums(of: block)[0], Field.checksum.dropLast())
    block[Field.checksum.upperBound - 1] = UInt8(ascii: " ")
    return block
  }

  /// The name in the two fields that hold it, cut where GNU tar cuts; nil where it fits in no way.
  private static func split(_ name: String) -> (prefix: Substring, last: Substring)? {
    guard (try? ArchiveName.checked(Array(name.utf8))) == name, name.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
    if name.utf8.count <= Field.name.count { return ("", name[...]) }
    for slash in name.utf8.indices.reversed() where name.utf8[slash] == UInt8(ascii: "/") {
      let (prefix, last) = (name[..<slash], name[slash...].dropFirst())
      if prefix.utf8.count <= Field.prefix.count, last.utf8.count <= Field.name.count { return (prefix, last) }
    }
    return nil
  }
}
