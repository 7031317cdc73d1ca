/// When still comments stand in one lane.
struct StillLane {
  /// One after the other, without overlaps.
  private var stays: [Range<Int>] = []
  /// The first stay that may lie ahead of the moving comments, which come in the order of their times.
  private var next = 0

  /// When the last one is gone.
  var end: Int { stays.last?.upperBound ?? .min }

  /// Lets a comment stand here, over others where there are any.
  mutating func take(from start: Int, to end: Int) {
    let start = max(start, self.end)
    if start < end { stays.append(start..<end) }
  }

  /// Whether nobody stands here in a span that begins no earlier than the one asked for before.
  mutating func isFree(from start: Int, to end: Int) -> Bool {
    while next < stays.count, stays[next].upperBound <= start { next += 1 }
    return next == stays.count || stays[next].lowerBound >= end
  }
}
