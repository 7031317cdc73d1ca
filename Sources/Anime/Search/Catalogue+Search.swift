extension Catalogue {
  /// The shows one of whose titles holds each word of `text`, at most `limit`.
  ///
  /// First those with a title that equals the whole text, then those with one that begins with
  /// it, then the others; then, in the same order, those whose kana are spelled so in Latin letters.
  /// Within these the newest first. Nothing typed finds everything.
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
    case spelledExact, spelledPrefix, spelledInside

    /// The same of a spelling.
    var spelled: Match { Match(rawValue: rawValue % 3 + 3) ?? self }
  }

  private static let noMatch = -1

  private func matches(of query: SearchQuery) -> (byPosition: [Int], counts: [Int]) {
    var matches = titleMatches(of: query)
    guard let latin = query.spelled else { return matches }
    let scan = SpellingScan(query, latin, in: self)
    for position in 0..<count where matches.byPosition[position] == Self.noMatch {
      let range = range(at: position, in: spelled, starts: spelledAt)
      guard !range.isEmpty, scan.passes(foldedRange(at: position), range) else { continue }
      let fits = latin.phrases.map { best(of: $0, in: spelled.bytes, range) }
      let match = (fits.min { $0.rawValue < $1.rawValue } ?? .inside).spelled
      matches.byPosition[position] = match.rawValue
      matches.counts[match.rawValue] += 1
    }
    return matches
  }

  private func titleMatches(of query: SearchQuery) -> (byPosition: [Int], counts: [Int]) {
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
        let match = best(of: query.phrase, in: folded.bytes, range)
        byPosition[position] = match.rawValue
        counts[match.rawValue] += 1
      }
      offset = range.upperBound
    }
    return (byPosition, counts)
  }

  /// How well `phrase` fits the titles in `range` of `text`, spaces aside.
  private func best(of phrase: [UInt8], in text: UnsafeRawBufferPointer, _ range: Range<Int>) -> Match {
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

  func foldedRange(at position: Int) -> Range<Int> {
    range(at: position, in: folded, starts: foldedAt)
  }

  /// Which bytes of `part` are those of the show at `position`.
  private func range(at position: Int, in part: ByteView, starts: ByteView) -> Range<Int> {
    let start = min(Int(starts.number(at: position * 4, as: UInt32.self)), part.count)
    let end = min(Int(starts.number(at: (position + 1) * 4, as: UInt32.self)), part.count)
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

/// Looks for the words of a query in the titles and in the spellings of one show after the other.
private struct SpellingScan {
  private let titles: UnsafeRawBufferPointer
  private let spellings: UnsafeRawBufferPointer
  private let words: [(title: ByteNeedle, spellings: [ByteNeedle])]

  init(_ query: SearchQuery, _ spelled: SpelledQuery, in catalogue: Catalogue) {
    titles = catalogue.folded.bytes
    spellings = catalogue.spelled.bytes
    func needle(_ bytes: [UInt8]) -> ByteNeedle {
      ByteNeedle(bytes) { catalogue.histogram.number(at: Int($0) * 4) }
    }
    // The longest first: it is the one that most shows do not have.
    words = zip(query.words, spelled.words).sorted { $0.0.count > $1.0.count }
      .map { (needle($0), $1.map(needle)) }
  }

  /// Whether each word is in `title` of the titles or in `spelling` of the spellings.
  func passes(_ title: Range<Int>, _ spelling: Range<Int>) -> Bool {
    words.allSatisfy { word in
      word.spellings.contains { $0.first(in: spellings, spelling) != nil } || word.title.first(in: titles, title) != nil
    }
  }
}
