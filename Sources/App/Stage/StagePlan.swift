import Danmaku

/// What is computed once for a stage of some size: where comments fly, and the heights of the density.
struct StagePlan: Sendable {
  let layout: LaneLayout
  let density: [Double]
  let droppedCount: Int
  private let positioned: PositionedComments

  var densityColumns: Int { density.count }

  /// The plan for `content`, with what `old` already holds.
  init(_ content: StageContent, rules: LaneRules, densityColumns: Int, reusing old: StagePlan?) {
    let comments = content.file.comments
    positioned = content.positioned
    if let old, old.layout.rules == rules {
      layout = old.layout
      droppedCount = old.droppedCount
    } else {
      layout = LaneLayout(comments, sizes: content.sizes, rules: rules)
      droppedCount = layout.droppedCount
    }
    if let old, old.densityColumns == densityColumns {
      density = old.density
    } else {
      density =
        Density(comments, sizes: content.sizes, duration: content.duration, count: densityColumns, life: rules.crossing)
        .heights
    }
  }

  /// Whether comments of `mode` are switched on.
  func shows(_ mode: Comment.Mode) -> Bool { layout.rules.modes.contains(mode) }

  /// Why the comment at `position` is not shown; nil where it is.
  func reason(at position: Int) -> HiddenReason? {
    // Lanes cannot show what stands where its author put it; the stage can.
    guard positioned.entry(at: position) != nil else { return layout.placement(at: position).reason }
    return shows(.positioned) ? nil : .mode
  }

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
