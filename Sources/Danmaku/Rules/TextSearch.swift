/// Looks for all blocked texts, and for all that patterns need, in one pass over what people read of each comment.
///
/// A pattern itself is tried only where a text was found that each of its matches holds, or where it has no such
/// text. So a hundred patterns cost little more than one.
struct TextSearch {
  private let finder: NeedleFinder
  /// What each needle is.
  private let meanings: [Meaning]
  private var matchers: [PatternMatcher]
  /// The comment for which each pattern was last found worth trying.
  private var wanted: [Int]

  /// What it means that a needle was found.
  private struct Meaning {
    /// The first blocked text that it is.
    var text: Int?
    /// The patterns of which it may be a part.
    var patterns: [Int] = []
  }

  /// A search for `texts` and `patterns`.
  init(texts: [String], patterns: [TextPattern]) {
    var meanings: [[UInt8]: Meaning] = [:]
    // From the back, so that of two equal texts the first stays.
    for (index, text) in texts.enumerated().reversed() {
      meanings[TextFolding.fold(text), default: Meaning()].text = index
    }
    for (index, pattern) in patterns.enumerated() {
      for literal in pattern.literals ?? [] { meanings[literal, default: Meaning()].patterns.append(index) }
    }
    let needles = Array(meanings.keys)
    finder = NeedleFinder(needles)
    self.meanings = needles.map { meanings[$0] ?? Meaning() }
    matchers = patterns.map { PatternMatcher($0.program) }
    wanted = patterns.map { $0.literals == nil ? .max : -1 }
  }

  /// Hides those of `comments` that hold a blocked text or match a pattern, with the index of the first that does.
  mutating func hide(in comments: Comments, _ folded: FoldedTexts, _ ruling: inout Ruling) {
    for position in comments.indices where ruling.reason(at: position) == nil {
      if let text = text(at: position, in: folded) {
        ruling.hide(position, .text, rule: text)
      } else if let pattern = pattern(at: position, in: comments) {
        ruling.hide(position, .pattern, rule: pattern)
      }
    }
  }

  /// The first blocked text in the comment at `position`; else notes which patterns are worth trying.
  private mutating func text(at position: Int, in folded: FoldedTexts) -> Int? {
    var first: Int?
    folded.withText(at: position) { text in
      finder.forEach(in: text) { needle in
        if let text = meanings[needle].text { first = min(first ?? text, text) }
        for pattern in meanings[needle].patterns where wanted[pattern] != .max { wanted[pattern] = position }
      }
    }
    return first
  }

  /// The first pattern that the comment at `position` matches.
  private mutating func pattern(at position: Int, in comments: Comments) -> Int? {
    let tried = matchers.indices.filter { wanted[$0] == position || wanted[$0] == .max }
    guard !tried.isEmpty else { return nil }
    return comments.withWords(at: position) { words in tried.first { matchers[$0].matches(words) } }
  }

  /// All blocked texts in the comment at `position`, and all patterns that it matches, by their indices.
  ///
  /// Of equal texts only the first is found.
  mutating func matches(at position: Int, in comments: Comments, _ folded: FoldedTexts) -> (
    texts: [Int], patterns: [Int]
  ) {
    var texts: Set<Int> = []
    folded.withText(at: position) { text in
      finder.forEach(in: text) { needle in
        if let text = meanings[needle].text { texts.insert(text) }
      }
    }
    let patterns = comments.withWords(at: position) { words in
      matchers.indices.filter { matchers[$0].matches(words) }
    }
    return (texts.sorted(), patterns)
  }
}
