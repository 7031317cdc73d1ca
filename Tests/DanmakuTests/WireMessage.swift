/// A message of protocol buffers, written field by field.
///
///     WireMessage { $0.number(3, 1); $0.text(7, "x") }.bytes
struct WireMessage {
  private(set) var bytes: [UInt8] = []

  init(_ write: (inout WireMessage) -> Void = { _ in }) { write(&self) }

  /// Appends a field of wire type 0; negative numbers take ten bytes.
  mutating func number(_ field: Int, _ value: Int) {
    varint(UInt64(field << 3))
    varint(UInt64(bitPattern: Int64(value)))
  }

  /// Appends a field of wire type 2.
  mutating func bytes(_ field: Int, _ value: [UInt8]) {
    varint(UInt64(field << 3 | 2))
    varint(UInt64(value.count))
    bytes += value
  }

  /// Appends text.
  mutating func text(_ field: Int, _ value: String) { bytes(field, Array(value.utf8)) }
  /// Appends a message.
  mutating func message(_ field: Int, _ message: WireMessage) { bytes(field, message.bytes) }

  /// Appends a field of wire type 1 or 5.
  mutating func fixed(_ field: Int, _ value: [UInt8]) {
    varint(UInt64(field << 3 | (value.count == 8 ? 1 : 5)))
    bytes += value
  }

  /// Appends a number of seven bits per byte.
  mutating func varint(_ value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }
}
