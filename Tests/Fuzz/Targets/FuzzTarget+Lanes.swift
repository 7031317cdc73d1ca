@testable internal import Danmaku

extension FuzzTarget {
  /// Every comment has one place or one reason, and no two meet, whatever the stage and its rules.
  ///
  /// Seven bytes are the stage, five more each comment.
  @Sendable static func checkLanes(_ bytes: [UInt8]) throws(BrokenPromise) {
    let switches = number(bytes, 6)
    let comments = Comments(stride(from: 7, to: bytes.count - 4, by: 5).map { comment(bytes, at: $0) })
    let sizes =
      switches & 8 == 8
      ? CommentSizes(comments, font: FontMetrics(fullWidth: 1000), fontSize: 1 + switches >> 2)
      : CommentSizes(comments) { $0.unicodeScalars.count }
    let layout = LaneLayout(comments, sizes: sizes, rules: stage(bytes, switches))
    try checkPlaces(layout, of: comments)
    if layout.rules.whenFull == .drop { try checkMeetings(layout) }
  }

  private static func stage(_ bytes: [UInt8], _ switches: Int) -> LaneRules {
    var stage = LaneRules(columns: 1 + number(bytes, 0) * 8, lanes: number(bytes, 1))
    stage.crossing = number(bytes, 2) * 100
    stage.standing = number(bytes, 3) * 100
    stage.gap = number(bytes, 4) & 15
    stage.spareLanes = number(bytes, 5) & 15
    stage.isLayered = switches & 1 == 1
    stage.whenFull = switches & 2 == 2 ? .overlap : .drop
    stage.resolution = switches & 4 == 4 ? 10 : 1
    return stage
  }

  private static func comment(_ bytes: [UInt8], at start: Int) -> Comment {
    let modes = Comment.Mode.allCases
    let (size, shape) = (number(bytes, start + 3), number(bytes, start + 4))
    let line = String(repeating: "夜", count: 1 + shape & 63)
    return Comment(
      time: (number(bytes, start) << 8 | number(bytes, start + 1)) * 10,
      mode: modes[number(bytes, start + 2) % modes.count], size: max(1, size & 127),
      text: Array(repeating: line, count: 1 + shape >> 6).joined(separator: "\n"), life: size > 200 ? size * 100 : nil)
  }

  private static func number(_ bytes: [UInt8], _ index: Int) -> Int { index < bytes.count ? Int(bytes[index]) : 0 }

  private static func checkPlaces(_ layout: LaneLayout, of comments: Comments) throws(BrokenPromise) {
    let positions = Set(layout.placed.map(\.position))
    try promise("no comment has two places", positions.count == layout.placed.count)
    for position in comments.indices {
      let isHidden = layout.placement(at: position).reason != nil
      try promise("every comment has a place or a reason", isHidden != positions.contains(position))
    }
    for comment in layout.placed {
      let isOnStage = comment.lane >= 0 && comment.lane + comment.rows <= layout.rules.lanes
      try promise("every place is on the stage: \(comment)", isOnStage)
    }
  }

  private static func checkMeetings(_ layout: LaneLayout) throws(BrokenPromise) {
    for (index, first) in layout.placed.enumerated() {
      for second in layout.placed[(index + 1)...] where second.start < first.start + first.life {
        let sharesLanes = first.lane < second.lane + second.rows && second.lane < first.lane + first.rows
        guard sharesLanes, !layout.rules.isLayered || first.mode == second.mode else { continue }
        try checkMeeting(first, second, in: layout)
      }
    }
  }

  /// Two that go straight meet, if they do, when the second appears or before the first of them leaves.
  private static func checkMeeting(_ first: PlacedComment, _ second: PlacedComment, in layout: LaneLayout)
    throws(BrokenPromise)
  {
    let end = min(first.start + first.life, second.start + second.life)
    for time in [second.start, (second.start + end) / 2, end - 1] {
      let (left, right) = (layout.column(of: first, at: time), layout.column(of: second, at: time))
      let isApart = left + first.columns <= right || right + second.columns <= left
      try promise("no two comments meet: \(first) and \(second) at \(time)", isApart)
    }
  }
}
