/// Where a received file is cut into pieces, so that a changed item changes one piece and no other.
///
/// A cut lies behind an item whose title's hash says so. An item keeps its cut wherever it moves
/// in the file, so that new items before it do not shift the pieces after it. Longer items are
/// chosen more often, in proportion; hence the mean is the same whatever an item's size.
///
///     {"items":[ | {…},{…},{…} | ,{…},{…} | ,{…},{…},{…}]}
public struct PieceCutter: Sendable {
  /// One item of the file.
  public struct Item: Sendable {
    /// Where it lies in the file.
    public let range: Range<Int>

    /// What chooses its cut; the item's title, because that seldom changes.
    public let titleHash: UInt64

    /// Describes the item at `range`, titled `title`.
    public init(range: Range<Int>, title: [UInt8]) {
      self.range = range
      titleHash = Digest(of: title).prefix
    }
  }

  /// How many bytes a piece has on the average.
  public let mean: Int

  /// Makes a cutter. Another mean than the standard one shares no pieces with what was stored before.
  public init(mean: Int = 8192) {
    self.mean = mean
  }

  /// The offsets at which pieces end, for a file of `length` bytes with these items, in order.
  public func cuts(_ items: [Item], length: Int) -> [Int] {
    var cuts: [Int] = []
    if let first = items.first, first.range.lowerBound > 0 { cuts.append(first.range.lowerBound) }
    for item in items where isCut(item) {
      cuts.append(item.range.upperBound)
    }
    if let last = cuts.last, last == length { return cuts }
    return cuts + [length]
  }

  /// True with the probability of item length to mean.
  private func isCut(_ item: Item) -> Bool {
    guard item.range.count < mean else { return true }
    return item.titleHash < UInt64(item.range.count) * (UInt64.max / UInt64(mean))
  }
}
