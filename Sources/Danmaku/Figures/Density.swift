/// How full the stage is, moment by moment: the heights of a strip over the time line.
///
/// Heights are compressed, since one spike would flatten all the rest: the power 0.8 of the mean of the seconds,
/// against the highest.
public struct Density: Hashable, Sendable {
  /// Heights from 0 to 1, in the order of time.
  public let heights: [Double]

  /// The heights of `count` equal parts of the film whose heat is `heat`.
  public init(_ heat: Heat, count: Int) {
    let loads = heat.loads
    guard !loads.isEmpty, count > 0 else {
      heights = Array(repeating: 0, count: max(0, count))
      return
    }
    let means = (0..<count).map { part in
      let first = part * loads.count / count
      let end = max(first + 1, (part + 1) * loads.count / count)
      return Self.compressed(Double(loads[first..<end].reduce(0, +)) / Double(end - first))
    }
    let highest = means.max() ?? 0
    heights = highest > 0 ? means.map { $0 / highest } : means
  }

  /// `value` to the power 0.8, by square roots: the standard library has no `pow`, and roots are the same everywhere.
  static func compressed(_ value: Double) -> Double {
    var power = 1.0
    var root = value
    // 0.8 in binary: .1100 1100 1100 1100
    for bit in 0..<16 {
      root = root.squareRoot()
      if bit % 4 < 2 { power *= root }
    }
    return power
  }
}
