/// Counts comments that say the same at the first of them.
///
/// Repeats have one mode, and appear within the window of the first; a later one begins a new group. Where the
/// first is hidden for what it is (its sender, its colour, its weight), the next that is not stands for them.
struct RepeatMerging {
  private let comments: Comments
  private let texts: FoldedTexts
  private let window: Int
  /// The rulings without repeats: a hidden comment is nobody's place to be counted at.
  private let blocked: Ruling
  private var groups: [Group] = []
  /// The newest group by the hash of what it says, or by a number behind it where that was taken.
  private var newest: [UInt64: Int] = [:]

  private struct Group {
    var first: Int
    var shown: Int?
    var count = 0
  }

  init(_ comments: Comments, texts: FoldedTexts, window: Int, blocked: Ruling) {
    self.comments = comments
    self.texts = texts
    self.window = window
    self.blocked = blocked
  }

  /// Hides the repeats among those that `ruling` does not hide, and counts them.
  mutating func merge(into ruling: inout Ruling) {
    newest.reserveCapacity(comments.count)
    for position in comments.indices where comments.mode(at: position).isText && ruling.reason(at: position) == nil {
      let group = group(of: position)
      let isShown = groups[group].shown == nil && blocked.reason(at: position) == nil
      if isShown { groups[group].shown = position }
      if blocked.reason(at: position) == nil { groups[group].count += 1 }
      if !isShown, groups[group].first != position { ruling.hide(position, .repeated) }
    }
    for group in groups {
      if let shown = group.shown { ruling.setCount(group.count, at: shown) }
    }
  }

  /// The index of the group that the comment at `position` belongs to; a new one where it is the first.
  private mutating func group(of position: Int) -> Int {
    var key = hash(of: position)
    while let index = newest[key] {
      let first = groups[index].first
      if comments.mode(at: first) == comments.mode(at: position), texts.saysTheSame(first, position) {
        if comments.time(at: position) <= comments.time(at: first) + window { return index }
        break
      }
      key &+= 1
    }
    newest[key] = groups.count
    groups.append(Group(first: position))
    return groups.count - 1
  }

  private func hash(of position: Int) -> UInt64 {
    var hash = StableHash()
    texts.withGist(at: position) { hash.combine($0) }
    hash.combine(comments.mode(at: position).rawValue)
    return hash.value
  }
}
