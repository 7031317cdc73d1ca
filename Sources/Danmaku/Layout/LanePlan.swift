/// A layout in the making.
struct LanePlan {
  private let requests: LaneRequests
  private let rules: LaneRules
  private var stage: LaneAllocator
  /// The lanes below the stage's own that stay free: who finds room only here is told so.
  private var spare: LaneAllocator
  /// The lane of each comment; -1 where it has none.
  private var lanes: [Int16]
  /// What became of each comment.
  private(set) var placements: [Placement]
  private var placedCount = 0

  init(_ comments: Comments, _ sizes: CommentSizes, _ rules: LaneRules, _ ruling: Ruling?) {
    requests = LaneRequests(comments, sizes, rules, ruling)
    self.rules = rules
    stage = LaneAllocator(rules)
    var spareRules = rules
    spareRules.lanes = rules.spareLanes
    spare = LaneAllocator(spareRules)
    lanes = Array(repeating: -1, count: comments.count)
    placements = Array(repeating: .hidden(.lanesFull), count: comments.count)
  }

  /// Places those comments whose mode is `wanted`, in the order of their times.
  mutating func place(where wanted: (Comment.Mode) -> Bool) {
    // One copy for all comments: asked through `self`, which changes meanwhile, each would make its own.
    let requests = requests
    for position in lanes.indices where wanted(requests.mode(at: position)) {
      if let reason = requests.refusal(at: position) {
        placements[position] = .hidden(reason)
      } else {
        place(requests[position], at: position)
      }
    }
  }

  private mutating func place(_ request: LaneRequest, at position: Int) {
    if let lane = stage.place(request) {
      lanes[position] = Int16(lane)
      placements[position] = .placed
      placedCount += 1
    } else if isSpared(request) {
      placements[position] = .hidden(.area)
    }
  }

  /// Whether a comment would be shown if no lane stayed free.
  private mutating func isSpared(_ request: LaneRequest) -> Bool {
    guard rules.spareLanes > 0 else { return false }
    if request.rows > rules.lanes { return request.rows <= rules.lanes + rules.spareLanes }
    return spare.place(request) != nil
  }

  /// The comments that have a place, in the order in which they appear.
  var placed: [PlacedComment] {
    var placed: [PlacedComment] = []
    placed.reserveCapacity(placedCount)
    for (position, lane) in lanes.enumerated() where lane >= 0 {
      placed.append(PlacedComment(requests[position], position: position, lane: Int(lane)))
    }
    return placed
  }
}
