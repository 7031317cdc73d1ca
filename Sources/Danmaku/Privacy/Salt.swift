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
    comments.renumberSenders { hash.sender($0) }
    return comments
  }
}

extension RuleSet {
  /// The rules for comments that are salted: whom they block by a site's number they block by the salted one too.
  public func salted(by salt: Salt) -> RuleSet {
    let hash = SipHash(salt)
    var rules = self
    rules.users.formUnion(users.map { Comment.Sender(number: hash.sender($0.number)) })
    return rules
  }
}

extension SipHash {
  /// The number of the sender who had `number`.
  ///
  /// 0 stands for no sender: the one number in 2^64 that would become it becomes 1.
  fileprivate func sender(_ number: UInt64) -> UInt64 { max(1, hash(number)) }
}
