/// What rules say about each comment, before any of them has a place.
public struct Ruling: Hashable, Sendable {
  /// One more than the raw value of the reason; 0 for a comment that may be shown.
  private var reasons: [UInt8]
  /// How many comments each one that counts others stands for, itself among them.
  private var counts: [Int: Int]

  /// A ruling that hides none of `count` comments.
  public init(count: Int) {
    reasons = Array(repeating: 0, count: count)
    counts = [:]
  }

  /// Why the comment at `position` is hidden; nil where it may be shown.
  public func reason(at position: Int) -> HiddenReason? {
    reasons[position] == 0 ? nil : HiddenReason(rawValue: reasons[position] - 1)
  }

  /// How many comments the one at `position` stands for, itself among them: more than 1 where repeats were merged.
  public func count(at position: Int) -> Int { counts[position] ?? 1 }

  /// Hides the comment at `position`, unless it is hidden already.
  public mutating func hide(_ position: Int, _ reason: HiddenReason) {
    if reasons[position] == 0 { reasons[position] = reason.rawValue + 1 }
  }

  /// Lets the comment at `position` stand for `count` comments.
  public mutating func setCount(_ count: Int, at position: Int) { counts[position] = count > 1 ? count : nil }
}
