extension String {
  /// The name of `names` that was most likely meant; nil where none is near.
  public func nearest(in names: some Sequence<String>) -> String? {
    let mine = Array(lowercased())
    return names.map { (name: $0, distance: changes(mine, Array($0.lowercased()))) }
      .filter { $0.distance <= max(1, (max(mine.count, $0.name.count) + 1) / 3) }
      .min { $0.distance < $1.distance }?.name
  }
}

/// How many single changes lead from one to the other, a swap of neighbours being one (optimal string alignment).
private func changes(_ left: [Character], _ right: [Character]) -> Int {
  var before: [Int] = []
  var last = Array(0...right.count)
  for (row, character) in left.enumerated() {
    var next = [row + 1]
    for (column, other) in right.enumerated() {
      var best = Swift.min(last[column] + (character == other ? 0 : 1), last[column + 1] + 1, next[column] + 1)
      if row > 0, column > 0, character == right[column - 1], other == left[row - 1] {
        best = Swift.min(best, before[column - 1] + 1)
      }
      next.append(best)
    }
    before = last
    last = next
  }
  return last[right.count]
}
