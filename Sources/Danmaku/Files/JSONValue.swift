/// What stands behind a key or in an array, as it stands in the file.
enum JSONValue {
  /// What stands between the quotes; it has escapes unless it is plain.
  case string(Slice<UnsafeBufferPointer<UInt8>>, isPlain: Bool)
  /// A number, `true`, `false` or `null`, or what is none of them.
  case bare(Slice<UnsafeBufferPointer<UInt8>>)
  /// An array or object with its brackets.
  case container(Slice<UnsafeBufferPointer<UInt8>>)

  /// The bytes of a string or number, for fields that need no escapes; servers write numbers as either.
  var field: Slice<UnsafeBufferPointer<UInt8>>? {
    switch self {
    case .string(let bytes, _), .bare(let bytes): bytes
    case .container: nil
    }
  }

  /// The number without its fraction.
  var integer: Int? { field.flatMap(NumberField.integer) }
  /// The number, where it is one that a stage can have.
  var decimal: Double? {
    guard let number = field.flatMap({ Double(String(decoding: $0, as: UTF8.self)) }) else { return nil }
    return abs(number) <= 1_000_000 ? number : nil
  }
  /// Whether it is `true`, or what servers write instead.
  var isTrue: Bool { field.map { $0.elementsEqual("true".utf8) || $0.elementsEqual("1".utf8) } ?? false }
  /// The text of a string; nil where it is none.
  var string: String? {
    guard case .string = self else { return nil }
    var decoded: [UInt8] = []
    write(to: &decoded)
    return String(decoding: decoded, as: UTF8.self)
  }

  /// Hands the bytes of a string or number to `body`, decoded where that is needed.
  func withDecodedField<Value>(_ body: (Slice<UnsafeBufferPointer<UInt8>>) -> Value) -> Value? {
    guard case .string(_, isPlain: false) = self else { return field.map(body) }
    var decoded: [UInt8] = []
    write(to: &decoded)
    return decoded.withUnsafeBufferPointer { body($0[...]) }
  }

  /// Appends the UTF-8 of a string, or what a number looks like.
  func write(to arena: inout [UInt8]) {
    switch self {
    case .string(let bytes, isPlain: false): JSONEscapes.decode(bytes, to: &arena)
    case .string(let bytes, _), .bare(let bytes): arena.append(contentsOf: bytes)
    case .container: break
    }
  }
}

extension JSONValue {
  /// A walk through an array or object.
  var walker: JSONWalker? {
    guard case .container(let bytes) = self else { return nil }
    return JSONWalker(bytes.base, in: bytes.indices)
  }

  /// A walk that has stopped at the end of the object; nil where it is none.
  var object: JSONWalker? {
    guard var walker else { return nil }
    while let stop = walker.next() {
      if case .object = stop, walker.isOutermost { return walker }
    }
    return nil
  }

  /// The text of a string, clean, with its lines divided at `breaks` too; nil where there is nothing to read.
  func lines(breaks: [StaticString]) -> String? {
    guard case .string = self else { return nil }
    var decoded: [UInt8] = []
    write(to: &decoded)
    for pair in breaks { decoded.replace([pair.utf8Start[0], pair.utf8Start[1]], with: CollectionOfOne(0x0A)) }
    TextCleaner.clean(&decoded, from: 0, isCode: false)
    return decoded.contains { $0 > 0x20 } ? String(decoding: decoded, as: UTF8.self) : nil
  }
}

/// The escapes of RFC 8259, section 7; what is none of them stands for itself.
private enum JSONEscapes {
  static func decode(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, to arena: inout [UInt8]) {
    var rest = bytes
    while let backslash = rest.firstIndex(of: UInt8(ascii: "\\")) {
      arena.append(contentsOf: rest[..<backslash])
      rest = rest[(backslash + 1)...]
      guard let letter = rest.first else { break }
      if letter == UInt8(ascii: "u"), let scalar = scalar(&rest) {
        arena.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      } else {
        arena.append(byte(letter))
        rest = rest.dropFirst()
      }
    }
    arena.append(contentsOf: rest)
  }

  private static func byte(_ letter: UInt8) -> UInt8 {
    switch letter {
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "t"): 0x09
    default: letter
    }
  }

  /// Reads `uXXXX`, and the second half of a surrogate pair behind it; half a pair is U+FFFD.
  private static func scalar(_ rest: inout Slice<UnsafeBufferPointer<UInt8>>) -> Unicode.Scalar? {
    guard let first = unit(rest) else { return nil }
    rest = rest.dropFirst(5)
    guard 0xD800..<0xDC00 ~= first, rest.starts(with: "\\u".utf8), let second = unit(rest.dropFirst()),
      0xDC00..<0xE000 ~= second
    else { return Unicode.Scalar(first) ?? "\u{FFFD}" }
    rest = rest.dropFirst(6)
    return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
  }

  /// The four hexadecimal digits of `uXXXX`.
  private static func unit(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> UInt32? {
    let digits = bytes.dropFirst().prefix(4)
    guard digits.count == 4, bytes.first == UInt8(ascii: "u") else { return nil }
    return digits.reduce(0 as UInt32?) { unit, digit in
      guard let unit, let digit = hexadecimal(digit) else { return nil }
      return unit << 4 | digit
    }
  }

  private static func hexadecimal(_ digit: UInt8) -> UInt32? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(digit - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(digit - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(digit - UInt8(ascii: "A") + 10)
    default: nil
    }
  }
}
