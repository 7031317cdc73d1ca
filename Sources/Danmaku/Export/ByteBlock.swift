/// Bytes on their way out: collected, and passed on in blocks.
struct ByteBlock {
  private static let size = 1 << 16
  private var bytes: [UInt8] = []

  init() { bytes.reserveCapacity(Self.size * 2) }

  /// Adds one byte.
  mutating func append(_ byte: UInt8) { bytes.append(byte) }

  /// Adds `more`.
  mutating func append(_ more: some Sequence<UInt8>) { bytes.append(contentsOf: more) }

  /// Adds `text`.
  mutating func append(_ text: StaticString) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Adds `number` in decimal digits.
  mutating func append(_ number: Int) {
    if number < 0 { append(UInt8(ascii: "-")) }
    var rest = number.magnitude
    let start = bytes.count
    repeat {
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
    bytes[start...].reverse()
  }

  /// Adds `number`, which has at most two digits, as two.
  mutating func append(twoDigits number: Int) {
    bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / 10))
    bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
  }

  /// Adds `byte` as two hexadecimal digits.
  mutating func append(hexadecimal byte: UInt8) {
    append(Self.digit(byte >> 4))
    append(Self.digit(byte & 0xF))
  }

  private static func digit(_ half: UInt8) -> UInt8 {
    half < 10 ? UInt8(ascii: "0") + half : UInt8(ascii: "A") + half - 10
  }

  /// Passes what there is to `sink` once it is a block.
  mutating func pass(to sink: (UnsafeRawBufferPointer) throws -> Void) rethrows {
    if bytes.count >= Self.size { try passAll(to: sink) }
  }

  /// Passes all there is to `sink`.
  mutating func passAll(to sink: (UnsafeRawBufferPointer) throws -> Void) rethrows {
    try bytes.withUnsafeBytes(sink)
    bytes.removeAll(keepingCapacity: true)
  }
}
