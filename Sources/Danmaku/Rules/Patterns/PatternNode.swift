/// A pattern as a tree.
indirect enum PatternNode {
  /// Matches nothing at all, everywhere.
  case empty
  /// One scalar of these.
  case scalar(ScalarSet)
  /// The start of the text.
  case start
  /// The end of the text.
  case end
  /// One after the other.
  case sequence([PatternNode])
  /// One of several.
  case choice([PatternNode])
  /// At least `least` times, at most `most` times; nil is as often as it likes.
  case repeated(PatternNode, least: Int, most: Int?)
}

extension PatternNode {
  /// Folded texts of which at least one is in the folded form of every text that the pattern is found in.
  ///
  /// Nil where nothing of the kind can be told. Finding these in all comments at once spares most of them the
  /// pattern itself.
  var requiredLiterals: [[UInt8]]? {
    switch self {
    case .empty, .start, .end: nil
    case .scalar(let set): set.folded.map { [$0] }
    case .sequence(let nodes): Self.bestLiterals(of: nodes)
    case .choice(let nodes): Self.literals(ofAny: nodes)
    case .repeated(let node, let least, _): least > 0 ? node.requiredLiterals : nil
    }
  }

  /// More alternatives than these are not worth looking for.
  private static let mostLiterals = 64

  private static func literals(ofAny nodes: [PatternNode]) -> [[UInt8]]? {
    var all: [[UInt8]] = []
    for node in nodes {
      guard let literals = node.requiredLiterals else { return nil }
      all += literals
    }
    return all.count <= mostLiterals ? all : nil
  }

  /// The list whose shortest text is the longest: it is found least often.
  private static func bestLiterals(of nodes: [PatternNode]) -> [[UInt8]]? {
    var lists: [[[UInt8]]] = []
    var run: [UInt8] = []
    for node in nodes {
      if case .scalar(let set) = node, let folded = set.folded {
        run += folded
        continue
      }
      if !run.isEmpty { lists.append([run]) }
      run = []
      if let literals = node.requiredLiterals { lists.append(literals) }
    }
    if !run.isEmpty { lists.append([run]) }
    let shortest = { (list: [[UInt8]]) in list.map(\.count).min() ?? 0 }
    return lists.max { shortest($0) < shortest($1) }
  }
}
