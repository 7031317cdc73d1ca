extension RuleSet {
  /// Adds what `list` blocks and these rules do not yet; answers how much that was.
  public mutating func add(_ list: BlockList) -> Int {
    let newTexts = list.texts.filter { !texts.contains($0) }.uniqued()
    let newPatterns = list.patterns.filter { !patterns.contains($0) }.uniqued()
    let newUsers = list.users.subtracting(users)
    texts += newTexts
    patterns += newPatterns
    users.formUnion(newUsers)
    return newTexts.count + newPatterns.count + newUsers.count
  }
}

extension Array where Element: Hashable {
  /// The elements, each once, in the order in which they first came.
  fileprivate func uniqued() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
