/// A pattern as steps of a nondeterministic automaton, after Thompson (1968).
struct PatternProgram: Sendable {
  /// The steps; the first is where every match begins, and each goes on at the next one unless it says otherwise.
  private(set) var steps: [Step] = []
  /// The scalars that no set of the pattern tells apart, as one class each.
  let classes: ScalarClasses
  /// Whether a set holds a class, set by set.
  private let membership: [Bool]

  /// The most steps that a pattern may have: more than any that people write, and few enough to be quick.
  static let mostSteps = 1000

  /// What happens at one place of a pattern.
  enum Step: Hashable, Sendable {
    /// One scalar of the set with this index.
    case scalar(Int)
    /// The start of the text.
    case start
    /// The end of the text.
    case end
    /// Goes on there.
    case jump(Int)
    /// Goes on at the next step and there too.
    case split(Int)
    /// The pattern was found.
    case match
  }

  /// The steps of `node`.
  init(_ node: PatternNode) throws(TextPatternError) {
    var writer = StepWriter()
    try writer.write(node)
    try writer.add(.match)
    steps = writer.steps
    classes = ScalarClasses(of: writer.sets)
    let samples = classes.samples
    membership = writer.sets.flatMap { set in samples.map(set.contains) }
  }

  /// Whether the set with the index `set` holds the scalars of `group`.
  func holds(_ set: Int, _ group: Int) -> Bool { membership[set * classes.count + group] }
}

/// Writes the steps of a tree.
private struct StepWriter {
  private(set) var steps: [PatternProgram.Step] = []
  private(set) var sets: [ScalarSet] = []
  private var indices: [ScalarSet: Int] = [:]

  mutating func add(_ step: PatternProgram.Step) throws(TextPatternError) {
    guard steps.count < PatternProgram.mostSteps else { throw TextPatternError(reason: .tooLarge, position: 0) }
    steps.append(step)
  }

  mutating func write(_ node: PatternNode) throws(TextPatternError) {
    switch node {
    case .empty: break
    case .start: try add(.start)
    case .end: try add(.end)
    case .scalar(let set): try add(.scalar(index(of: set)))
    case .sequence(let nodes): for node in nodes { try write(node) }
    case .choice(let nodes): try write(choice: nodes)
    case .repeated(let node, let least, let most): try write(repeated: node, least, most)
    }
  }

  private mutating func index(of set: ScalarSet) -> Int {
    if let index = indices[set] { return index }
    indices[set] = sets.count
    sets.append(set)
    return sets.count - 1
  }

  /// `split B; A; jump end; B; end`
  private mutating func write(choice nodes: [PatternNode]) throws(TextPatternError) {
    var jumps: [Int] = []
    for (number, node) in nodes.enumerated() {
      let isLast = number == nodes.count - 1
      let split = steps.count
      if !isLast { try add(.split(0)) }
      try write(node)
      guard !isLast else { break }
      jumps.append(steps.count)
      try add(.jump(0))
      steps[split] = .split(steps.count)
    }
    for jump in jumps { steps[jump] = .jump(steps.count) }
  }

  private mutating func write(repeated node: PatternNode, _ least: Int, _ most: Int?) throws(TextPatternError) {
    for _ in 0..<least { try write(node) }
    guard let most else {
      let split = steps.count
      try add(.split(0))
      try write(node)
      try add(.jump(split))
      steps[split] = .split(steps.count)
      return
    }
    var splits: [Int] = []
    for _ in least..<most {
      splits.append(steps.count)
      try add(.split(0))
      try write(node)
    }
    for split in splits { steps[split] = .split(steps.count) }
  }
}
