/// Logarithm and exponential without a mathematical library.
///
/// A pure room imports none, and their last bits differ from one library to the next, while a seed has to give the
/// same everywhere. Both are right to about 15 digits.
extension Double {
  /// The natural logarithm of a positive number.
  ///
  /// The mantissa, brought near 1, goes into ln x = 2 artanh((x − 1) / (x + 1)).
  var naturalLogarithm: Double {
    precondition(self > 0 && isFinite, "the logarithm of \(self)")
    let isLarge = significand > 1.414
    let mantissa = isLarge ? significand / 2 : significand
    let ratio = (mantissa - 1) / (mantissa + 1)
    let square = ratio * ratio
    let series = stride(from: 23, through: 1, by: -2).reduce(0) { sum, power in sum * square + 1 / Double(power) }
    return Double(isLarge ? exponent + 1 : exponent) * Self.logarithmOfTwo + 2 * ratio * series
  }

  /// e to this power.
  ///
  /// A power of two is taken out, and the small rest goes into the Taylor series.
  var exponential: Double {
    guard self < 709 else { return .infinity }
    guard self > -708 else { return 0 }
    let doublings = (self / Self.logarithmOfTwo).rounded()
    let rest = self - doublings * Self.logarithmOfTwo
    let series = stride(from: 16.0, through: 1, by: -1).reduce(1) { sum, term in 1 + sum * rest / term }
    return Double(sign: .plus, exponent: Int(doublings), significand: series)
  }

  private static let logarithmOfTwo = 0.693_147_180_559_945_3
}
