/// How many of how many.
public struct Proportion: Hashable, Sendable {
  /// How many there were.
  public var count: Int
  /// Of how many.
  public var total: Int

  /// `count` of `total`.
  public init(_ count: Int = 0, of total: Int = 0) {
    self.count = count
    self.total = total
  }

  /// The share; nil of nothing.
  public var share: Double? {
    total == 0 ? nil : Double(count) / Double(total)
  }

  /// Wilson's score interval of 95 %: where the true share is, as far as so many trials can tell.
  ///
  /// E. B. Wilson, “Probable inference, the law of succession, and statistical inference”, 1927. Unlike the textbook's
  /// it does not collapse where all trials ended alike.
  public var interval: ClosedRange<Double> {
    guard let share else { return 0...1 }
    let (z, n) = (1.959964, Double(total))
    let middle = (share + z * z / (2 * n)) / (1 + z * z / n)
    let half = z / (1 + z * z / n) * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
    return max(0, middle - half)...min(1, middle + half)
  }
}
