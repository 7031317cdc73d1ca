extension UnsafeBufferPointer<UInt8> {
  /// The first place of `byte` from `start` to before `end`; nil where there is none.
  ///
  /// Eight bytes at a time: a byte of `word` is zero where it was sought, and only a zero byte, or one above a zero
  /// byte, borrows from its highest bit.
  @inline(__always)
  func position(of byte: UInt8, from start: Int, to end: Int) -> Int? {
    guard let baseAddress, start < end else { return nil }
    let bytes = UnsafeRawPointer(baseAddress)
    let lowest: UInt64 = 0x0101_0101_0101_0101
    var place = start
    while place + 8 <= end {
      let loaded = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      let word = loaded ^ lowest &* UInt64(byte)
      let zeros = (word &- lowest) & ~word & lowest << 7
      if zeros != 0 { return place + zeros.trailingZeroBitCount / 8 }
      place += 8
    }
    while place < end {
      if self[place] == byte { return place }
      place += 1
    }
    return nil
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether any byte is what `matches` tells, for short texts in which hardly any is.
  ///
  /// All bytes are looked at, without a branch for each: compilers make that sixteen at a time.
  @inline(__always)
  func contains(anyOf matches: (UInt8) -> Bool) -> Bool {
    var found: UInt8 = 0
    for byte in self { found |= matches(byte) ? 1 : 0 }
    return found != 0
  }
}
