/// Reads a pattern into a tree.
struct PatternParser {
  private let scalars: [Unicode.Scalar]
  private var position = 0
  private var ignoresCase = false
  private var depth = 0

  /// Groups in groups; people write three.
  private static let deepest = 100

  /// The tree of `source`.
  static func parse(_ source: String) throws(TextPatternError) -> PatternNode {
    var parser = PatternParser(scalars: Array(source.unicodeScalars))
    let node = try parser.choice()
    if parser.position < parser.scalars.count { throw parser.error(.strayParenthesis) }
    return node
  }

  private init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

  private var next: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

  private func error(_ reason: TextPatternError.Reason, at place: Int? = nil) -> TextPatternError {
    TextPatternError(reason: reason, position: place ?? position)
  }

  /// Steps over `text` where it comes next.
  private mutating func take(_ text: String) -> Bool {
    guard scalars[position...].starts(with: text.unicodeScalars) else { return false }
    position += text.unicodeScalars.count
    return true
  }
}

extension PatternParser {
  /// `a|b|c`, up to a `)` or the end.
  private mutating func choice() throws(TextPatternError) -> PatternNode {
    var branches = [try sequence()]
    while take("|") { branches.append(try sequence()) }
    return branches.count == 1 ? branches[0] : .choice(branches)
  }

  private mutating func sequence() throws(TextPatternError) -> PatternNode {
    var nodes: [PatternNode] = []
    while let scalar = next, scalar != "|", scalar != ")" {
      let node = try quantified(try atom())
      if case .empty = node { continue }
      nodes.append(node)
    }
    return nodes.count == 1 ? nodes[0] : nodes.isEmpty ? .empty : .sequence(nodes)
  }

  private mutating func atom() throws(TextPatternError) -> PatternNode {
    let start = position
    guard let scalar = next else { return .empty }
    position += 1
    switch scalar {
    case "^": return .start
    case "$": return .end
    case ".": return .scalar(.anyButLineBreak)
    case "(": return try group(from: start)
    case "[": return .scalar(withCase(try characterClass(from: start)))
    case "\\": return .scalar(withCase(try escape(inClass: false)))
    case "*", "+", "?": throw error(.nothingToRepeat, at: start)
    default: return .scalar(withCase(ScalarSet(scalar)))
    }
  }

  private func withCase(_ set: ScalarSet) -> ScalarSet { ignoresCase ? set.ignoringCase : set }

  /// A group, behind its `(`.
  private mutating func group(from start: Int) throws(TextPatternError) -> PatternNode {
    let outerCase = ignoresCase
    depth += 1
    guard depth <= Self.deepest else { throw error(.tooLarge, at: start) }
    if take("?") {
      guard try groupKind(from: start) else {
        // `(?i)` holds up to the end of the group that it stands in.
        depth -= 1
        return .empty
      }
    }
    let node = try choice()
    guard take(")") else { throw error(.openGroup, at: start) }
    ignoresCase = outerCase
    depth -= 1
    return node
  }

  /// Reads what follows `(?`; false where that was all of the group.
  private mutating func groupKind(from start: Int) throws(TextPatternError) -> Bool {
    for sign in ["=", "!", "<=", "<!"] where take(sign) { throw error(.lookAround, at: start) }
    if take(":") { return true }
    if take("i:") || take("i)") {
      ignoresCase = true
      return scalars[position - 1] == ":"
    }
    if take("<") || take("P<") {
      while let scalar = next, ScalarSet.wordCharacters.contains(scalar.value) { position += 1 }
      if take(">") { return true }
    }
    throw error(.group(String(next.map(Character.init) ?? "?")), at: start)
  }
}

extension PatternParser {
  /// `node`, repeated as often as the quantifier behind it says.
  private mutating func quantified(_ node: PatternNode) throws(TextPatternError) -> PatternNode {
    let start = position
    guard let (least, most) = try quantifier() else { return node }
    // A lazy quantifier finds the same texts.
    _ = take("?")
    let behind = position
    if next == "*" || next == "+" || next == "?" { throw error(.nothingToRepeat) }
    if try quantifier() != nil { throw error(.nothingToRepeat, at: behind) }
    switch node {
    case .start where scalars[start - 1] == "^", .end where scalars[start - 1] == "$":
      throw error(.nothingToRepeat, at: start)
    // What takes no step must not be written out a thousand times a thousand times.
    case .empty: return .empty
    default: return most == 0 ? .empty : .repeated(node, least: least, most: most)
    }
  }

  private mutating func quantifier() throws(TextPatternError) -> (least: Int, most: Int?)? {
    switch next {
    case "*":
      position += 1
      return (0, nil)
    case "+":
      position += 1
      return (1, nil)
    case "?":
      position += 1
      return (0, 1)
    case "{": return try bounds()
    default: return nil
    }
  }

  /// `{n}`, `{n,}` or `{n,m}`; nil, and nothing read, where the brace is none of these and stands for itself.
  private mutating func bounds() throws(TextPatternError) -> (least: Int, most: Int?)? {
    let start = position
    position += 1
    guard let least = number() else {
      position = start
      return nil
    }
    let isOpen = take(",")
    let most = isOpen ? number() : least
    guard take("}") else {
      position = start
      return nil
    }
    guard max(least, most ?? 0) <= PatternProgram.mostSteps else { throw error(.tooLarge, at: start) }
    if let most, most < least { throw error(.repetition, at: start) }
    return (least, most)
  }

  /// The decimal number that comes next; one of many digits is as large as it need be to be refused.
  private mutating func number() -> Int? {
    let start = position
    var number = 0
    while let digit = next.flatMap({ Character($0).wholeNumberValue }), next?.isASCII == true {
      number = min(number * 10 + digit, PatternProgram.mostSteps + 1)
      position += 1
    }
    return position > start ? number : nil
  }
}

extension PatternParser {
  /// `[a-z…]`, behind its `[`.
  private mutating func characterClass(from start: Int) throws(TextPatternError) -> ScalarSet {
    let isInverted = take("^")
    if next == "]" { throw error(.emptyClass, at: start) }
    var ranges: [ClosedRange<UInt32>] = []
    while let scalar = next, scalar != "]" {
      ranges += try classRanges()
    }
    guard take("]") else { throw error(.openClass, at: start) }
    let set = ScalarSet(ranges)
    return isInverted ? withCase(set).inverted : set
  }

  /// One scalar, an escape, or a range of a class.
  private mutating func classRanges() throws(TextPatternError) -> [ClosedRange<UInt32>] {
    let start = position
    let first = try classMember()
    guard next == "-", position + 1 < scalars.count, scalars[position + 1] != "]" else { return first.ranges }
    position += 1
    let last = try classMember()
    guard let low = first.only, let high = last.only, low <= high else { throw error(.range, at: start) }
    return [low...high]
  }

  private mutating func classMember() throws(TextPatternError) -> ScalarSet {
    guard let scalar = next else { throw error(.openClass) }
    position += 1
    return scalar == "\\" ? try escape(inClass: true) : ScalarSet(scalar)
  }

  /// What an escape stands for, behind its backslash.
  private mutating func escape(inClass: Bool) throws(TextPatternError) -> ScalarSet {
    let start = position - 1
    guard let scalar = next else { throw error(.escape(""), at: start) }
    position += 1
    switch scalar {
    case "d": return .digits
    case "D": return .digits.inverted
    case "w": return .wordCharacters
    case "W": return .wordCharacters.inverted
    case "s": return .blanks
    case "S": return .blanks.inverted
    case "x": return try hexadecimal(digits: 2, from: start)
    case "u": return try hexadecimal(digits: 4, from: start)
    case "1"..."9", "k": throw error(.backReference, at: start)
    case "b" where inClass: return ScalarSet("\u{8}")
    default: break
    }
    if let control = Self.controls[scalar] { return ScalarSet(control) }
    // Letters may mean anything elsewhere; signs stand for themselves.
    guard !(scalar.isASCII && scalar.properties.isAlphabetic) else { throw error(.escape(String(scalar)), at: start) }
    return ScalarSet(scalar)
  }

  private static let controls: [Unicode.Scalar: Unicode.Scalar] = [
    "n": "\n", "t": "\t", "r": "\r", "f": "\u{C}", "v": "\u{B}", "0": "\0",
  ]

  /// `\xHH`, `\uHHHH` or `\u{H…}`, behind the letter.
  private mutating func hexadecimal(digits: Int, from start: Int) throws(TextPatternError) -> ScalarSet {
    let isBraced = digits == 4 && take("{")
    let first = position
    let most = isBraced ? 6 : digits
    while let scalar = next, scalar.properties.isASCIIHexDigit, position - first < most { position += 1 }
    let text = String(String.UnicodeScalarView(scalars[first..<position]))
    guard isBraced ? take("}") : text.count == digits, let scalar = UInt32(text, radix: 16).flatMap(Unicode.Scalar.init)
    else { throw error(.escape(digits == 2 ? "x" : "u"), at: start) }
    return ScalarSet(scalar)
  }
}

extension ScalarSet {
  /// The value of its only scalar; nil where there are several.
  fileprivate var only: UInt32? { ranges.count == 1 && ranges[0].count == 1 ? ranges[0].lowerBound : nil }
}
