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
  /// The newest group of each text.
  private var newest: HashSlots

  private struct Group {
    /// Of what it says.
    var hash: UInt64
    var first: Int
    var shown: Int?
    var count = 0
  }

  init(_ comments: Comments, texts: FoldedTexts, window: Int, blocked: Ruling) {
    self.comments = comments
    self.texts = texts
    self.window = window
    self.blocked = blocked
    newest = HashSlots(capacity: comments.count)
  }

  /// Hides the repeats among those that `ruling` does not hide, and counts them.
  mutating func merge(into ruling: inout Ruling) {
    for position in comments.indices where comments.mode(at: position).isText && ruling.reason(at: position) == nil {
      let group = group(of: position)
      let isShown = groups[group].shown == nil && blocked.reason(at: position) == nil
      if isShown { groups[group].shown = position }
      if blocked.reason(at: position) == nil { groups[group].count += 1 }
      if !isShown, groups[group].first != position { ruling.hide(position, .repeated) }
    }
    for group in groups where group.count > 1 {
      if let shown = group.shown { ruling.setCount(group.count, at: shown) }
    }
  }

  /// The index of the group that the comment at `position` belongs to; a new one where it is the first.
  private mutating func group(of position: Int) -> Int {
    let hash = hash(of: position)
    var slot = newest.first(for: hash)
    while let index = newest[slot] {
      let first = groups[index].first
      if groups[index].hash == hash, comments.mode(at: first) == comments.mode(at: position),
        texts.saysTheSame(first, position)
      {
        if comments.time(at: position) <= comments.time(at: first) + window { return index }
        break
      }
      slot = newest.next(after: slot)
    }
    newest[slot] = groups.count
    groups.append(Group(hash: hash, first: position))
    return groups.count - 1
  }

  /// A hash under the key of the process: nobody can write comments that all come to lie in few slots. Which slots they
  /// are changes nothing in what is merged.
  private func hash(of position: Int) -> UInt64 {
    var hasher = Hasher()
    texts.withGist(at: position) { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    hasher.combine(comments.mode(at: position))
    return UInt64(bitPattern: Int64(hasher.finalize()))
  }
}
