/// Random numbers that are the same for the same seed, on every machine: SplitMix64.
///
/// Guy L. Steele Jr., Doug Lea, Christine H. Flood, “Fast splittable pseudorandom number generators”, OOPSLA 2014.
/// What a simulation does is drawn from these alone, so that its seed repeats it.
public struct SeededGenerator: RandomNumberGenerator, Equatable, Sendable {
  private var state: UInt64

  /// The numbers of `seed`.
  public init(seed: UInt64) {
    state = seed
  }

  /// The numbers of one `stream` among those of `seed`.
  ///
  /// Each mirror and each client draws from a stream of its own, so that one client more changes no other's fate.
  public init(seed: UInt64, stream: UInt64) {
    state = seed
    state = next() &+ stream &* 0xD134_2543_DE82_EF95
    state = next()
  }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
    return word ^ word >> 31
  }

  /// A number between 0 and 1, neither of them.
  mutating func fraction() -> Double {
    (Double(next() >> 12) + 0.5) * 0x1p-52
  }

  /// A number of the standard normal distribution, by Marsaglia's polar method.
  mutating func normal() -> Double {
    while true {
      let (first, second) = (2 * fraction() - 1, 2 * fraction() - 1)
      let square = first * first + second * second
      if square < 1, square > 0 { return first * (-2 * square.naturalLogarithm / square).squareRoot() }
    }
  }
}
