/// A moment at which the stage is fuller than around it.
public struct HeatPeak: Hashable, Sendable {
  /// When, in milliseconds: the start of a second.
  public let time: Int
  /// How full the stage is, from 0 to 1, which is the highest of the film's peaks.
  public let height: Double

  /// No film has more peaks than this: the highest above what surrounds them.
  static let limit = 12
  /// How many seconds to each side are taken together, twice, before peaks are looked for.
  private static let reach = 4

  /// The peaks of `loads`, one for each second, in the order of time.
  ///
  /// A peak has no fuller second near it, is fuller than the film on average, and rises above the higher of the two
  /// valleys beside it, which part it from what is higher still, by a quarter of its own height: its prominence, as
  /// that of a mountain. A spike hides no other peak that way, however high it is.
  static func all(in loads: [Int]) -> [HeatPeak] {
    let smooth = smoothed(smoothed(loads))
    guard let highest = smooth.max(), highest > 0 else { return [] }
    let average = smooth.reduce(0, +) / smooth.count
    let prominences = prominences(of: smooth)
    let seconds = smooth.indices.filter { smooth[$0] > average && 4 * prominences[$0] >= smooth[$0] }
    // Of equal ones the earlier: two runs agree.
    let foremost = seconds.sorted { (-prominences[$0], $0) < (-prominences[$1], $1) }.prefix(limit)
    return foremost.sorted().map { second in
      HeatPeak(
        time: middle(of: smooth, from: second) * 1000,
        height: Density.compressed(Double(smooth[second]) / Double(highest)))
    }
  }

  /// The sum of each second and of those around it; outside of the film there is nothing.
  private static func smoothed(_ loads: [Int]) -> [Int] {
    var sums = [0]
    for load in loads { sums.append((sums.last ?? 0) + load) }
    return loads.indices.map { second in
      sums[min(second + reach + 1, loads.count)] - sums[max(second - reach, 0)]
    }
  }

  /// The middle of the seconds that are as full as `second`, which is the first of them.
  private static func middle(of loads: [Int], from second: Int) -> Int {
    let end = loads[second...].firstIndex { $0 != loads[second] } ?? loads.count
    return second + (end - second - 1) / 2
  }
}

// MARK: Prominence

extension HeatPeak {
  /// How far each of `loads` rises above the higher of the valleys beside it; 0 for one that is no peak.
  ///
  /// Of a plateau only its first second rises, and of equal peaks only the first rises above both outer valleys.
  private static func prominences(of loads: [Int]) -> [Int] {
    let before = valleys(loads, parting: >=)
    let after = valleys(loads.reversed(), parting: >)
    return loads.indices.map { second in
      loads[second] - max(before[second], after[loads.count - 1 - second])
    }
  }

  /// The lowest load between each one and the one before it that is higher, or as high where `parts` says so; 0 where
  /// there is no such one.
  ///
  /// One pass, on a stack of what is higher than all that followed: a noisy film of a day costs no more than a quiet one.
  private static func valleys(_ loads: [Int], parting parts: (Int, Int) -> Bool) -> [Int] {
    var higher: [(load: Int, lowest: Int)] = []
    return loads.map { load in
      var lowest = load
      while let last = higher.last, !parts(last.load, load) {
        lowest = min(lowest, last.lowest)
        higher.removeLast()
      }
      let valley = higher.isEmpty ? 0 : lowest
      higher.append((load, lowest))
      return valley
    }
  }
}
