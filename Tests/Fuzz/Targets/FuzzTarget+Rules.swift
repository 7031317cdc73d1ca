@testable internal import Danmaku

extension FuzzTarget {
  /// A pattern finds the same alone and among rules, which look at its letters first. The first line is the pattern.
  @Sendable static func checkTextPattern(_ bytes: [UInt8]) throws(BrokenPromise) {
    let parts = String(decoding: bytes, as: UTF8.self).split(
      separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
    guard let pattern = try? TextPattern(String(parts[0])) else { return }
    let comments = Comments([Comment(time: 0, text: String(parts.last ?? ""))])
    guard let text = comments.first?.text else { return }
    var rules = RuleSet()
    rules.patterns = [pattern]
    let isHidden = rules.ruling(of: comments).reason(at: 0) != nil
    try promise("rules find what \(pattern.source) does in \(text.debugDescription)", isHidden == pattern.matches(text))
  }

  /// A list is the same each time, and hides nothing by an entry without a text.
  @Sendable static func checkBlockList(_ bytes: [UInt8]) throws(BrokenPromise) {
    guard let list = BlockList(reading: bytes) else { return }
    try promise("the same bytes are the same list", BlockList(reading: bytes) == list)
    try promise("no entry takes less than a byte", list.count + list.refused.count <= bytes.count)
    try promise("blocked texts say something", list.texts.allSatisfy { !$0.allSatisfy(\.isWhitespace) })
  }
}
