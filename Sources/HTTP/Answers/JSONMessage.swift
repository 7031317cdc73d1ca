/// Finds what a JSON text says under the name `message`, however deep it lies.
///
/// No parser, because the text may be cut anywhere: strings are all that has to be told apart.
///
///     {"code": "message", "errors": [{"message": null}, {"message": "Down \u2013 try later"}]}
///                                                                   ───────────────────────
struct JSONMessage {
  private var rest: Substring.UnicodeScalarView

  /// The first text that is called `message`; nil where there is none, or where it is cut.
  static func first(in text: String) -> String? {
    var scanner = JSONMessage(rest: text[...].unicodeScalars)
    while let name = scanner.nextString() {
      guard name == "message", scanner.skip(to: ":"), scanner.isAtString else { continue }
      return scanner.nextString()
    }
    return nil
  }

  private var isAtString: Bool {
    rest.first { !$0.properties.isWhitespace } == "\""
  }

  /// Passes `wanted` if it comes next.
  private mutating func skip(to wanted: Unicode.Scalar) -> Bool {
    let behind = rest.drop { $0.properties.isWhitespace }
    guard behind.first == wanted else { return false }
    rest = behind.dropFirst()
    return true
  }

  /// Reads up to the end of the next string and returns it, unescaped.
  private mutating func nextString() -> String? {
    rest = rest.drop { $0 != "\"" }.dropFirst()
    var units: [UInt16] = []
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\"": return String(decoding: units, as: UTF16.self)
      case "\\": units.append(nextEscape())
      default: units.append(contentsOf: UTF16.encode(scalar).map(Array.init) ?? [])
      }
    }
    return nil
  }

  /// The unit behind a backslash. Halves of a pair are put together, or replaced, when the string is whole.
  private mutating func nextEscape() -> UInt16 {
    switch rest.popFirst() {
    case "n", "r", "t", "f", "b": return 0x20
    case "u":
      let digits = String(rest.prefix(4))
      guard digits.utf8.count == 4, let unit = UInt16(digits, radix: 16) else { return 0xFFFD }
      rest = rest.dropFirst(4)
      return unit
    case let scalar?: return scalar.value <= 0xFFFF ? UInt16(scalar.value) : 0xFFFD
    case nil: return 0xFFFD
    }
  }
}
