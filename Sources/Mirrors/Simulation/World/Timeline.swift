/// What holds from when on, until something else does.
///
///     0 ──up──── 12 h ──silent── 13 h ──up──────────
public struct Timeline<Value: Hashable & Sendable>: Equatable, Sendable {
  /// One piece of it.
  public struct Piece: Hashable, Sendable {
    /// From when on.
    public let start: Duration
    /// What holds.
    public let value: Value
  }

  /// The pieces, the earliest first; neighbours differ.
  public private(set) var pieces: [Piece]

  /// A timeline on which `value` always holds.
  public init(_ value: Value) {
    pieces = [Piece(start: .zero, value: value)]
  }

  /// Lets `value` hold from `start` on. Nothing later may have been said before.
  mutating func append(_ value: Value, from start: Duration) {
    precondition(start >= pieces[pieces.count - 1].start, "a timeline is written forwards")
    if pieces[pieces.count - 1].start == start { pieces.removeLast() }
    guard pieces.last?.value != value else { return }
    pieces.append(Piece(start: start, value: value))
  }

  /// What holds at `moment`.
  public func value(at moment: Duration) -> Value {
    pieces[index(at: moment)].value
  }

  /// The piece that holds at `moment`.
  func piece(at moment: Duration) -> Piece {
    pieces[index(at: moment)]
  }

  /// When it is something else for the first time after `moment`; nil where it stays.
  public func change(after moment: Duration) -> Piece? {
    let next = index(at: moment) + 1
    return next < pieces.count ? pieces[next] : nil
  }

  /// A piece and when it holds, which is for ever for the last one.
  struct Span {
    let value: Value
    let range: Range<Duration>
  }

  /// The pieces that hold at some moment of `range`, whole.
  func spans(overlapping range: Range<Duration>) -> [Span] {
    var spans: [Span] = []
    var place = index(at: range.lowerBound)
    while place < pieces.count, pieces[place].start < range.upperBound {
      let end = place + 1 < pieces.count ? pieces[place + 1].start : .seconds(Int64.max)
      spans.append(Span(value: pieces[place].value, range: pieces[place].start..<end))
      place += 1
    }
    return spans
  }

  /// The first moment at which something that satisfies `condition` begins to hold; nil where nothing does.
  func firstMoment(where condition: (Value) -> Bool) -> Duration? {
    pieces.first { condition($0.value) }?.start
  }

  /// What `transform` makes of it, moment by moment.
  func mapped<Result>(_ transform: (Value) -> Result) -> Timeline<Result> {
    merged(with: Timeline<Bool>(true)) { value, _ in transform(value) }
  }

  /// The place of the piece that holds at `moment`.
  private func index(at moment: Duration) -> Int {
    var (low, high) = (0, pieces.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if pieces[middle].start <= moment { low = middle } else { high = middle }
    }
    return low
  }

  /// What `combine` makes of this and `other`, moment by moment.
  func merged<Other, Result>(
    with other: Timeline<Other>, _ combine: (Value, Other) -> Result
  ) -> Timeline<Result> {
    var merged = Timeline<Result>(combine(pieces[0].value, other.pieces[0].value))
    var (own, others) = (0, 0)
    while own + 1 < pieces.count || others + 1 < other.pieces.count {
      let ownStart = own + 1 < pieces.count ? pieces[own + 1].start : nil
      let otherStart = others + 1 < other.pieces.count ? other.pieces[others + 1].start : nil
      let start = [ownStart, otherStart].compactMap(\.self).min() ?? .zero
      if ownStart == start { own += 1 }
      if otherStart == start { others += 1 }
      merged.append(combine(pieces[own].value, other.pieces[others].value), from: start)
    }
    return merged
  }
}
