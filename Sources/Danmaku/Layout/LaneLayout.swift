/// Where and when each comment is on the stage: a pure function of comments and rules.
///
/// Where a comment stands follows from the media's time alone, so that seeking, pausing and playing at
/// another rate need no state. No two comments ever share a cell:
///
/// - Still comments are placed first, in lanes counted from their edge, because few lanes suit them.
/// - Moving ones take the first lane, counted from the top (reverse ones from the bottom), in which they
///   catch up with nobody (see `MovingLane`) and no still comment stands while they pass.
/// - A lane holds both directions only one after the other: the second enters an empty lane.
/// - Who finds no lane is dropped, with the reason.
public struct LaneLayout: Sendable {
  /// The rules that it follows.
  public let rules: LaneRules
  /// The comments that have a place, in the order in which they appear.
  public let placed: [PlacedComment]
  /// What became of each comment.
  private let placements: [Placement]

  /// Lays those of `comments` out that `ruling` lets be shown; all of them where there is none.
  public init(_ comments: Comments, sizes: CommentSizes, rules: LaneRules, ruling: Ruling? = nil) {
    self.rules = rules
    var allocator = LaneAllocator(rules)
    var lanes = [Int32](repeating: -1, count: comments.count)
    var placements = [Placement](repeating: .hidden(.lanesFull), count: comments.count)
    for isStill in [true, false] {
      for position in comments.indices {
        let mode = comments.mode(at: position)
        guard mode.isStill == isStill else { continue }
        let rows = sizes.rows(at: position)
        if let reason = ruling?.reason(at: position) ?? Self.refusal(of: mode, rows: rows, rules) {
          placements[position] = .hidden(reason)
        } else if let lane = allocator.place(
          at: comments.time(at: position), mode: mode, columns: sizes.columns(at: position), rows: rows)
        {
          placements[position] = .placed
          lanes[position] = Int32(lane)
        }
      }
    }
    self.placements = placements
    placed = lanes.indices.compactMap { position in
      guard lanes[position] >= 0 else { return nil }
      return PlacedComment(
        position: position, start: comments.time(at: position), lane: Int(lanes[position]),
        columns: sizes.columns(at: position), rows: sizes.rows(at: position), mode: comments.mode(at: position))
    }
  }

  /// Why a comment is shown at no time; nil where it may be.
  private static func refusal(of mode: Comment.Mode, rows: Int, _ rules: LaneRules) -> HiddenReason? {
    if !mode.isText { return .unsupported }
    if !rules.modes.contains(mode) { return .mode }
    if rows > rules.lanes { return rows > rules.lanes + rules.spareLanes ? .lanesFull : .area }
    return nil
  }

  /// What became of the comment at `position`.
  public func placement(at position: Int) -> Placement { placements[position] }

  /// How many comments were dropped because every lane was taken.
  public var droppedCount: Int { placements.reduce(0) { $0 + ($1 == .hidden(.lanesFull) ? 1 : 0) } }

  /// Calls `body` with each comment that is on the stage at `time`, in the order in which they appeared.
  public func forEachVisible(at time: Int, _ body: (PlacedComment) -> Void) {
    // Nothing stays longer than the longer of two lives: the rest of the film is never looked at.
    var index = firstPlaced(after: time - max(rules.crossing, rules.standing))
    while index < placed.count, placed[index].start <= time {
      if time < placed[index].start + rules.life(of: placed[index].mode) { body(placed[index]) }
      index += 1
    }
  }

  /// The comments that are on the stage at `time`.
  public func visible(at time: Int) -> [PlacedComment] {
    var visible: [PlacedComment] = []
    forEachVisible(at: time) { visible.append($0) }
    return visible
  }

  /// When the next comment appears after `time`; nil behind the last one.
  public func nextStart(after time: Int) -> Int? {
    let index = firstPlaced(after: time)
    return index < placed.count ? placed[index].start : nil
  }

  /// The column of a comment's first cell at `time`, which may lie outside of the stage.
  ///
  /// Moving comments go in whole cells: a step is a function of the time alone, and only a step changes cells.
  public func column(of comment: PlacedComment, at time: Int) -> Int {
    let way = (time - comment.start) * (rules.columns + comment.columns) / max(1, rules.crossing)
    return switch comment.mode {
    case .scroll: rules.columns - way
    case .reverse: way - comment.columns
    default: max(0, (rules.columns - comment.columns) / 2)
    }
  }

  /// The index of the first placed comment that appears after `time`.
  private func firstPlaced(after time: Int) -> Int {
    var low = 0
    var high = placed.count
    while low < high {
      let middle = (low + high) / 2
      if placed[middle].start <= time { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
