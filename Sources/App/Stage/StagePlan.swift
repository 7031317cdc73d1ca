import Danmaku

/// What is computed once for a stage of some size: where comments fly, and the heights of the density.
struct StagePlan: Sendable {
  let layout: LaneLayout
  let density: [Double]
  let droppedCount: Int

  var densityColumns: Int { density.count }

  /// The plan for `content`, with what `old` already holds.
  init(_ content: StageContent, rules: LaneRules, densityColumns: Int, reusing old: StagePlan?) {
    let comments = content.file.comments
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
}
