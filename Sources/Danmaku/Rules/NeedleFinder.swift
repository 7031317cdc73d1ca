/// Finds all of many byte strings in one pass, after Aho and Corasick (1975).
///
/// The automaton is complete: for each state and each byte it knows the next state. Bytes that occur in no needle
/// share one column, which keeps its table small.
struct NeedleFinder {
  /// The column of each byte.
  private var columns = [UInt8](repeating: 0, count: 256)
  private var width = 1
  /// The next state by state and column.
  private var next: [Int32] = []
  /// The needle that ends in a state, else that of the longest suffix which is one; -1 where there is none.
  private var needles: [Int32] = []
  /// The state of the next shorter suffix in which a needle ends, for states in which one does; else -1.
  private var shorter: [Int32] = []

  /// A finder of `needles`, of which equal ones count as the first of them; an empty one is never found.
  init(_ needles: [[UInt8]]) {
    for byte in Set(needles.joined()).sorted() {
      // 256 different bytes would need a 257th column; but 0xFF is in no UTF-8.
      columns[Int(byte)] = UInt8(width)
      width += 1
    }
    addState()
    for (index, needle) in needles.enumerated() where !needle.isEmpty { add(needle, index) }
    complete()
  }

  private mutating func addState() {
    next.append(contentsOf: repeatElement(-1, count: width))
    needles.append(-1)
    shorter.append(-1)
  }

  private mutating func add(_ needle: [UInt8], _ index: Int) {
    var state = 0
    for byte in needle {
      let cell = state * width + Int(columns[Int(byte)])
      if next[cell] < 0 {
        next[cell] = Int32(needles.count)
        addState()
      }
      state = Int(next[cell])
    }
    if needles[state] < 0 { needles[state] = Int32(index) }
  }

  /// Fills the gaps of the trie, level by level, with the transitions of each state's longest suffix.
  private mutating func complete() {
    var suffixes = [Int](repeating: 0, count: needles.count)
    var queue = [0]
    var head = 0
    while head < queue.count {
      let state = queue[head]
      head += 1
      for column in 0..<width {
        let inherited = state == 0 ? 0 : next[suffixes[state] * width + column]
        let child = next[state * width + column]
        if child < 0 {
          next[state * width + column] = inherited
        } else {
          suffixes[Int(child)] = Int(inherited)
          queue.append(Int(child))
        }
      }
      inheritNeedle(state, from: suffixes[state])
    }
  }

  private mutating func inheritNeedle(_ state: Int, from suffix: Int) {
    guard state != 0 else { return }
    if needles[state] < 0 {
      needles[state] = needles[suffix]
      shorter[state] = shorter[suffix]
    } else if needles[suffix] >= 0 {
      shorter[state] = Int32(suffix)
    }
  }

  /// Calls `body` with the index of each needle in `bytes`, once for each place where it ends.
  func forEach(in bytes: UnsafeBufferPointer<UInt8>, _ body: (Int) -> Void) {
    var state = 0
    for byte in bytes {
      state = Int(next[state * width + Int(columns[Int(byte)])])
      var found = state
      while found >= 0, needles[found] >= 0 {
        body(Int(needles[found]))
        found = Int(shorter[found])
      }
    }
  }
}
