/// The offset that most texts agree with.
struct OffsetVote {
  /// How much later the one source must be shown, in milliseconds.
  let offset: Int
  /// How far from it a text may vote and agree all the same.
  private let reach: Int

  /// One difference of times, and whose it is.
  private struct Vote {
    var difference: Int
    var text: Int
  }

  /// How wide the windows are into which texts vote, in milliseconds, and what must agree in them: the share of
  /// the texts, and how many at least.
  ///
  /// The same comments lie within roundings of each other; people who answer the same moment within seconds.
  private static let windows: [(width: Int, share: Double, count: Int)] = [(1000, 0.2, 5), (8000, 0.4, 12)]

  /// The vote of `texts`, judged as a part of `total`; nil where too few agree to exclude chance.
  init?(of texts: [RareTexts.Times], among total: Int? = nil) {
    var votes: [Vote] = []
    for (index, text) in texts.enumerated() {
      votes += text.differences.map { Vote(difference: $0, text: index) }
    }
    votes.sort { ($0.difference, $0.text) < ($1.difference, $1.text) }
    for window in Self.windows {
      let range = Self.fullest(votes, width: window.width)
      let agreeing = Set(votes[range].map(\.text)).count
      guard agreeing >= window.count, Double(agreeing) >= window.share * Double(total ?? texts.count) else { continue }
      offset = votes[(range.lowerBound + range.upperBound - 1) / 2].difference
      reach = window.width
      return
    }
    return nil
  }

  /// Whether `text` votes for this offset.
  func agrees(with text: RareTexts.Times) -> Bool { text.differences.contains { abs($0 - offset) <= reach } }

  /// The votes within `width` of each other that most texts gave; of equal ones the earliest.
  private static func fullest(_ votes: [Vote], width: Int) -> Range<Int> {
    var best = 0..<0
    var bestCount = 0
    var counts: [Int: Int] = [:]
    var start = 0
    for (end, vote) in votes.enumerated() {
      counts[vote.text, default: 0] += 1
      while vote.difference - votes[start].difference > width {
        let text = votes[start].text
        counts[text] = counts[text] == 1 ? nil : (counts[text] ?? 1) - 1
        start += 1
      }
      if counts.count > bestCount { (best, bestCount) = (start..<end + 1, counts.count) }
    }
    return best
  }
}
