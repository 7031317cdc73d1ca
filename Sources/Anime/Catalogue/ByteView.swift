/// Memory that is read with bounds checked, because a file in a cache may hold anything.
///
/// A number outside reads as zero and a text outside as "": wrong bytes give a wrong
/// answer, never a crash.
struct ByteView {
  let bytes: UnsafeRawBufferPointer

  var count: Int { bytes.count }

  @inline(__always)
  func number<Number: FixedWidthInteger>(at offset: Int, as _: Number.Type = Number.self) -> Number {
    guard offset >= 0, offset <= bytes.count - MemoryLayout<Number>.size else { return 0 }
    return Number(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: Number.self))
  }

  func instant(at offset: Int) -> Instant? {
    let milliseconds: Int64 = number(at: offset)
    guard milliseconds != CatalogueLayout.noInstant else { return nil }
    return Instant(milliseconds: milliseconds.clamped(to: CatalogueLayout.instants))
  }

  /// The text at `offset`, and the offset behind it.
  func text(at offset: Int) -> (text: String, next: Int) {
    let (length, start) = count(at: offset)
    guard length <= bytes.count - start else { return ("", bytes.count) }
    return (String(decoding: bytes[start..<start + length], as: UTF8.self), start + length)
  }

  /// The LEB128 number at `offset`, and the offset behind it.
  func count(at offset: Int) -> (count: Int, next: Int) {
    var value = 0
    var position = offset
    for shift in stride(from: 0, to: 35, by: 7) {
      guard position >= 0, position < bytes.count else { return (0, bytes.count) }
      let byte = bytes[position]
      position += 1
      value |= Int(byte & 0x7F) << shift
      if byte < 0x80 { break }
    }
    return (value, position)
  }

  /// The part at `offset` of `length` bytes; nil where it is not wholly inside.
  func part(at offset: Int, length: Int) -> ByteView? {
    guard offset >= 0, length >= 0, offset <= bytes.count, length <= bytes.count - offset else { return nil }
    return ByteView(bytes: UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + length]))
  }
}

extension Comparable {
  func clamped(to range: ClosedRange<Self>) -> Self {
    min(max(self, range.lowerBound), range.upperBound)
  }
}
