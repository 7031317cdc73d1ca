/// The text of an element as it stands in the file.
struct EncodedText {
  let bytes: UnsafeBufferPointer<UInt8>
  /// Whether entities stand for themselves.
  let isVerbatim: Bool
  /// Whether it is a program or an array, in which `/n` is not a line break.
  let isCode: Bool

  init(bytes: Slice<UnsafeBufferPointer<UInt8>>, isVerbatim: Bool, isCode: Bool) {
    self.bytes = UnsafeBufferPointer(rebasing: bytes)
    self.isVerbatim = isVerbatim
    self.isCode = isCode
  }

  /// Appends the text, decoded and clean.
  func write(to arena: inout [UInt8]) {
    let start = arena.count
    if bytes.contains(anyOf: { $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "/") }) {
      decode(to: &arena)
    } else {
      arena.append(contentsOf: bytes)
    }
    TextCleaner.clean(&arena, from: start, isCode: isCode)
  }

  private func decode(to arena: inout [UInt8]) {
    var place = 0
    while place < bytes.count {
      if bytes[place] == UInt8(ascii: "&"), !isVerbatim, let entity = Entity(bytes[place...]) {
        arena.append(contentsOf: String(entity.scalar).utf8)
        place += entity.length
      } else if isLineBreak(at: place) {
        arena.append(UInt8(ascii: "\n"))
        place += 2
      } else {
        arena.append(bytes[place])
        place += 1
      }
    }
  }

  /// Whether `/n` stands here and means the end of a line.
  private func isLineBreak(at place: Int) -> Bool {
    !isCode && bytes[place] == UInt8(ascii: "/") && place + 1 < bytes.count && bytes[place + 1] == UInt8(ascii: "n")
  }
}

/// `&amp;`, `&#34;` or `&#x4F60;`; anything else is what it looks like.
private struct Entity {
  var scalar: Unicode.Scalar
  var length: Int

  /// The entity at the start of `bytes`.
  init?(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) {
    guard let end = bytes.prefix(12).firstIndex(of: UInt8(ascii: ";")) else { return nil }
    let name = bytes[bytes.startIndex + 1..<end]
    guard let scalar = Self.named(name) ?? Self.numbered(name) else { return nil }
    self.scalar = scalar
    length = end + 1 - bytes.startIndex
  }

  private static func named(_ name: Slice<UnsafeBufferPointer<UInt8>>) -> Unicode.Scalar? {
    for (known, scalar) in names where name.elementsEqual(known.utf8) { return scalar }
    return nil
  }

  private static let names: [(String, Unicode.Scalar)] = [
    ("amp", "&"), ("lt", "<"), ("gt", ">"), ("quot", "\""), ("apos", "'"), ("nbsp", "\u{A0}"),
  ]

  private static func numbered(_ name: Slice<UnsafeBufferPointer<UInt8>>) -> Unicode.Scalar? {
    guard name.first == UInt8(ascii: "#") else { return nil }
    let digits = Substring(decoding: name.dropFirst(), as: UTF8.self)
    let isHexadecimal = digits.hasPrefix("x") || digits.hasPrefix("X")
    let number = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return number.flatMap(Unicode.Scalar.init)
  }
}
