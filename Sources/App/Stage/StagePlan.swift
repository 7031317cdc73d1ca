import Danmaku

/// What is computed once for a stage of some size: what the rules say, where comments fly, and the heights of the
/// density.
struct StagePlan: Sendable {
  let layout: LaneLayout
  let density: [Double]
  /// How full the stage is from second to second, and where it is fullest.
  let heat: Heat
  /// How many of the comments that can be read are hidden, by the reason.
  let hidden: [HiddenReason: Int]
  /// What the rules say of each comment.
  let ruling: Ruling
  private let key: RulingKey
  private let positioned: PositionedComments

  var densityColumns: Int { density.count }

  /// What a ruling depends on: it holds on every stage, whatever its size.
  private struct RulingKey: Hashable {
    var rules: RuleSet
    let crossing: Int
    let standing: Int
    let stretch: Int

    init(_ rules: RuleSet, _ lanes: LaneRules) {
      self.rules = rules
      self.rules.area = 100
      self.rules.subtitleSafe = 0
      (crossing, standing, stretch) = (lanes.crossing, lanes.standing, lanes.stretch)
    }
  }

  /// The plan for `content`, with what `old` already holds.
  init(_ content: StageContent, rules: RuleSet, lanes: LaneRules, densityColumns: Int, reusing old: StagePlan?) {
    let comments = content.file.comments
    positioned = content.positioned
    key = RulingKey(rules, lanes)
    let ruling = old?.key == key ? old?.ruling : nil
    self.ruling = ruling ?? rules.ruling(of: comments, on: lanes)
    if let old, old.layout.rules == lanes, ruling != nil {
      layout = old.layout
      hidden = old.hidden
    } else {
      let layout = LaneLayout(comments, sizes: content.sizes, rules: lanes, ruling: self.ruling)
      self.layout = layout
      hidden = Self.summary(of: content, layout, self.ruling)
    }
    heat =
      (ruling == nil ? nil : old?.heat)
      ?? Heat(
        comments, sizes: content.sizes, duration: content.duration, life: lanes.crossing, stretch: lanes.stretch,
        ruling: self.ruling)
    density =
      old?.densityColumns == densityColumns && ruling != nil
      ? old?.density ?? []
      : Density(heat, count: densityColumns).heights
  }

  /// Whether it is the plan for these rules and sizes.
  func fits(_ rules: RuleSet, lanes: LaneRules, densityColumns: Int) -> Bool {
    layout.rules == lanes && self.densityColumns == densityColumns && key == RulingKey(rules, lanes)
  }

  /// Whether comments of `mode` are switched on.
  func shows(_ mode: Comment.Mode) -> Bool { !key.rules.modes.contains(mode) }

  /// For how many comments the one at `position` stands, itself among them.
  func count(at position: Int) -> Int { ruling.count(at: position) }

  /// Why the comment at `position` is not shown; nil where it is.
  func reason(at position: Int) -> HiddenReason? {
    // Lanes cannot show what stands where its author put it; the stage can.
    positioned.entry(at: position) == nil ? layout.placement(at: position).reason : ruling.reason(at: position)
  }

  private static func summary(
    of content: StageContent, _ layout: LaneLayout, _ ruling: Ruling
  ) -> [HiddenReason: Int] {
    content.listed.reduce(into: [:]) { summary, position in
      let isText = content.file.comments.mode(at: position).isText
      let reason = isText ? layout.placement(at: position).reason : ruling.reason(at: position)
      if let reason { summary[reason, default: 0] += 1 }
    }
  }
}

// MARK: What is to come

extension StagePlan {
  /// When the next comment appears after `time`; nil behind the last one.
  func nextStart(after time: Int) -> Int? {
    let starts = [layout.nextStart(after: time), shows(.positioned) ? positioned.nextStart(after: time) : nil]
    return starts.compactMap { $0 }.min()
  }

  /// What is on the stage at `time`: whether any of it moves, and when the first of it is gone.
  func motion(at time: Int) -> (moves: Bool, nextEnd: Int?) {
    var moves = false
    var nextEnd: Int?
    layout.forEachVisible(at: time) { comment in
      moves = moves || comment.mode == .scroll || comment.mode == .reverse
      nextEnd = min(nextEnd ?? .max, comment.start + comment.life)
    }
    guard shows(.positioned) else { return (moves, nextEnd) }
    positioned.forEachVisible(at: time) { entry in
      moves = moves || entry.isMoving
      nextEnd = min(nextEnd ?? .max, entry.end)
    }
    return (moves, nextEnd)
  }
}
