extension RuleSet {
  /// Adds what `list` blocks and these rules do not yet; answers how much that was.
  public mutating func add(_ list: BlockList) -> Int {
    let newTexts = list.texts.uniqued(without: texts)
    let newPatterns = list.patterns.uniqued(without: patterns)
    let newUsers = list.users.subtracting(users)
    texts += newTexts
    patterns += newPatterns
    users.formUnion(newUsers)
    return newTexts.count + newPatterns.count + newUsers.count
  }
}

extension Array where Element: Hashable {
  /// The elements that are not among `known`, each once, in the order in which they first came.
  fileprivate func uniqued(without known: [Element]) -> [Element] {
    var seen = Set(known)
    return filter { seen.insert($0).inserted }
  }
}
