/// What `danmaku stats` tells of a file.
public struct DanmakuStatistics: Hashable, Sendable {
  /// Something, and how often it occurs.
  public struct Count<Value: Hashable & Sendable>: Hashable, Sendable {
    /// What occurs.
    public let value: Value
    /// How often.
    public let count: Int
  }

  /// Comments that the file held, read or not.
  public let total: Int
  /// Comments that were read.
  public let read: Int
  /// Comments that could not be read, by the reason.
  public let skipped: [SkipReason: Int]
  /// Comments that were read but that lanes cannot show, by their mode.
  public let notShown: [Comment.Mode: Int]
  /// Comments by their mode.
  public let modes: [Comment.Mode: Int]
  /// Colours, the most frequent first.
  public let colors: [Count<CommentColor>]
  /// Font sizes, the most frequent first.
  public let sizes: [Count<Int>]
  /// The times of the first and the last comment, in milliseconds; nil where there are none.
  public let span: ClosedRange<Int>?
  /// The second in which most comments appear, and how many; nil where there are none.
  public let peak: Count<Int>?
  /// Texts that occur more than once, the most frequent first.
  public let repeatedTexts: [Count<String>]
  /// How many different senders there are, as far as the file tells.
  public let senderCount: Int

  /// The figures of `file`.
  public init(_ file: DanmakuFile) {
    let comments = file.comments
    total = file.total
    read = comments.count
    skipped = file.skipped
    notShown = file.notShown
    modes = Self.tally(comments.indices) { comments.mode(at: $0) }
    colors = Self.ranked(Self.tally(comments.indices) { comments.color(at: $0) }) { $0.rgb < $1.rgb }
    sizes = Self.ranked(Self.tally(comments.indices) { comments.size(at: $0) }, by: <)
    span = comments.isEmpty ? nil : comments.time(at: 0)...comments.time(at: comments.count - 1)
    peak = Self.ranked(Self.tally(comments.indices) { comments.time(at: $0) / 1000 }, by: <).first
    let texts = Self.tally(comments.indices.lazy.filter { comments.mode(at: $0).isText }) { comments.text(at: $0) }
    repeatedTexts = Self.ranked(texts.filter { $0.value > 1 }, by: <)
    senderCount = Set(comments.indices.lazy.compactMap { comments.sender(at: $0) }).count
  }

  /// How many comments say what another one says too.
  public var repeats: Int { repeatedTexts.reduce(0) { $0 + $1.count } }

  private static func tally<Value: Hashable>(
    _ positions: some Sequence<Int>, _ value: (Int) -> Value
  ) -> [Value: Int] {
    positions.reduce(into: [:]) { $0[value($1), default: 0] += 1 }
  }

  /// The most frequent first; equals in the order of `precedes`, so that two runs agree.
  private static func ranked<Value: Hashable & Sendable>(
    _ tally: [Value: Int], by precedes: (Value, Value) -> Bool
  ) -> [Count<Value>] {
    tally.map { Count(value: $0.key, count: $0.value) }
      .sorted { $0.count == $1.count ? precedes($0.value, $1.value) : $0.count > $1.count }
  }
}
