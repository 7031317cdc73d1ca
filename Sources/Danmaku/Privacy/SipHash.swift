/// SipHash-2-4: a short hash under a secret key, after Aumasson and Bernstein, "SipHash: a fast short-input PRF" (2012).
///
/// Without the key nobody can try out which account a number belongs to, although there are only as many
/// accounts as a small machine tries in an hour.
struct SipHash {
  private var v0: UInt64
  private var v1: UInt64
  private var v2: UInt64
  private var v3: UInt64

  /// A hash under `key`.
  init(_ key: Salt) {
    v0 = key.low ^ 0x736f_6d65_7073_6575
    v1 = key.high ^ 0x646f_7261_6e64_6f6d
    v2 = key.low ^ 0x6c79_6765_6e65_7261
    v3 = key.high ^ 0x7465_6462_7974_6573
  }

  /// The hash of `bytes`.
  func hash(_ bytes: some Collection<UInt8>) -> UInt64 {
    var state = self
    var word: UInt64 = 0
    var shift: UInt64 = 0
    for byte in bytes {
      word |= UInt64(byte) << shift
      shift += 8
      guard shift == 64 else { continue }
      state.absorb(word)
      (word, shift) = (0, 0)
    }
    // The last word holds what is left and, in its highest byte, the length.
    state.absorb(word | UInt64(truncatingIfNeeded: bytes.count) << 56)
    return state.finish()
  }

  /// The hash of the eight bytes of `word`, the lowest one first.
  func hash(_ word: UInt64) -> UInt64 {
    withUnsafeBytes(of: word.littleEndian) { hash($0) }
  }

  private mutating func absorb(_ word: UInt64) {
    v3 ^= word
    for _ in 0..<2 { mix() }
    v0 ^= word
  }

  private mutating func finish() -> UInt64 {
    v2 ^= 0xFF
    for _ in 0..<4 { mix() }
    return v0 ^ v1 ^ v2 ^ v3
  }

  /// One round.
  private mutating func mix() {
    v0 &+= v1
    v1 = v1.rotated(left: 13) ^ v0
    v0 = v0.rotated(left: 32)
    v2 &+= v3
    v3 = v3.rotated(left: 16) ^ v2
    v0 &+= v3
    v3 = v3.rotated(left: 21) ^ v0
    v2 &+= v1
    v1 = v1.rotated(left: 17) ^ v2
    v2 = v2.rotated(left: 32)
  }
}

extension UInt64 {
  fileprivate func rotated(left count: UInt64) -> UInt64 { self << count | self >> (64 - count) }
}
