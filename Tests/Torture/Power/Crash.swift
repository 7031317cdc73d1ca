/// What a power cut can leave of a moment.
struct Crash {
  let moment: MemoryDisk.Moment
  let sector: Int

  /// As many as there are ways for the pending changes to go, or a choice of `limit` of them.
  ///
  /// A choice has those in which all went one way and those in which one went the other way; the rest is drawn.
  func trees(limit: Int, _ random: inout Randomness) -> (trees: [Tree], isWhole: Bool) {
    let radices = moment.pending.map { Fate.all(of: $0, sector: sector) }
    var total = 1
    for radix in radices where total <= limit { total *= radix }
    let isWhole = total <= limit
    let fates = isWhole ? (0..<total).map { Self.digits($0, radices) } : choice(radices, limit: limit, &random)
    return (fates.map { tree($0, &random) }, isWhole)
  }

  private static func digits(_ number: Int, _ radices: [Int]) -> [Int] {
    var rest = number
    return radices.map { radix in
      defer { rest /= radix }
      return rest % radix
    }
  }

  private func choice(_ radices: [Int], limit: Int, _ random: inout Randomness) -> [[Int]] {
    let lost = radices.map { _ in Fate.lost.rawValue }
    let done = radices.map { min($0 - 1, Fate.done.rawValue) }
    var fates = [lost, done]
    while fates.count < limit {
      var drawn = random.isOne(of: 2) ? lost : done
      // From a single exception to no rule at all.
      let exceptions = 1 << random.below(1 + Int.bitWidth - radices.count.leadingZeroBitCount)
      for _ in 0..<exceptions {
        let index = random.below(radices.count)
        drawn[index] = random.below(radices[index])
      }
      fates.append(drawn)
    }
    return fates
  }

  private func tree(_ fates: [Int], _ random: inout Randomness) -> Tree {
    var tree = moment.platter
    for (change, fate) in zip(moment.pending, fates) {
      change.apply(Fate(rawValue: fate) ?? .lost, to: &tree, sector: sector, &random)
    }
    return tree
  }
}
