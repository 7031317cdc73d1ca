/// A hash that is the same in every process and on every machine.
///
/// The standard library's is seeded anew with each start, on purpose; what rules choose must not depend on that.
/// FNV-1a, whose low entropy in the upper bits SplitMix64's finaliser spreads.
struct StableHash {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Takes in the bytes of `number`.
  mutating func combine(_ number: some FixedWidthInteger) {
    state = (state ^ UInt64(truncatingIfNeeded: number)) &* 0x100_0000_01B3
    state ^= state >> 32
  }

  /// Takes in `bytes`, and nothing of how many they are.
  mutating func combine(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { state = (state ^ UInt64(byte)) &* 0x100_0000_01B3 }
  }

  /// The hash of what was taken in.
  var value: UInt64 {
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
