/// What rules say about each comment, before any of them has a place.
public struct Ruling: Hashable, Sendable {
  /// One more than the raw value of the reason; 0 for a comment that may be shown.
  private var reasons: [UInt8]
  /// How many comments each one that counts others stands for, itself among them.
  private var counts: [Int: Int]
  /// Which of several rules of one kind hides a comment, where there can be several.
  private var rules: [Int: Int]

  /// A ruling that hides none of `count` comments.
  public init(count: Int) {
    reasons = Array(repeating: 0, count: count)
    counts = [:]
    rules = [:]
  }

  /// Why the comment at `position` is hidden; nil where it may be shown.
  public func reason(at position: Int) -> HiddenReason? {
    reasons[position] == 0 ? nil : HiddenReason(rawValue: reasons[position] - 1)
  }

  /// Which rule hides the comment at `position`: the index of a text among `RuleSet.texts` or of a pattern among
  /// `RuleSet.patterns`; nil for every other reason.
  public func rule(at position: Int) -> Int? { rules[position] }

  /// How many comments the one at `position` stands for, itself among them: more than 1 where repeats were merged.
  public func count(at position: Int) -> Int { counts[position] ?? 1 }

  /// The positions of the comments.
  var indices: Range<Int> { reasons.indices }

  /// Hides the comment at `position`, unless it is hidden already; `rule` tells which one of its kind does.
  public mutating func hide(_ position: Int, _ reason: HiddenReason, rule: Int? = nil) {
    guard reasons[position] == 0 else { return }
    reasons[position] = reason.rawValue + 1
    if let rule { rules[position] = rule }
  }

  /// Hides what `other` hides, for the same reasons, unless it is hidden already.
  mutating func hide(as other: Ruling) {
    for position in indices {
      if let reason = other.reason(at: position) { hide(position, reason, rule: other.rule(at: position)) }
    }
  }

  /// Lets the comment at `position` stand for `count` comments.
  public mutating func setCount(_ count: Int, at position: Int) { counts[position] = count > 1 ? count : nil }
}
