/// Bytes in the making.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  init(reserving capacity: Int = 0) {
    bytes.reserveCapacity(capacity)
  }

  var count: Int { bytes.count }

  mutating func put(_ number: some FixedWidthInteger) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func put(_ instant: Instant?) {
    put(instant?.milliseconds.clamped(to: CatalogueLayout.instants) ?? CatalogueLayout.noInstant)
  }

  /// A LEB128 number.
  mutating func putCount(_ count: Int) {
    var rest = UInt32(clamping: count)
    while rest >= 0x80 {
      bytes.append(UInt8(rest & 0x7F) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func put(_ text: String) {
    var text = text
    text.withUTF8 { utf8 in
      putCount(utf8.count)
      bytes.append(contentsOf: utf8)
    }
  }

  mutating func put(_ other: some Collection<UInt8>) {
    bytes.append(contentsOf: other)
  }

  mutating func pad(toMultipleOf size: Int) {
    while bytes.count % size != 0 { bytes.append(0) }
  }
}
