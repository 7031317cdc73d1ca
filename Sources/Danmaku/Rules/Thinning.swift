/// Chooses who goes where more comments would be on the stage at once than may be.
///
/// Every comment draws a rank: its place in the order of a stable hash among those of its slot, an eighth of a
/// life. One is hidden if, at any moment of its life, as many comments with better ranks are on the stage as may
/// be there. From this follows what a reader expects:
///
/// - Never are there more: at any moment, the worst of n comments there has n − 1 better ones beside it.
/// - None is hidden where all of them may be there, however they are spread.
/// - A higher bound only adds comments, and what happens a minute later changes nothing.
/// - Slots come off equally: a burst loses more of its comments than the quiet seconds around it, and
///   not those that came last.
struct Thinning {
  private let comments: Comments
  private let life: Int
  /// The positions of those that may be shown, in the order of their times.
  private let positions: [Int]

  /// Slots in a life: the more there are, the fewer comments are lost at their seams.
  private static let slots = 8

  init(_ comments: Comments, life: Int, after ruling: Ruling) {
    self.comments = comments
    self.life = max(1, life)
    positions = comments.indices.filter { ruling.reason(at: $0) == nil && comments.mode(at: $0).isText }
  }

  /// Hides all but `density` at any moment.
  func thin(to density: Int, _ ruling: inout Ruling) {
    let stays = self.stays
    guard stays.contains(where: { $0.count > density }) else { return }
    var crowd = CrowdTree(count: positions.count)
    for index in ranked {
      if crowd.largest(in: stays[index]) >= density { ruling.hide(positions[index], .density) }
      crowd.add(in: stays[index])
    }
  }

  /// The comments that appear while each one is on the stage, as indices of `positions`, itself among them.
  ///
  /// The stage is fullest when somebody appears: these moments are the only ones to look at.
  private var stays: [Range<Int>] {
    var first = 0
    var end = 0
    return positions.indices.map { index in
      if time(index) > time(first) { first = index }
      while end < positions.count, time(end) < time(index) + life { end += 1 }
      return first..<end
    }
  }

  /// The indices of `positions`, the best rank first.
  private var ranked: [Int] {
    var entries: [(rank: Int, hash: UInt64, index: Int)] = []
    entries.reserveCapacity(positions.count)
    var start = 0
    while start < positions.count {
      let slot = slot(start)
      let end = positions[start...].indices.first { self.slot($0) != slot } ?? positions.count
      let drawn = (start..<end).map { (draw(positions[$0]), $0) }.sorted { $0 < $1 }
      for (rank, entry) in drawn.enumerated() { entries.append((rank, entry.0, entry.1)) }
      start = end
    }
    return entries.sorted { $0 < $1 }.map(\.index)
  }

  private func time(_ index: Int) -> Int { comments.time(at: positions[index]) }
  private func slot(_ index: Int) -> Int { time(index) * Self.slots / life }

  /// What the comment at `position` draws: the same whenever the file is read, in whatever company.
  private func draw(_ position: Int) -> UInt64 {
    var hash = StableHash()
    if let id = comments.id(at: position) {
      hash.combine(id)
    } else {
      hash.combine(comments.bytes(at: position))
      hash.combine(comments.time(at: position))
    }
    return hash.value
  }
}

/// Counts over a line of moments: adds one to a run of them and tells the largest in another, in logarithmic time.
private struct CrowdTree {
  /// The largest count below each node, without what was added to whole nodes above it; the root is node 1.
  private var largest: [Int32]
  /// What was added to all moments below each node.
  private var added: [Int32]
  private let width: Int

  init(count: Int) {
    var width = 1
    while width < count { width *= 2 }
    self.width = width
    largest = Array(repeating: 0, count: 2 * width)
    added = Array(repeating: 0, count: 2 * width)
  }

  /// Adds one to each moment in `range`.
  mutating func add(in range: Range<Int>) {
    var low = range.lowerBound + width
    var high = range.upperBound + width
    let ends = (low, high - 1)
    while low < high {
      if low & 1 == 1 {
        addToNode(low)
        low += 1
      }
      if high & 1 == 1 {
        high -= 1
        addToNode(high)
      }
      low >>= 1
      high >>= 1
    }
    rebuild(above: ends.0)
    rebuild(above: ends.1)
  }

  private mutating func addToNode(_ node: Int) {
    largest[node] += 1
    added[node] += 1
  }

  private mutating func rebuild(above leaf: Int) {
    var node = leaf >> 1
    while node > 0 {
      largest[node] = max(largest[2 * node], largest[2 * node + 1]) + added[node]
      node >>= 1
    }
  }

  /// The largest count in `range`.
  func largest(in range: Range<Int>) -> Int32 {
    // Both borders climb together; what was added above a border's parts holds for all of them.
    var (low, high) = (range.lowerBound + width, range.upperBound + width - 1)
    var (left, right) = (largest[low], largest[high])
    while low >> 1 != high >> 1 {
      if low & 1 == 0 { left = max(left, largest[low + 1]) }
      if high & 1 == 1 { right = max(right, largest[high - 1]) }
      (low, high) = (low >> 1, high >> 1)
      (left, right) = (left + added[low], right + added[high])
    }
    var result = max(left, right)
    while low > 1 {
      low >>= 1
      result += added[low]
    }
    return result
  }
}
