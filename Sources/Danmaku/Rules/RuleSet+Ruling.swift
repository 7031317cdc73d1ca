extension RuleSet {
  /// What these rules say about each of `comments`, on a stage where one lives for `life` milliseconds.
  ///
  /// The reasons `area`, `lanesFull` and `unsupported` are the layout's. The ruling does not depend on the order in
  /// which the comments were read.
  public func ruling(of comments: Comments, life: Int) -> Ruling {
    let texts = readsTexts || mergeWindow != nil ? FoldedTexts(comments) : nil
    var ruling = Ruling(count: comments.count)
    if hidesDuplicates { Self.hideDuplicates(of: comments, &ruling) }
    let blocked = blocking(comments, texts, after: ruling)
    if let mergeWindow, let texts {
      var merging = RepeatMerging(comments, texts: texts, window: mergeWindow, blocked: blocked)
      merging.merge(into: &ruling)
    }
    ruling.hide(as: blocked)
    if let density { Thinning(comments, life: life, after: ruling).thin(to: density, &ruling) }
    return ruling
  }

  private var readsTexts: Bool { !texts.isEmpty || !patterns.isEmpty }

  /// Hides comments with the id of one before them.
  private static func hideDuplicates(of comments: Comments, _ ruling: inout Ruling) {
    var ids = Set<Int64>(minimumCapacity: comments.count)
    for position in comments.indices {
      if let id = comments.id(at: position), !ids.insert(id).inserted { ruling.hide(position, .duplicate) }
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
