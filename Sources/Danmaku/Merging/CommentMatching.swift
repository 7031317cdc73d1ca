/// Finds which comments of several inputs are the same, in groups that grow from one way of comparing to the next.
///
/// Each way is one pass in the order of time. What a group may still be joined by only shrinks, so that a pass
/// never looks back: it is linear however many say the same at once.
struct CommentMatching {
  /// A way in which two comments can be told to be the same, the surest first.
  enum Way: CaseIterable {
    /// The same id, and the same text.
    case id
    /// The same text, mode and sender, at about the same time.
    case sender
    /// The same text and mode at nearly the same time.
    case time

    /// How many milliseconds may lie between the two.
    var window: Int {
      switch self {
      case .id: .max
      case .sender: 10_000
      case .time: 1000
      }
    }
  }

  /// Owners are bits of one number.
  static let mostOwners = UInt64.bitWidth

  /// Comments that are one, at most one of each input.
  fileprivate struct Group {
    /// The one that tells the most.
    var best: Int
    /// The earliest.
    var first: Int
    /// The inputs that have one, a bit each.
    var owners: UInt64
  }

  /// Groups that would be one but for their times and inputs.
  fileprivate struct Bucket {
    var groups: [Int] = []
    /// By the inputs of who comes: the first group that may still be joined.
    var next: [UInt64: Int] = [:]
  }

  private let comments: Comments
  private let owners: [Int]
  private let texts: FoldedTexts
  private var groups: [Group] = []

  /// Comments in any order, each with the number of its input.
  init(_ comments: Comments, owners: [Int]) {
    self.comments = comments
    self.owners = owners
    texts = FoldedTexts(comments)
    groups = comments.positionsInOrder().map { Group(best: $0, first: $0, owners: 1 << UInt64(owners[$0])) }
  }

  /// The position of one comment of each group, in their order: the one that stays may be later than the first.
  var kept: [Int] {
    var isKept = [Bool](repeating: false, count: comments.count)
    for group in groups { isKept[group.best] = true }
    return comments.positionsInOrder().filter { isKept[$0] }
  }

  /// The inputs of the comments that another one stands for, one entry for each comment.
  var absorbedOwners: [Int] {
    groups.lazy.filter { $0.owners.nonzeroBitCount > 1 }.flatMap { group in
      (0..<Self.mostOwners).filter { group.owners >> UInt64($0) & 1 == 1 && $0 != owners[group.best] }
    }
  }

  /// Drops comments that repeat the id and the text of one of their own input; tells the inputs of those dropped.
  mutating func dropDuplicates() -> [Int] {
    struct Key: Hashable {
      var id: Int64
      var owner: Int
    }
    var dropped: [Int] = []
    var known: [Key: Int] = [:]
    groups = groups.filter { group in
      guard let id = comments.id(at: group.first) else { return true }
      let key = Key(id: id, owner: owners[group.first])
      guard let other = known[key] else {
        known[key] = group.first
        return true
      }
      guard saysTheSame(other, group.first) else { return true }
      dropped.append(key.owner)
      return false
    }
    return dropped
  }

  /// Joins groups of different inputs that are the same in this way.
  mutating func match(by way: Way) {
    var buckets: [UInt64: Bucket] = [:]
    var joined: [Group] = []
    joined.reserveCapacity(groups.count)
    for group in groups {
      guard var key = hash(of: group.first, way) else {
        joined.append(group)
        continue
      }
      while let other = buckets[key]?.groups.first, !isSame(joined[other].first, group.first, way) { key &+= 1 }
      if let index = buckets[key, default: Bucket()].groupToJoin(
        for: group, in: joined, isOpen: { isWithin(way.window, $0, group) })
      {
        joined[index].owners |= group.owners
        if tellsMore(group.best, than: joined[index].best) { joined[index].best = group.best }
      } else {
        buckets[key, default: Bucket()].groups.append(joined.count)
        joined.append(group)
      }
    }
    groups = joined
  }

  private func isWithin(_ window: Int, _ earlier: Group, _ later: Group) -> Bool {
    comments.time(at: later.first) - comments.time(at: earlier.first) <= window
  }

  /// The hash of what this way compares, under the key of the process; nil where the comment does not tell it.
  private func hash(of position: Int, _ way: Way) -> UInt64? {
    var hash = Hasher()
    texts.withText(at: position) { hash.combine(bytes: UnsafeRawBufferPointer($0)) }
    switch way {
    case .id:
      guard let id = comments.id(at: position) else { return nil }
      hash.combine(id)
    case .sender:
      guard let sender = comments.sender(at: position) else { return nil }
      hash.combine(sender.number)
      hash.combine(comments.mode(at: position).rawValue)
    case .time:
      hash.combine(comments.mode(at: position).rawValue)
    }
    return UInt64(bitPattern: Int64(hash.finalize()))
  }

  /// Whether the comments at the two positions agree in what this way compares, their times left aside.
  private func isSame(_ one: Int, _ other: Int, _ way: Way) -> Bool {
    guard saysTheSame(one, other) else { return false }
    if way == .id { return comments.id(at: one) == comments.id(at: other) }
    guard comments.mode(at: one) == comments.mode(at: other) else { return false }
    return way == .time || comments.sender(at: one) == comments.sender(at: other)
  }

  private func saysTheSame(_ one: Int, _ other: Int) -> Bool {
    texts.withText(at: one) { one in texts.withText(at: other) { one.elementsEqual($0) } }
  }

  private func tellsMore(_ one: Int, than other: Int) -> Bool { facts(at: one) > facts(at: other) }

  /// How many things are known of the comment at `position` that not every file tells.
  private func facts(at position: Int) -> Int {
    let isKnown = [
      comments.id(at: position) != nil, comments.sent(at: position) != nil, comments.sender(at: position) != nil,
      comments.weight(at: position) != nil, comments.life(at: position) != nil, comments.size(at: position) != 25,
    ]
    return isKnown.count(where: { $0 })
  }
}

extension CommentMatching.Bucket {
  /// The first of `groups` that has none of the inputs of `group` and is open to it; nil where there is none.
  ///
  /// Who was passed over once will be again: it has these inputs for good, and times only grow.
  fileprivate mutating func groupToJoin(
    for group: CommentMatching.Group, in all: [CommentMatching.Group], isOpen: (CommentMatching.Group) -> Bool
  ) -> Int? {
    var index = next[group.owners] ?? 0
    while index < groups.count, all[groups[index]].owners & group.owners != 0 || !isOpen(all[groups[index]]) {
      index += 1
    }
    next[group.owners] = index
    return index < groups.count ? groups[index] : nil
  }
}
