public import Danmaku

/// Comments, rules and a stage, drawn at random, that a layout must be right for.
public struct RandomStage: Sendable {
  /// What is laid out, in the order of the file.
  public let comments: [Comment]
  /// The stage.
  public let lanes: LaneRules
  /// What hides comments before any has a lane.
  public let rules: RuleSet
  /// Whether a column is a pixel; else it is a cell.
  let isPixels: Bool

  /// What the numbers of `random` make.
  public init(using random: inout some RandomNumberGenerator) {
    isPixels = random.isOne(of: 2)
    lanes = Self.lanes(isPixels: isPixels, &random)
    rules = random.isOne(of: 3) ? .none : Self.rules(&random)
    let seconds = random.number(1...20)
    let count = random.number(1...40)
    comments = (0..<count).map { _ in Self.comment(seconds: seconds, of: count, &random) }
  }

  private static func lanes(isPixels: Bool, _ random: inout some RandomNumberGenerator) -> LaneRules {
    var lanes = LaneRules(
      columns: isPixels ? random.number(100...1920) : random.number(1...200), lanes: random.number(1...12))
    lanes.spareLanes = random.number(0...3)
    lanes.crossing = random.number(1...12) * 1000 + random.number(0...999)
    lanes.standing = random.number(500...6000)
    lanes.gap = random.number(0...10)
    lanes.resolution = random.isOne(of: 2) ? 1 : 10
    lanes.isLayered = random.isOne(of: 2)
    return lanes
  }

  private static func rules(_ random: inout some RandomNumberGenerator) -> RuleSet {
    var rules = RuleSet.none
    rules.hidesDuplicates = random.isOne(of: 2)
    if random.isOne(of: 2) { rules.mergeWindow = random.number(500...10_000) }
    if random.isOne(of: 2) { rules.density = random.number(0...15) }
    if random.isOne(of: 4) { rules.minimumWeight = random.number(1...11) }
    if random.isOne(of: 4) { rules.modes = [Comment.Mode.text[random.number(0...3)]] }
    if random.isOne(of: 4) { rules.colors = .only([.white]) }
    if random.isOne(of: 4) { rules.texts = ["夜夜夜"] }
    return rules
  }

  private static func comment(
    seconds: Int, of count: Int, _ random: inout some RandomNumberGenerator
  ) -> Comment {
    let letter = ["夜", "m", "i", "😂"][random.number(0...3)]
    let line = String(repeating: letter, count: random.number(1...random.number(1...60)))
    let lines = Array(repeating: line, count: random.isOne(of: 10) ? random.number(2...3) : 1)
    return Comment(
      time: random.number(-5000...seconds * 1000), mode: Comment.Mode.allCases[random.number(0...4)],
      size: [25, 25, 25, 18, 36, 64][random.number(0...5)], color: random.isOne(of: 4) ? CommentColor(0xFF) : .white,
      text: lines.joined(separator: "\n"), id: random.isOne(of: 4) ? nil : Int64(random.number(1...count * 4)),
      weight: random.isOne(of: 2) ? random.number(1...11) : nil,
      life: random.isOne(of: 5) ? random.number(1...1500) * 10 : nil)
  }
}

extension RandomStage {
  /// What became of the comments, given in this order.
  struct Outcome {
    let comments: Comments
    let ruling: Ruling
    let layout: LaneLayout
  }

  /// What becomes of `comments`.
  func outcome(of comments: [Comment]) -> Outcome {
    let comments = Comments(comments)
    let sizes =
      isPixels
      ? CommentSizes(comments, font: FontMetrics(fullWidth: 691), fontSize: 38)
      : CommentSizes(comments) { $0.unicodeScalars.reduce(0) { $0 + ($1.isASCII ? 1 : 2) } }
    let ruling = rules.ruling(of: comments, on: lanes)
    return Outcome(
      comments: comments, ruling: ruling,
      layout: LaneLayout(comments, sizes: sizes, rules: lanes, ruling: ruling))
  }
}

extension RandomNumberGenerator {
  fileprivate mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }
  fileprivate mutating func isOne(of count: Int) -> Bool { number(1...count) == 1 }
}
