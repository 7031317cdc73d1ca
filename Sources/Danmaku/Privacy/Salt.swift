/// 128 random bits under which senders are numbered, one for each store of comments.
///
/// With the same salt the same sender has the same number, so that blocking goes on working; without it a number
/// tells nobody who that was.
public struct Salt: Hashable, Sendable {
  /// The first eight bytes of the key, the lowest one first.
  let low: UInt64
  /// The last eight bytes of the key.
  let high: UInt64

  /// The salt of these two numbers.
  public init(low: UInt64, high: UInt64) {
    self.low = low
    self.high = high
  }
}

extension Comments {
  /// The comments with other numbers for their senders, which only `salt` connects with those that sites give.
  ///
  /// Nothing else of a comment changes, and equal senders stay equal.
  public func salted(by salt: Salt) -> Comments {
    let hash = SipHash(salt)
    var comments = self
    // 0 stands for no sender: the one number in 2^64 that would become it becomes 1.
    comments.renumberSenders { Swift.max(1, hash.hash($0)) }
    return comments
  }
}
