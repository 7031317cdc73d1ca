internal import Formats

/// A value as mpv writes and reads it: JSON.
enum MPVValue: Hashable, Sendable {
  case none
  case flag(Bool)
  case number(Double)
  case text(String)
  case list([MPVValue])
  case fields([String: MPVValue])

  /// Reads one value; nil where the bytes are no JSON.
  init?(reading bytes: [UInt8]) {
    var reader = JSONReader(bytes)
    do throws(JSONFailure) {
      let value = try Self.read(&reader, in: bytes)
      try reader.end()
      self = value
    } catch {
      return nil
    }
  }

  private static func read(_ reader: inout JSONReader, in bytes: [UInt8]) throws(JSONFailure) -> MPVValue {
    reader.skipSpace()
    switch bytes.indices.contains(reader.position) ? bytes[reader.position] : 0 {
    case UInt8(ascii: "{"):
      var fields: [String: MPVValue] = [:]
      _ = try reader.object { (reader, key) throws(JSONFailure) in fields[key] = try read(&reader, in: bytes) }
      return .fields(fields)
    case UInt8(ascii: "["):
      var list: [MPVValue] = []
      _ = try reader.array { (reader) throws(JSONFailure) in list.append(try read(&reader, in: bytes)) }
      return .list(list)
    case UInt8(ascii: "\""): return try reader.string().map(MPVValue.text) ?? .none
    case UInt8(ascii: "t"):
      try reader.skip()
      return .flag(true)
    case UInt8(ascii: "f"):
      try reader.skip()
      return .flag(false)
    case UInt8(ascii: "n"):
      try reader.skip()
      return .none
    default: return try reader.stringOrNumber().flatMap(Double.init).map(MPVValue.number) ?? .none
    }
  }
}

extension MPVValue {
  /// What stands under `name`; none where nothing does.
  subscript(_ name: String) -> MPVValue {
    if case .fields(let fields) = self { fields[name] ?? .none } else { .none }
  }

  /// The text, where it is one.
  var text: String? { if case .text(let text) = self { text } else { nil } }
  /// The number, where it is one.
  var number: Double? { if case .number(let number) = self { number } else { nil } }
  /// Yes or no, where it is that.
  var flag: Bool? { if case .flag(let flag) = self { flag } else { nil } }
  /// The elements; none where it is no list.
  var elements: [MPVValue] { if case .list(let elements) = self { elements } else { [] } }

  /// The number as a whole one, where it is near enough to one that can be meant.
  var integer: Int? { number.flatMap { abs($0) < 1e15 ? Int($0.rounded()) : nil } }
  /// Seconds as milliseconds.
  var milliseconds: Int? { number.flatMap { abs($0) < 1e9 ? Int(($0 * 1000).rounded()) : nil } }

  /// The value as one line of JSON; numbers without a fraction are written without a point, as mpv wants its ids.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    append(to: &bytes)
    return bytes
  }

  private func append(to bytes: inout [UInt8]) {
    switch self {
    case .none: bytes += "null".utf8
    case .flag(let flag): bytes += (flag ? "true" : "false").utf8
    case .number(let number):
      bytes += (number == number.rounded() && abs(number) < 1e15 ? "\(Int(number))" : "\(number)").utf8
    case .text(let text): Self.append(text, to: &bytes)
    case .list(let values): Self.append(values, "[", "]", to: &bytes) { $0.append(to: &$1) }
    case .fields(let fields):
      Self.append(fields.sorted { $0.key < $1.key }, "{", "}", to: &bytes) { field, bytes in
        Self.append(field.key, to: &bytes)
        bytes += ":".utf8
        field.value.append(to: &bytes)
      }
    }
  }

  private static func append<Element>(
    _ elements: [Element], _ open: String, _ close: String, to bytes: inout [UInt8],
    _ write: (Element, inout [UInt8]) -> Void
  ) {
    bytes += open.utf8
    for (index, element) in elements.enumerated() {
      if index > 0 { bytes += ",".utf8 }
      write(element, &bytes)
    }
    bytes += close.utf8
  }

  private static func append(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case UInt8(ascii: "\n"): bytes += "\\n".utf8
      case 0..<0x20: bytes += "\\u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))".utf8
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
