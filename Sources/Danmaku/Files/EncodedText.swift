/// The text of an element as it stands in the file.
struct EncodedText {
  var bytes: Slice<UnsafeBufferPointer<UInt8>>
  /// Whether entities stand for themselves.
  var isVerbatim: Bool
  /// Whether it is a program or an array, in which `/n` is not a line break.
  var isCode: Bool

  /// Appends the text, decoded and clean.
  func write(to arena: inout [UInt8]) {
    let start = arena.count
    decode(to: &arena)
    TextCleaner.clean(&arena, from: start, isCode: isCode)
  }

  private func decode(to arena: inout [UInt8]) {
    var rest = bytes
    while let place = rest.firstIndex(where: { $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "/") }) {
      arena.append(contentsOf: rest[..<place])
      rest = rest[place...]
      if rest.first == UInt8(ascii: "&"), !isVerbatim, let entity = Entity(rest) {
        arena.append(contentsOf: entity.utf8)
        rest = rest.dropFirst(entity.length)
      } else if rest.first == UInt8(ascii: "/"), !isCode, rest.dropFirst().first == UInt8(ascii: "n") {
        arena.append(UInt8(ascii: "\n"))
        rest = rest.dropFirst(2)
      } else {
        arena.append(rest.removeFirst())
      }
    }
    arena.append(contentsOf: rest)
  }
}

/// `&amp;`, `&#34;` or `&#x4F60;`; anything else is what it looks like.
private struct Entity {
  var utf8: [UInt8]
  var length: Int

  init?(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) {
    guard let end = bytes.prefix(12).firstIndex(of: UInt8(ascii: ";")) else { return nil }
    let name = String(decoding: bytes[bytes.startIndex + 1..<end], as: UTF8.self)
    guard let scalar = Self.named[name] ?? Self.numbered(name) else { return nil }
    utf8 = Array(String(scalar).utf8)
    length = end + 1 - bytes.startIndex
  }

  private static let named: [String: Unicode.Scalar] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}",
  ]

  private static func numbered(_ name: String) -> Unicode.Scalar? {
    guard name.hasPrefix("#") else { return nil }
    let digits = name.dropFirst()
    let isHexadecimal = digits.hasPrefix("x") || digits.hasPrefix("X")
    let number = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return number.flatMap(Unicode.Scalar.init)
  }
}
