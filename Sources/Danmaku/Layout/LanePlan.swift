/// A layout in the making.
struct LanePlan {
  private let comments: Comments
  private let sizes: CommentSizes
  private let rules: LaneRules
  private let ruling: Ruling?
  /// Whether each mode is shown, by its raw value: sets are slow where they are asked a million times.
  private let isShown: [Bool]
  private var stage: LaneAllocator
  /// The lanes below the stage's own that stay free: who finds room only here is told so.
  private var spare: LaneAllocator
  /// The lane of each comment; -1 where it has none.
  private var lanes: [Int16]
  /// What became of each comment.
  private(set) var placements: [Placement]
  private var placedCount = 0

  init(_ comments: Comments, _ sizes: CommentSizes, _ rules: LaneRules, _ ruling: Ruling?) {
    (self.comments, self.sizes, self.rules, self.ruling) = (comments, sizes, rules, ruling)
    isShown = (0...Comment.Mode.animated.rawValue).map { Comment.Mode(rawValue: $0).map(rules.modes.contains) ?? false }
    stage = LaneAllocator(rules)
    var spareRules = rules
    spareRules.lanes = rules.spareLanes
    spare = LaneAllocator(spareRules)
    lanes = Array(repeating: -1, count: comments.count)
    placements = Array(repeating: .hidden(.lanesFull), count: comments.count)
  }

  /// Places those comments whose mode is `wanted`, in the order of their times.
  mutating func place(where wanted: (Comment.Mode) -> Bool) {
    for position in comments.indices {
      let mode = comments.mode(at: position)
      guard wanted(mode) else { continue }
      if let reason = ruling?.reason(at: position) ?? refusal(of: mode) {
        placements[position] = .hidden(reason)
      } else {
        place(position, mode)
      }
    }
  }

  /// Why a comment is shown at no time; nil where it may be.
  private func refusal(of mode: Comment.Mode) -> HiddenReason? {
    guard mode.isText else { return .unsupported }
    return isShown[Int(mode.rawValue)] ? nil : .mode
  }

  private mutating func place(_ position: Int, _ mode: Comment.Mode) {
    let start = rules.rounded(comments.time(at: position))
    let life = rules.life(of: mode, wanted: comments.life(at: position))
    let (columns, rows) = (columns(at: position), sizes.rows(at: position))
    if let lane = stage.place(at: start, life: life, mode: mode, columns: columns, rows: rows) {
      lanes[position] = Int16(lane)
      placements[position] = .placed
      placedCount += 1
    } else if isSpared(at: start, life: life, mode: mode, columns: columns, rows: rows) {
      placements[position] = .hidden(.area)
    }
  }

  /// Whether a comment would be shown if no lane stayed free.
  private mutating func isSpared(at start: Int, life: Int, mode: Comment.Mode, columns: Int, rows: Int) -> Bool {
    guard rules.spareLanes > 0 else { return false }
    if rows > rules.lanes { return rows <= rules.lanes + rules.spareLanes }
    return spare.place(at: start, life: life, mode: mode, columns: columns, rows: rows) != nil
  }

  private func columns(at position: Int) -> Int {
    let columns = sizes.columns(at: position)
    guard let count = ruling?.count(at: position), count > 1 else { return columns }
    return columns + sizes.mark.columns(count: count, size: comments.size(at: position))
  }

  /// The comments that have a place, in the order in which they appear.
  var placed: [PlacedComment] {
    var placed: [PlacedComment] = []
    placed.reserveCapacity(placedCount)
    for (position, lane) in lanes.enumerated() where lane >= 0 {
      let mode = comments.mode(at: position)
      placed.append(
        PlacedComment(
          position: position, start: rules.rounded(comments.time(at: position)),
          life: rules.life(of: mode, wanted: comments.life(at: position)), lane: Int(lane),
          columns: columns(at: position), rows: sizes.rows(at: position), mode: mode))
    }
    return placed
  }
}
