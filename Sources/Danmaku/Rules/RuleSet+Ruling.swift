extension RuleSet {
  /// What these rules say about each of `comments`, where `stage` tells for how long they stay: only how many are there
  /// at once depends on it, and nothing on its size.
  ///
  /// The reasons `area`, `lanesFull` and `unsupported` are the layout's. The ruling does not depend on the order in
  /// which the comments were read.
  public func ruling(of comments: Comments, on stage: LaneRules = LaneRules(columns: 1, lanes: 1)) -> Ruling {
    let texts = readsTexts || mergeWindow != nil ? FoldedTexts(comments, asWords: readsTexts) : nil
    var ruling = Ruling(count: comments.count)
    if hidesDuplicates { Self.hideDuplicates(of: comments, &ruling) }
    let blocked = blocking(comments, texts, after: ruling)
    if let mergeWindow, let texts {
      var merging = RepeatMerging(comments, texts: texts, window: mergeWindow, blocked: blocked)
      merging.merge(into: &ruling)
    }
    ruling.hide(as: blocked)
    if let density { Thinning(comments, on: stage, after: ruling).thin(to: density, &ruling) }
    return ruling
  }

  private var readsTexts: Bool { !texts.isEmpty || !patterns.isEmpty }

  /// Hides comments that have the id of one before them and say the same. Not all sites count through: an id alone may
  /// be that of another thread, or the number of a line.
  private static func hideDuplicates(of comments: Comments, _ ruling: inout Ruling) {
    struct Entry: Hashable {
      var id: Int64
      var text: String
    }
    var newest = [Int64: Int](minimumCapacity: comments.count)
    // Looked at only where one id has several texts, which is rare.
    var known: Set<Entry> = []
    for position in comments.indices {
      guard let id = comments.id(at: position), let last = newest.updateValue(position, forKey: id) else { continue }
      if comments.bytes(at: last).elementsEqual(comments.bytes(at: position)) {
        ruling.hide(position, .duplicate)
      } else {
        known.insert(Entry(id: id, text: comments.text(at: last)))
        let isNew = known.insert(Entry(id: id, text: comments.text(at: position))).inserted
        if !isNew { ruling.hide(position, .duplicate) }
      }
    }
  }

  /// `ruling`, and what rules say that look at one comment alone.
  private func blocking(_ comments: Comments, _ folded: FoldedTexts?, after ruling: Ruling) -> Ruling {
    var ruling = ruling
    if let folded, readsTexts {
      var search = TextSearch(texts: texts, patterns: patterns)
      search.hide(in: comments, folded, &ruling)
    }
    guard !users.isEmpty || !modes.isEmpty || colors != .allBut([]) || minimumWeight != nil else { return ruling }
    for position in comments.indices {
      if let reason = refusal(of: position, in: comments) { ruling.hide(position, reason) }
    }
    return ruling
  }

  /// Why the numbers of the comment at `position` hide it; nil where they do not.
  private func refusal(of position: Int, in comments: Comments) -> HiddenReason? {
    if let sender = comments.sender(at: position), users.contains(sender) { return .user }
    if modes.contains(comments.mode(at: position)) { return .mode }
    if !colors.admits(comments.color(at: position)) { return .color }
    if let minimumWeight, let weight = comments.weight(at: position), weight < minimumWeight { return .weight }
    return nil
  }
}
