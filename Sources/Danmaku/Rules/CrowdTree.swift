/// Counts over a line of moments: adds one to a run of them and tells the largest there, in logarithmic time.
struct CrowdTree {
  private struct Node {
    /// The largest count below, without what was added to whole nodes above.
    var largest: Int32 = 0
    /// What was added to all moments below.
    var added: Int32 = 0
  }

  /// The root is node 1, and the moments begin at `width`.
  private var nodes: [Node]
  private let width: Int

  /// Counts of `count` moments, all 0.
  init(count: Int) {
    var width = 1
    while width < count { width *= 2 }
    self.width = width
    nodes = Array(repeating: Node(), count: 2 * width)
  }

  /// Adds one to each moment in `range`, which is not empty, and tells the largest count that there was before.
  mutating func add(in range: Range<Int>) -> Int32 {
    // Both borders climb together; what was added above a border's parts holds for all of them.
    var (low, high) = (range.lowerBound + width, range.upperBound + width - 1)
    var left = addToNode(low)
    var right = low == high ? left : addToNode(high)
    while low >> 1 != high >> 1 {
      if low & 1 == 0 { left = max(left, addToNode(low + 1)) }
      if high & 1 == 1 { right = max(right, addToNode(high - 1)) }
      (low, high) = (low >> 1, high >> 1)
      (left, right) = (left + nodes[low].added, right + nodes[high].added)
      rebuild(low)
      rebuild(high)
    }
    var largest = max(left, right)
    while low > 1 {
      low >>= 1
      largest += nodes[low].added
      rebuild(low)
    }
    return largest
  }

  /// Adds one to all below `node`, and tells the largest count that there was before.
  private mutating func addToNode(_ node: Int) -> Int32 {
    let largest = nodes[node].largest
    nodes[node].largest += 1
    nodes[node].added += 1
    return largest
  }

  private mutating func rebuild(_ node: Int) {
    nodes[node].largest = max(nodes[2 * node].largest, nodes[2 * node + 1].largest) + nodes[node].added
  }
}
