/// Chance that is the same for the same seed: SplitMix64.
struct SeededChance: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// The chance of `name` among all that follow from `seed`.
  init(_ seed: Int, for name: String) {
    state = name.utf8.reduce(UInt64(truncatingIfNeeded: seed)) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
    return word ^ word >> 31
  }
}
