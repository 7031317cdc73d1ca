/// The fields of one message of protocol buffers, as they lie on the wire.
///
/// Numbers of fields and their meaning are the caller's. What lies beyond the end, or is no field, ends the
/// message: `isTorn` tells. The wire format is described at protobuf.dev/programming-guides/encoding.
struct ProtobufFields {
  /// What stands in a field.
  enum Value {
    /// Wire type 0; negative numbers come as their two's complement.
    case number(UInt64)
    /// Wire type 2: bytes, text, or another message.
    case bytes(Range<Int>)
    /// Wire types 1 and 5, eight and four bytes.
    case fixed
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private let end: Int
  /// Where the next field begins.
  private(set) var position: Int
  /// Whether the message ended before its last field did.
  private(set) var isTorn = false

  /// The fields of the message in `range` of `bytes`.
  init(_ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>) {
    self.bytes = bytes
    position = range.lowerBound
    end = range.upperBound
  }

  /// The next field; nil at the end.
  mutating func next() -> (number: Int, value: Value)? {
    guard position < end else { return nil }
    // 29 bits are the largest number that a field can have.
    guard let tag = varint(), 8..<1 << 32 ~= tag, let value = value(ofType: tag & 7) else {
      isTorn = true
      return nil
    }
    return (Int(tag >> 3), value)
  }

  private mutating func value(ofType type: UInt64) -> Value? {
    switch type {
    case 0: return varint().map(Value.number)
    case 1: return skip(8) == nil ? nil : .fixed
    case 2:
      guard let length = varint().flatMap(Int.init(exactly:)) else { return nil }
      return skip(length).map(Value.bytes)
    case 5: return skip(4) == nil ? nil : .fixed
    default: return nil
    }
  }

  /// The next `length` bytes; nil where there are fewer.
  private mutating func skip(_ length: Int) -> Range<Int>? {
    guard length <= end - position else { return nil }
    defer { position += length }
    return position..<position + length
  }

  /// A number of seven bits per byte, the lowest first; nil where it is longer than ten bytes or breaks off.
  private mutating func varint() -> UInt64? {
    var number: UInt64 = 0
    var shift: UInt64 = 0
    while position < end, shift < 70 {
      let byte = bytes[position]
      position += 1
      number |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return number }
      shift += 7
    }
    return nil
  }
}
