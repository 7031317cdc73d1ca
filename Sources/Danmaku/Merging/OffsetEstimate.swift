/// By how much the comments of one source must be moved to fit those of another: a vote of what both say.
///
/// A text that is rare in both is most likely the same comment, or an answer to the same moment. Each gives its
/// differences of time, and the window into which most texts vote wins; chance spreads its votes over the whole film.
/// Where an intro or a break is cut in one of the two, a second offset holds from some moment on.
public struct OffsetEstimate: Hashable, Sendable {
  /// A part of the source that is moved as a whole.
  public struct Segment: Hashable, Sendable {
    /// From which of its own times on, in milliseconds.
    public let start: Int
    /// How much later it must be shown, in milliseconds; negative for earlier.
    public let offset: Int
  }

  /// The parts, in the order of time: one, or two where something is cut out.
  public let segments: [Segment]
  /// How many rare texts both say.
  public let shared: Int
  /// How many of them agree with the offsets.
  public let agreeing: Int

  /// The offset of the part that most texts agree with.
  public let offset: Int
  /// The share of the rare texts of both that agree, from 0 to 1.
  public var fit: Double { Double(agreeing) / Double(shared) }
  /// The same in whole percent.
  public var percent: Int { Int((fit * 100).rounded()) }

  /// How `other` must be moved to fit `reference`; nil where too little agrees.
  public init?(of other: Comments, to reference: Comments) {
    let texts = RareTexts.shared(other, reference)
    guard let first = OffsetVote(of: texts) else { return nil }
    let rest = texts.filter { !first.agrees(with: $0) }
    shared = texts.count
    offset = first.offset
    if let second = OffsetVote(of: rest, among: texts.count),
      let segments = Self.segments(first, second, texts)
    {
      self.segments = segments
      agreeing = texts.count { first.agrees(with: $0) || second.agrees(with: $0) }
    } else {
      segments = [Segment(start: 0, offset: first.offset)]
      agreeing = texts.count - rest.count
    }
  }

  /// The least share of texts that must lie on their own side of the moment at which one offset follows another.
  private static let leastOrder = 0.9

  /// The two parts in their order; nil where the votes for them are mixed over the whole film.
  private static func segments(_ one: OffsetVote, _ other: OffsetVote, _ texts: [RareTexts.Times]) -> [Segment]? {
    let votes = texts.compactMap { text -> (time: Int, isFirst: Bool)? in
      let isFirst = one.agrees(with: text)
      guard isFirst != other.agrees(with: text), let time = text.other.first else { return nil }
      return (time, isFirst)
    }.sorted { $0.time < $1.time }
    // How many stand right when the change comes before each vote, where `one` comes first.
    var right = votes.count { !$0.isFirst }
    var (best, worst) = ((count: right, index: 0), (count: right, index: 0))
    for (index, vote) in votes.enumerated() {
      right += vote.isFirst ? 1 : -1
      if right > best.count { best = (right, index + 1) }
      if right < worst.count { worst = (right, index + 1) }
    }
    let isOneFirst = best.count >= votes.count - worst.count
    let change = isOneFirst ? best : (count: votes.count - worst.count, index: worst.index)
    guard Double(change.count) >= leastOrder * Double(votes.count), 1..<votes.count ~= change.index else { return nil }
    let (before, after) = isOneFirst ? (one, other) : (other, one)
    return [Segment(start: 0, offset: before.offset), Segment(start: votes[change.index].time, offset: after.offset)]
  }
}
