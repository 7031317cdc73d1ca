/// 128 random bits of a capsule, under which it numbers people whom nobody is to look up.
///
/// It is drawn at the first need, and every commit from then on carries it: it is as durable as they are, and goes
/// wherever they go. Where two capsules become one the older salt is the one that goes on. What was numbered under the
/// other keeps its numbers: they go on meaning one person within their file, and nobody at all outside of it.
public struct CapsuleSalt: Codable, Hashable, Sendable {
  /// When it was drawn: milliseconds since 1970.
  public var drawn: Int64
  /// The lower half of the bits.
  public var low: UInt64
  /// The higher half of the bits.
  public var high: UInt64

  /// The salt drawn at that moment.
  public init(drawn: Int64, low: UInt64, high: UInt64) {
    self.drawn = drawn
    self.low = low
    self.high = high
  }

  /// The one of two salts that a merge keeps; both sides choose the same.
  public static func older(_ left: CapsuleSalt, _ right: CapsuleSalt) -> CapsuleSalt {
    (left.drawn, left.low, left.high) <= (right.drawn, right.low, right.high) ? left : right
  }
}
