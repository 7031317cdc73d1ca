/// Texts that two sources say, and neither of them often.
enum RareTexts {
  /// When each of the two sources says one text, in milliseconds.
  struct Times {
    var other: [Int] = []
    var reference: [Int] = []

    /// By how much each time of the one would have to be moved to be one of the other.
    var differences: [Int] { other.flatMap { time in reference.map { $0 - time } } }
  }

  /// How often a source may say what is rare.
  private static let mostTimes = 3
  /// How many bytes of folded text are needed: what is shorter, such as 草 or 233, is said anywhere.
  private static let leastBytes = 7

  /// The times of what both say, in the order of `other`.
  static func shared(_ other: Comments, _ reference: Comments) -> [Times] {
    var times: [[UInt8]: Times] = [:]
    collect(other, into: &times, \.other)
    collect(reference, into: &times, \.reference)
    return times.values.filter { 1...mostTimes ~= $0.other.count && 1...mostTimes ~= $0.reference.count }
      .sorted { ($0.other[0], $0.reference[0]) < ($1.other[0], $1.reference[0]) }
  }

  private static func collect(
    _ comments: Comments, into times: inout [[UInt8]: Times], _ source: WritableKeyPath<Times, [Int]>
  ) {
    let texts = FoldedTexts(comments)
    for position in comments.indices where comments.mode(at: position).isText {
      let text = texts.withText(at: position) { $0.count < leastBytes ? [] : Array($0) }
      guard !text.isEmpty else { continue }
      // One more than may be is enough to know.
      if times[text, default: Times()][keyPath: source].count <= mostTimes {
        times[text, default: Times()][keyPath: source].append(comments.time(at: position))
      }
    }
  }
}
