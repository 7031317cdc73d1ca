/// Where bytes stop being JSON.
public struct JSONFailure: Error, Hashable, Sendable {
  /// How many bytes are JSON.
  public var offset: Int
}

/// Reads JSON strictly (RFC 8259), one value after the other, and knows where each stands.
///
/// A value of another kind than the one asked for is checked, passed over and
/// answered with nil: what the values mean is the caller's to be lenient about,
/// their grammar is not. The bytes must be UTF-8 already.
public struct JSONReader {
  /// How deep arrays and objects may lie in each other.
  public static let greatestDepth = 64

  private let bytes: [UInt8]
  private var depth = 0
  /// The byte that is read next.
  public private(set) var position = 0

  /// A reader of `bytes`, from their first.
  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  private var failure: JSONFailure { JSONFailure(offset: position) }

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  /// Passes over white space; the next byte is the first of a value or a mark.
  public mutating func skipSpace() {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x0A, 0x0D, 0x09: position += 1
      default: return
      }
    }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    position += 1
    return true
  }

  /// Whether an element of an array begins at the position, behind a comma or not.
  public mutating func beginsElement() -> Bool {
    skipSpace()
    if take(UInt8(ascii: ",")) { skipSpace() }
    return next.map { $0 != UInt8(ascii: "]") } ?? false
  }

  /// Makes sure that nothing but white space is left.
  public mutating func end() throws(JSONFailure) {
    skipSpace()
    guard position == bytes.count else { throw failure }
  }
}

// MARK: - Arrays and objects

extension JSONReader {
  /// Hands each member's key to `body`, which must read its value. False where the value is no object.
  public mutating func object(
    _ body: (inout JSONReader, String) throws(JSONFailure) -> Void
  ) throws(JSONFailure) -> Bool {
    skipSpace()
    guard next == UInt8(ascii: "{") else {
      try skip()
      return false
    }
    try sequence(until: UInt8(ascii: "}")) { (reader) throws(JSONFailure) in
      guard reader.next == UInt8(ascii: "\"") else { throw reader.failure }
      let key = try reader.stringBody()
      reader.skipSpace()
      guard reader.take(UInt8(ascii: ":")) else { throw reader.failure }
      try body(&reader, key)
    }
    return true
  }

  /// Calls `body` before each element, which must read it. False where the value is no array.
  public mutating func array(_ body: (inout JSONReader) throws(JSONFailure) -> Void) throws(JSONFailure) -> Bool {
    skipSpace()
    guard next == UInt8(ascii: "[") else {
      try skip()
      return false
    }
    try sequence(until: UInt8(ascii: "]"), body)
    return true
  }

  /// Reads what stands between the mark at the position and `close`, divided by commas.
  private mutating func sequence(
    until close: UInt8, _ body: (inout JSONReader) throws(JSONFailure) -> Void
  ) throws(JSONFailure) {
    guard depth < Self.greatestDepth else { throw failure }
    depth += 1
    position += 1
    skipSpace()
    if !take(close) {
      repeat {
        skipSpace()
        try body(&self)
        skipSpace()
      } while take(UInt8(ascii: ","))
      guard take(close) else { throw failure }
    }
    depth -= 1
  }

  /// Checks the value, whatever it is, and passes over it.
  public mutating func skip() throws(JSONFailure) {
    skipSpace()
    switch next {
    case UInt8(ascii: "{"):
      _ = try object { (reader, _) throws(JSONFailure) in try reader.skip() }
    case UInt8(ascii: "["):
      _ = try array { (reader) throws(JSONFailure) in try reader.skip() }
    case UInt8(ascii: "\""):
      try skipString()
    case UInt8(ascii: "t"):
      try word("true")
    case UInt8(ascii: "f"):
      try word("false")
    case UInt8(ascii: "n"):
      try word("null")
    default:
      try number()
    }
  }
}

// MARK: - Scalars

extension JSONReader {
  /// The string. Nil where the value is none.
  public mutating func string() throws(JSONFailure) -> String? {
    skipSpace()
    guard next == UInt8(ascii: "\"") else {
      try skip()
      return nil
    }
    return try stringBody()
  }

  /// The string, or a number in the digits that stand there. Nil where the value is neither.
  public mutating func stringOrNumber() throws(JSONFailure) -> String? {
    skipSpace()
    let start = position
    if let text = try string() { return text }
    guard let first = bytes[start..<position].first, first == UInt8(ascii: "-") || first.isDigit else { return nil }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func stringBody() throws(JSONFailure) -> String {
    let start = position + 1
    let isPlain = try scanString()
    let body = bytes[start..<position - 1]
    return isPlain ? String(decoding: body, as: UTF8.self) : unescaped(body)
  }

  private mutating func skipString() throws(JSONFailure) {
    _ = try scanString()
  }

  /// Passes over the string that begins at the position; says whether it is free of escapes.
  private mutating func scanString() throws(JSONFailure) -> Bool {
    position += 1
    var isPlain = true
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\""):
        position += 1
        return isPlain
      case UInt8(ascii: "\\"):
        isPlain = false
        position += 1
        try escape()
      case 0..<0x20:
        throw failure
      default:
        position += 1
      }
    }
    throw failure
  }

  /// Checks the escape behind a backslash and passes over it.
  private mutating func escape() throws(JSONFailure) {
    guard let letter = next else { throw failure }
    guard letter == UInt8(ascii: "u") else {
      guard Self.escapes(letter) != nil else { throw failure }
      position += 1
      return
    }
    position += 1
    for _ in 0..<4 {
      guard let digit = next, Self.hexadecimal(digit) != nil else { throw failure }
      position += 1
    }
  }

  /// The text of a string's checked body; half a surrogate pair becomes the replacement character.
  private func unescaped(_ body: ArraySlice<UInt8>) -> String {
    var units: [UInt16] = []
    var plain = body.startIndex
    var index = body.startIndex
    while index < body.endIndex {
      guard body[index] == UInt8(ascii: "\\") else {
        index += 1
        continue
      }
      units.append(contentsOf: String(decoding: body[plain..<index], as: UTF8.self).utf16)
      if let unit = Self.escapes(body[index + 1]) {
        units.append(UInt16(unit))
        index += 2
      } else {
        units.append(body[index + 2..<index + 6].reduce(0) { $0 << 4 | UInt16(Self.hexadecimal($1) ?? 0) })
        index += 6
      }
      plain = index
    }
    units.append(contentsOf: String(decoding: body[plain...], as: UTF8.self).utf16)
    return String(decoding: units, as: UTF16.self)
  }

  /// What a backslash and `letter` stand for.
  private static func escapes(_ letter: UInt8) -> UInt8? {
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): letter
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "t"): 0x09
    default: nil
    }
  }

  private static func hexadecimal(_ digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  private mutating func word(_ word: StaticString) throws(JSONFailure) {
    for offset in 0..<word.utf8CodeUnitCount {
      guard take(word.utf8Start[offset]) else { throw failure }
    }
  }

  private mutating func number() throws(JSONFailure) {
    _ = take(UInt8(ascii: "-"))
    if !take(UInt8(ascii: "0")) { try digits() }
    if take(UInt8(ascii: ".")) { try digits() }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      try digits()
    }
  }

  private mutating func digits() throws(JSONFailure) {
    let start = position
    while let byte = next, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") { position += 1 }
    guard position > start else { throw failure }
  }
}

extension UInt8 {
  /// Whether it is one of the ten digits.
  var isDigit: Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= self }
}
