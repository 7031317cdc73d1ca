/// Numbers that are the same for the same seed: SplitMix64.
///
/// What a run does is drawn from these alone, so that the seed repeats it.
struct Randomness: RandomNumberGenerator {
  private var state: UInt64

  /// The numbers of `seed`.
  init(_ seed: UInt64) {
    state = seed
  }

  /// The numbers of one case among those of `seed`.
  init(_ seed: UInt64, case number: Int) {
    state = seed
    state = next() &+ UInt64(number) &* 0xD134_2543_DE82_EF95
    state = next()
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
    return word ^ word >> 31
  }

  /// A number below `bound`.
  mutating func below(_ bound: Int) -> Int {
    Int(truncatingIfNeeded: next() >> 1) % bound
  }

  /// True in one of `count` cases.
  mutating func isOne(of count: Int) -> Bool {
    below(count) == 0
  }

  mutating func bytes(_ count: Int) -> [UInt8] {
    (0..<count).map { _ in UInt8(truncatingIfNeeded: next()) }
  }
}
