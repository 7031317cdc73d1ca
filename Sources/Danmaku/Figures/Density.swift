/// How full the stage is, moment by moment: the heights of a strip over the time line.
///
/// Each second counts the cells of the comments on the stage in it. Heights are compressed, since one
/// spike would flatten all the rest: the power 0.8 of the mean of the seconds, against the highest.
public struct Density: Hashable, Sendable {
  /// Heights from 0 to 1, in the order of time.
  public let heights: [Double]

  /// The heights of `count` equal parts of a film of `duration` milliseconds.
  public init(_ comments: Comments, sizes: CommentSizes, duration: Int, count: Int, life: Int = 8000) {
    guard duration > 0, count > 0 else {
      heights = Array(repeating: 0, count: max(0, count))
      return
    }
    let seconds = Self.cellsBySecond(comments, sizes, count: duration / 1000 + 1, life: life / 1000)
    let means = (0..<count).map { part in
      let first = part * seconds.count / count
      let end = max(first + 1, (part + 1) * seconds.count / count)
      return Self.compressed(Double(seconds[first..<end].reduce(0, +)) / Double(end - first))
    }
    let highest = means.max() ?? 0
    heights = highest > 0 ? means.map { $0 / highest } : means
  }

  /// The cells of the comments on the stage in each second.
  private static func cellsBySecond(_ comments: Comments, _ sizes: CommentSizes, count: Int, life: Int) -> [Int] {
    var changes = [Int](repeating: 0, count: count + 1)
    for position in comments.indices where comments.mode(at: position).isText {
      let second = min(comments.time(at: position) / 1000, count - 1)
      changes[second] += sizes.columns(at: position)
      changes[min(second + max(1, life), count)] -= sizes.columns(at: position)
    }
    var cells = 0
    return changes.dropLast().map { change in
      cells += change
      return cells
    }
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
