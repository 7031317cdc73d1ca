import Danmaku
import Foundation
import Testing

/// Sets of comments and stages, each made from one number, that layouts must be right for.
///
/// `YOZAKURA_PROPERTY_SETS` tells how many are tried: a thousand where it is not set.
@Suite struct `Layouts of any set of comments` {
  static let count = ProcessInfo.processInfo.environment["YOZAKURA_PROPERTY_SETS"].flatMap { Int($0) } ?? 1000
  static let batches = 20

  struct Set {
    var comments: [Comment]
    var rules: LaneRules
    var isPixels: Bool

    init(_ seed: Int) {
      var random = SplitMix(state: UInt64(seed) &* 7919)
      func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
      isPixels = number(0...1) == 0
      rules = LaneRules(columns: isPixels ? number(100...1920) : number(1...200), lanes: number(1...12))
      rules.spareLanes = number(0...3)
      rules.crossing = number(1...12) * 1000 + number(0...999)
      rules.standing = number(500...6000)
      rules.gap = number(0...10)
      rules.resolution = [1, 10][number(0...1)]
      rules.isLayered = number(0...1) == 0
      let seconds = number(1...20)
      comments = (0..<number(1...40)).map { id in
        let text = String(repeating: ["夜", "m", "i", "😂"][number(0...3)], count: number(1...number(1...60)))
        let lines = Array(repeating: text, count: number(0...9) == 0 ? number(2...3) : 1).joined(separator: "\n")
        return Comment(
          time: number(0...seconds * 1000), mode: Comment.Mode.text[number(0...3)],
          size: [25, 25, 25, 18, 36, 64][number(0...5)], text: lines, id: number(0...3) == 0 ? nil : Int64(id + 1),
          life: number(0...4) == 0 ? number(1...1500) * 10 : nil)
      }
    }

    func layout(shuffledBy seed: UInt64? = nil) -> LaneLayout {
      var random = SplitMix(state: seed ?? 0)
      let comments = Comments(seed == nil ? comments : comments.shuffled(using: &random))
      let sizes =
        isPixels
        ? CommentSizes(comments, font: FontMetrics(fullWidth: 691), fontSize: 38)
        : CommentSizes(comments, width: SimpleWidth.of)
      return LaneLayout(comments, sizes: sizes, rules: rules)
    }
  }

  /// The numbers of the sets of one batch.
  static func sets(_ batch: Int) -> StrideTo<Int> { stride(from: batch, to: count, by: batches) }

  @Test(arguments: 0..<batches) func `No two comments of a lane touch at any moment`(_ batch: Int) {
    for seed in Self.sets(batch) {
      let layout = Set(seed).layout()
      for (index, one) in layout.placed.enumerated() {
        for other in layout.placed[(index + 1)...] where one.sharesLane(with: other, layered: layout.rules.isLayered) {
          #expect(!one.touches(other, stage: layout.rules.columns), "set \(seed): \(one), \(other)")
        }
      }
    }
  }

  @Test(arguments: 0..<batches) func `Each comment is placed once, or hidden for a reason that holds`(_ batch: Int) {
    for seed in Self.sets(batch) {
      let set = Set(seed)
      let layout = set.layout()
      let placed = Dictionary(grouping: layout.placed, by: \.position)
      for position in set.comments.indices {
        switch layout.placement(at: position) {
        case .placed: #expect(placed[position]?.count == 1)
        case .hidden(.lanesFull): #expect(placed[position] == nil)
        case .hidden(let reason): #expect(placed[position] == nil && reason == .area && set.rules.spareLanes > 0)
        }
      }
      #expect(layout.placed.allSatisfy { $0.lane >= 0 && $0.lane + $0.rows <= set.rules.lanes })
    }
  }

  @Test(arguments: 0..<batches) func `Seeking shows what is there by then and not gone yet`(_ batch: Int) {
    for seed in Self.sets(batch) {
      let layout = Set(seed).layout()
      for time in stride(from: 0, to: 30_000, by: 2111) {
        let wanted = layout.placed.filter { $0.start <= time && time < $0.start + $0.life }
        #expect(layout.visible(at: time) == wanted, "set \(seed), \(time) ms")
      }
    }
  }

  @Test(arguments: 0..<batches) func `The order of the input means nothing`(_ batch: Int) {
    for seed in Self.sets(batch) {
      let set = Set(seed)
      let (layout, shuffled) = (set.layout(), set.layout(shuffledBy: UInt64(seed)))
      #expect(layout.placed == shuffled.placed, "set \(seed)")
      #expect(set.comments.indices.allSatisfy { layout.placement(at: $0) == shuffled.placement(at: $0) })
    }
  }
}

extension PlacedComment {
  fileprivate func sharesLane(with other: PlacedComment, layered: Bool) -> Bool {
    (!layered || mode == other.mode) && lane < other.lane + other.rows && other.lane < lane + rows
  }

  /// Whether both are at one place of the stage at any moment, in fractions of a millisecond too.
  ///
  /// Edges are linear in time, so that each thing that must hold for it is an inequality whose solutions are a
  /// half-line; what is decided is whether all of them have a moment in common.
  fileprivate func touches(_ other: PlacedComment, stage: Int) -> Bool {
    let (left, otherLeft) = (edge(stage), other.edge(stage))
    let (right, otherRight) = (left + width(stage), otherLeft + other.width(stage))
    let (nowhere, end) = (Line(slope: 0, height: 0), Line(slope: 0, height: stage))
    var common = Moments(from: max(start, other.start), to: min(start + life, other.start + other.life))
    for (smaller, greater) in [
      (left, end), (otherLeft, end), (nowhere, right), (nowhere, otherRight), (left, otherRight), (otherLeft, right),
    ] { common.restrict(to: greater - smaller) }
    return !common.isEmpty
  }

  /// The left edge as a function of time.
  private func edge(_ stage: Int) -> Line {
    switch mode {
    case .scroll: Line(slope: -(stage + columns), per: life, height: stage, at: start)
    case .reverse: Line(slope: stage + columns, per: life, height: -columns, at: start)
    default: Line(slope: 0, height: 0)
    }
  }

  /// Still ones count as wide as the stage: where one stands no other one does.
  private func width(_ stage: Int) -> Line {
    Line(slope: 0, height: mode == .scroll || mode == .reverse ? columns : stage)
  }
}

/// `(slope·t + height) / per`, exactly.
private struct Line {
  var slope: Int128
  var height: Int128
  var per: Int128 = 1

  init(slope: Int, height: Int) { (self.slope, self.height) = (Int128(slope), Int128(height)) }

  /// Through `height` at the time `start`, rising by `slope` in `per`.
  init(slope: Int, per: Int, height: Int, at start: Int) {
    self.slope = Int128(slope)
    self.per = Int128(per)
    self.height = Int128(height) * Int128(per) - Int128(slope) * Int128(start)
  }

  static func + (one: Line, other: Line) -> Line { one.combined(other, 1) }
  static func - (one: Line, other: Line) -> Line { one.combined(other, -1) }

  private func combined(_ other: Line, _ sign: Int128) -> Line {
    var line = self
    line.slope = slope * other.per + sign * other.slope * per
    line.height = height * other.per + sign * other.height * per
    line.per = per * other.per
    return line
  }
}

/// The open interval of moments for which all inequalities so far hold, as fractions.
private struct Moments {
  private var from: (Int128, Int128)
  private var to: (Int128, Int128)
  private var isNever = false

  init(from: Int, to: Int) { (self.from, self.to) = ((Int128(from), 1), (Int128(to), 1)) }

  var isEmpty: Bool { isNever || from.0 * to.1 >= to.0 * from.1 }

  /// Keeps the moments at which `line` is above zero.
  mutating func restrict(to line: Line) {
    if line.slope == 0 { return isNever = isNever || line.height <= 0 }
    let (zero, scale) = line.slope > 0 ? (-line.height, line.slope) : (line.height, -line.slope)
    if line.slope > 0, zero * from.1 > from.0 * scale { from = (zero, scale) }
    if line.slope < 0, zero * to.1 < to.0 * scale { to = (zero, scale) }
  }
}
