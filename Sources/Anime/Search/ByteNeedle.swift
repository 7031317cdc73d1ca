/// Finds bytes in bytes, quickly where one of them is rare.
///
/// The text of a catalogue is mostly CJK, where every third byte is one of seven; so the scan is for the
/// needle's rarest byte, eight places at a time, and only then are the others compared.
struct ByteNeedle {
  let bytes: [UInt8]
  private let anchor: Int
  /// How often the anchor occurs in the text, which is about what a scan costs.
  let cost: UInt32

  /// A needle for a text in which byte `b` occurs `frequency(b)` times.
  init(_ bytes: [UInt8], frequency: (UInt8) -> UInt32) {
    precondition(!bytes.isEmpty, "a needle of no bytes")
    self.bytes = bytes
    anchor = bytes.indices.min { frequency(bytes[$0]) < frequency(bytes[$1]) } ?? 0
    cost = frequency(bytes[anchor])
  }

  /// Where the first occurrence wholly inside `range` begins.
  func first(in text: UnsafeRawBufferPointer, _ range: Range<Int>) -> Int? {
    let last = range.upperBound - bytes.count
    guard range.lowerBound <= last else { return nil }
    var position = range.lowerBound + anchor
    while let found = Self.find(bytes[anchor], in: text, from: position, to: last + anchor + 1) {
      if matches(text, at: found - anchor) { return found - anchor }
      position = found + 1
    }
    return nil
  }

  private func matches(_ text: UnsafeRawBufferPointer, at start: Int) -> Bool {
    for index in bytes.indices where text[start + index] != bytes[index] { return false }
    return true
  }

  /// The place of the first `byte` in `start..<end`.
  ///
  /// Eight bytes at a time: subtracting one from each byte of `word` borrows only where the byte is zero.
  /// Source: Sean Eron Anderson, "Bit Twiddling Hacks", "Determine if a word has a zero byte".
  private static func find(_ byte: UInt8, in text: UnsafeRawBufferPointer, from start: Int, to end: Int) -> Int? {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let pattern = ones &* UInt64(byte)
    var position = start
    while position &+ 8 <= end {
      let word = UInt64(littleEndian: text.loadUnaligned(fromByteOffset: position, as: UInt64.self)) ^ pattern
      let zeros = (word &- ones) & ~word & (ones &<< 7)
      if zeros != 0 { return position &+ zeros.trailingZeroBitCount / 8 }
      position &+= 8
    }
    while position < end {
      if text[position] == byte { return position }
      position &+= 1
    }
    return nil
  }
}
