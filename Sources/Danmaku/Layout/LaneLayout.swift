/// Where and when each comment is on the stage: a pure function of comments and rules.
///
/// Where a comment stands follows from the media's time alone, so that seeking, pausing and playing at
/// another rate need no state. No two comments ever share a cell or pixel, unless the rules want it so:
///
/// - Still comments are placed first, in lanes counted from their edge, because few lanes suit them.
/// - Moving ones take the first lane, counted from the top (reverse ones from the bottom), in which they
///   catch up with nobody (see `MovingLane`) and no still comment stands while they pass.
/// - A lane holds both directions only one after the other: the second enters an empty lane.
/// - Who finds no lane is dropped, with the reason; so is who finds one only among the lanes that stay free.
///
/// The result is in whole numbers alone, and the same on every machine and for every order of the comments.
public struct LaneLayout: Sendable {
  /// The rules that it follows.
  public let rules: LaneRules
  /// The comments that have a place, in the order in which they appear.
  public let placed: [PlacedComment]
  /// What became of each comment.
  private let placements: [Placement]

  /// The longest life of them all, in milliseconds: who appeared earlier is gone.
  private let longest: Int

  /// Lays those of `comments` out that `ruling` lets be shown; all of them where there is none.
  public init(_ comments: Comments, sizes: CommentSizes, rules: LaneRules, ruling: Ruling? = nil) {
    var plan = LanePlan(comments, sizes, rules, ruling)
    plan.place { $0.isStill }
    plan.place { !$0.isStill }
    self.rules = rules
    placements = plan.placements
    placed = plan.placed
    longest = placed.reduce(0) { max($0, $1.life) }
  }

  /// What became of the comment at `position`.
  public func placement(at position: Int) -> Placement { placements[position] }

  /// Calls `body` with each comment that is on the stage at `time`, in the order in which they appeared.
  public func forEachVisible(at time: Int, _ body: (PlacedComment) -> Void) {
    // The rest of the film is never looked at.
    var index = firstPlaced(after: time - longest)
    while index < placed.count, placed[index].start <= time {
      if time < placed[index].start + placed[index].life { body(placed[index]) }
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

  /// The column where a comment begins at `time`, which may lie outside of the stage.
  ///
  /// Moving comments go in whole columns: a step is a function of the time alone, and only a step changes cells.
  public func column(of comment: PlacedComment, at time: Int) -> Int {
    let way = (time - comment.start) * (rules.columns + comment.columns) / comment.life
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
