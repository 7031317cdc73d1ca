extension Catalogue {
  /// The shows one of whose titles holds each word of `text`, at most `limit`.
  ///
  /// First those with a title that equals the whole text, then those with one that begins with
  /// it, then the others; within these the newest first. Nothing typed finds everything.
  public func search(_ text: String, limit: Int? = nil) -> [Int] {
    let query = SearchQuery(text)
    guard !query.words.isEmpty else { return Array(newestFirst.prefix(limit ?? count)) }
    let matches = matches(of: query)
    var found: [Int] = []
    for match in Match.allCases where matches.counts[match.rawValue] > 0 {
      for position in newestFirst where matches.byPosition[position] == match.rawValue {
        if found.count == limit { return found }
        found.append(position)
      }
    }
    return found
  }

  /// Of each position, whether the titles hold each word of `query`, of which there is one at least.
  func finds(_ query: SearchQuery) -> [Bool] {
    matches(of: query).byPosition.map { $0 != Self.noMatch }
  }

  /// Of each position, whether one of the titles holds the folded text `phrase`, which is not empty.
  func finds(_ phrase: [UInt8]) -> [Bool] {
    let needle = ByteNeedle(phrase) { histogram.number(at: Int($0) * 4) }
    var isFound = [Bool](repeating: false, count: count)
    var offset = 0
    while let hit = needle.first(in: folded.bytes, offset..<folded.count) {
      let position = show(withTextAt: hit)
      let range = foldedRange(at: position)
      guard range.contains(hit) else { break }
      isFound[position] = true
      offset = range.upperBound
    }
    return isFound
  }

  /// How a show's titles match a query, best first.
  enum Match: Int, CaseIterable {
    case exact, prefix, inside
  }

  private static let noMatch = -1

  private func matches(of query: SearchQuery) -> (byPosition: [Int], counts: [Int]) {
    var needles = query.words.map { word in ByteNeedle(word) { histogram.number(at: Int($0) * 4) } }
    needles.sort { $0.cost < $1.cost }
    let others = needles.dropFirst()
    var byPosition = [Int](repeating: Self.noMatch, count: count)
    var counts = Match.allCases.map { _ in 0 }
    var offset = 0
    while let hit = needles[0].first(in: folded.bytes, offset..<folded.count) {
      let position = show(withTextAt: hit)
      let range = foldedRange(at: position)
      guard range.contains(hit) else { break }
      if others.allSatisfy({ $0.first(in: folded.bytes, range) != nil }) {
        let match = best(of: query.phrase, in: range)
        byPosition[position] = match.rawValue
        counts[match.rawValue] += 1
      }
      offset = range.upperBound
    }
    return (byPosition, counts)
  }

  /// How well `phrase` fits the titles in `range`, spaces aside.
  private func best(of phrase: [UInt8], in range: Range<Int>) -> Match {
    let text = folded.bytes
    var best = Match.inside
    var title = range.lowerBound
    while title < range.upperBound {
      var position = title
      var matched = 0
      while position < range.upperBound, text[position] != FoldedTitles.separator {
        if text[position] != UInt8(ascii: " ") {
          guard matched < phrase.count, text[position] == phrase[matched] else { break }
          matched += 1
        }
        position += 1
      }
      if matched == phrase.count {
        let isWhole = position == range.upperBound || text[position] == FoldedTitles.separator
        if isWhole { return .exact }
        best = .prefix
      }
      while position < range.upperBound, text[position] != FoldedTitles.separator { position += 1 }
      title = position + 1
    }
    return best
  }

  private func foldedRange(at position: Int) -> Range<Int> {
    let start = min(Int(foldedAt.number(at: position * 4, as: UInt32.self)), folded.count)
    let end = min(Int(foldedAt.number(at: (position + 1) * 4, as: UInt32.self)), folded.count)
    return start..<max(start, end)
  }

  /// The show whose folded titles lie at `offset`.
  private func show(withTextAt offset: Int) -> Int {
    var low = 0
    var high = count
    while low + 1 < high {
      let middle = (low + high) / 2
      if Int(foldedAt.number(at: middle * 4, as: UInt32.self)) <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
