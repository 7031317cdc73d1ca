/// A JSON value that keeps the order of its fields.
///
/// Written by hand because `JSONEncoder` costs more at start than a whole search.
enum JSON: Sendable {
  /// A name and its value.
  typealias Field = (name: String, value: JSON)

  case null
  case bool(Bool)
  case number(Int)
  case decimal(Double)
  case string(String)
  case array([JSON])
  case object([Field])

  /// `text`, or null.
  static func string(orNull text: String?) -> JSON {
    text.map { .string($0) } ?? .null
  }

  /// `number`, or null.
  static func number(orNull number: Int?) -> JSON {
    number.map { .number($0) } ?? .null
  }

  /// `number`, or null.
  static func decimal(orNull number: Double?) -> JSON {
    number.map { .decimal($0) } ?? .null
  }

  /// The object with one more field at its end.
  func adding(_ name: String, _ value: JSON) -> JSON {
    guard case .object(let fields) = self else { preconditionFailure("a field for what is no object: \(name)") }
    return .object(fields + [(name, value)])
  }

  /// The value in one line, UTF-8.
  var text: String {
    var bytes: [UInt8] = []
    append(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Adds the same to `bytes`.
  func append(to bytes: inout [UInt8]) {
    switch self {
    case .null: bytes += "null".utf8
    case .bool(let value): bytes += (value ? "true" : "false").utf8
    case .number(let value): bytes += String(value).utf8
    // To a millionth; what is no number JSON cannot say.
    case .decimal(let value): bytes += (value.isFinite ? "\((value * 1e6).rounded() / 1e6)" : "null").utf8
    case .string(let value): Self.append(value, to: &bytes)
    case .array(let values):
      bytes.append(UInt8(ascii: "["))
      for (index, value) in values.enumerated() {
        if index > 0 { bytes += ", ".utf8 }
        value.append(to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let fields):
      bytes.append(UInt8(ascii: "{"))
      for (index, field) in fields.enumerated() {
        if index > 0 { bytes += ", ".utf8 }
        Self.append(field.name, to: &bytes)
        bytes += ": ".utf8
        field.value.append(to: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }

  /// RFC 8259 asks to escape the quote, the backslash and what is below the space; DEL and the
  /// C1 controls are escaped too, so that a terminal that prints the answer cannot be steered by a title.
  private static func append(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    defer { bytes.append(UInt8(ascii: "\"")) }
    let isWritten = text.utf8.withContiguousStorageIfAvailable { text in
      guard text.allSatisfy(isPlain) else { return false }
      bytes.append(contentsOf: text)
      return true
    }
    if isWritten == true { return }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": bytes += "\\\"".utf8
      case "\\": bytes += "\\\\".utf8
      case "\n": bytes += "\\n".utf8
      case "\t": bytes += "\\t".utf8
      case "\0"..<" ", "\u{7F}"..."\u{9F}", "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}":
        let digits = String(scalar.value, radix: 16)
        bytes += "\\u\(String(repeating: "0", count: 4 - digits.utf8.count))\(digits)".utf8
      default: bytes += UTF8.encode(scalar)!
      }
    }
  }

  /// Whether a byte of UTF-8 is of nothing that is escaped: 0xC2 begins the C1 controls, 0xE2 the marks of direction.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0..<0x20, UInt8(ascii: "\""), UInt8(ascii: "\\"), 0x7F, 0xC2, 0xE2: false
    default: true
    }
  }
}
