/// Finds all of many byte strings in one pass, after Aho and Corasick (1975).
///
/// The states are numbered level by level, so that the children of each follow each other. Those nearest to the root,
/// where a search nearly always is, know the next state for every byte; the others only their children and their
/// longest suffix. So a list of any length takes room for its bytes, and a usual one is a complete automaton.
struct NeedleFinder {
  /// The column of each byte in the table: those that occur in no needle share one.
  private var columns = [UInt8](repeating: 0, count: 256)
  private var width = 1
  /// The next state by state and column, for the first states.
  private var next: [Int32] = []
  /// The byte that leads to each state from its parent.
  private var labels: [UInt8] = [0]
  /// The first child of each state; behind the last one stands that of the next state.
  private var children: [Int32] = []
  /// The state of the longest suffix that is a begin of a needle too.
  private var suffixes: [Int32] = [0]
  /// The needle that ends in a state, else that of the longest suffix which is one; -1 where there is none.
  private var needles: [Int32] = []
  /// The state of the next shorter suffix in which a needle ends, for states in which one does; else -1.
  private var shorter: [Int32] = []

  /// How many states the table holds: with 256 columns it takes four megabytes.
  private static let mostTabled = 4096

  /// A finder of `needles`, of which equal ones count as the first of them; an empty one is never found.
  init(_ needles: [[UInt8]]) {
    for byte in Set(needles.joined()).sorted() {
      // 256 different bytes would need a 257th column; but 0xFF is in no UTF-8.
      columns[Int(byte)] = UInt8(width)
      width += 1
    }
    build(SortedNeedles(needles))
  }

  /// Makes the states one after the other, and with each its children, whose suffixes are among those made before.
  private mutating func build(_ sorted: SortedNeedles) {
    var branches = [sorted.all]
    var state = 0
    while state < branches.count {
      children.append(Int32(branches.count))
      needles.append(-1)
      shorter.append(-1)
      for (label, branch) in sorted.children(of: branches[state]) {
        suffixes.append(Int32(state == 0 ? 0 : self.state(after: Int(suffixes[state]), label)))
        labels.append(label)
        branches.append(branch)
      }
      inheritNeedle(state, sorted.needle(of: branches[state]))
      if state < Self.mostTabled { addRow(state, end: branches.count) }
      state += 1
    }
    children.append(Int32(branches.count))
  }

  /// Adds the row of `state`, whose children end before `end`: that of its suffix, but for them.
  private mutating func addRow(_ state: Int, end: Int) {
    let suffix = Int(suffixes[state])
    next += state == 0 ? Array(repeating: 0, count: width) : Array(next[suffix * width..<(suffix + 1) * width])
    for child in Int(children[state])..<end { next[state * width + Int(columns[Int(labels[child])])] = Int32(child) }
  }

  private mutating func inheritNeedle(_ state: Int, _ own: Int?) {
    let suffix = Int(suffixes[state])
    if let own {
      needles[state] = Int32(own)
      shorter[state] = needles[suffix] >= 0 ? Int32(suffix) : -1
    } else if state != 0 {
      (needles[state], shorter[state]) = (needles[suffix], shorter[suffix])
    }
  }

  /// The state that follows `state` where `byte` comes.
  private func state(after state: Int, _ byte: UInt8) -> Int {
    var state = state
    while state >= Self.mostTabled {
      for child in Int(children[state])..<Int(children[state + 1]) where labels[child] == byte { return child }
      state = Int(suffixes[state])
    }
    return Int(next[state * width + Int(columns[Int(byte)])])
  }

  /// Calls `body` with the index of each needle in `bytes`, once for each place where it ends.
  func forEach(in bytes: UnsafeBufferPointer<UInt8>, _ body: (Int) -> Void) {
    var state = 0
    for byte in bytes {
      state = self.state(after: state, byte)
      var found = state
      while found >= 0, needles[found] >= 0 {
        body(Int(needles[found]))
        found = Int(shorter[found])
      }
    }
  }
}

/// Needles in the order of their bytes, in which those that begin alike stand together.
private struct SortedNeedles {
  /// Needles that begin with the same bytes, and with how many.
  struct Branch {
    var needles: Range<Int>
    var depth: Int
  }

  private let needles: [(bytes: [UInt8], index: Int)]

  init(_ needles: [[UInt8]]) {
    self.needles = needles.enumerated().map { (bytes: $1, index: $0) }.filter { !$0.bytes.isEmpty }.sorted {
      one, other in
      one.bytes == other.bytes ? one.index < other.index : one.bytes.lexicographicallyPrecedes(other.bytes)
    }
  }

  /// All of them.
  var all: Branch { Branch(needles: needles.indices, depth: 0) }

  /// The index of the first needle that is nothing but what those of `branch` begin with.
  func needle(of branch: Branch) -> Int? {
    guard branch.depth > 0, let first = branch.needles.first, needles[first].bytes.count == branch.depth else {
      return nil
    }
    return needles[first].index
  }

  /// The parts of `branch` that agree in one more byte, each with that byte.
  func children(of branch: Branch) -> [(label: UInt8, branch: Branch)] {
    var children: [(label: UInt8, branch: Branch)] = []
    for place in branch.needles where needles[place].bytes.count > branch.depth {
      let label = needles[place].bytes[branch.depth]
      if let last = children.indices.last, children[last].label == label {
        children[last].branch.needles = children[last].branch.needles.lowerBound..<place + 1
      } else {
        children.append((label, Branch(needles: place..<place + 1, depth: branch.depth + 1)))
      }
    }
    return children
  }
}
