/// Finds the word that was meant.
enum Spelling {
  /// The one of `words` nearest to `typed`, where one is near enough to be meant.
  ///
  ///     serach  →  search        lst  →  list        frobnicate  →  nil
  static func nearest(to typed: String, in words: [String]) -> String? {
    let typed = typed.lowercased()
    if let longer = words.first(where: { $0.hasPrefix(typed) && typed.count >= 2 }) { return longer }
    let near = words.map { (word: $0, distance: distance(from: typed, to: $0)) }.min { $0.distance < $1.distance }
    guard let near, near.distance <= max(1, min(typed.count, near.word.count) / 3) else { return nil }
    return near.word
  }

  /// How many insertions, deletions, replacements and swaps of neighbours lie between two words
  /// (optimal string alignment).
  static func distance(from left: String, to right: String) -> Int {
    let left = Array(left)
    let right = Array(right)
    var before: [Int] = []
    var last = Array(0...right.count)
    for row in left.indices {
      var current = [row + 1]
      for column in right.indices {
        let replaced = last[column] + (left[row] == right[column] ? 0 : 1)
        var best = min(replaced, last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          best = min(best, before[column - 1] + 1)
        }
        current.append(best)
      }
      before = last
      last = current
    }
    return last[right.count]
  }
}
