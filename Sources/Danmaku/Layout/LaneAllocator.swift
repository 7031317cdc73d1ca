/// Gives comments their lanes, in the order of their times: all still ones first, then all moving ones.
struct LaneAllocator {
  private let rules: LaneRules
  private var still: [StillLane]
  private var moving: [MovingLane]

  init(_ rules: LaneRules) {
    self.rules = rules
    still = Array(repeating: StillLane(), count: rules.lanes)
    moving = Array(repeating: MovingLane(), count: rules.lanes)
  }

  /// The topmost lane for a comment, which it now has; nil where every lane is taken.
  mutating func place(at start: Int, mode: Comment.Mode, columns: Int, rows: Int) -> Int? {
    mode.isStill ? placeStill(at: start, mode, rows: rows) : placeMoving(at: start, mode, columns: columns, rows: rows)
  }

  private mutating func placeStill(at start: Int, _ mode: Comment.Mode, rows: Int) -> Int? {
    for step in 0...rules.zone(rows: rows) - rows {
      let lane = mode == .top ? step : rules.lanes - rows - step
      guard (lane..<lane + rows).allSatisfy({ still[$0].isFree(at: start) }) else { continue }
      for lane in lane..<lane + rows { still[lane].take(from: start, to: start + rules.standing) }
      return lane
    }
    return nil
  }

  private mutating func placeMoving(at start: Int, _ mode: Comment.Mode, columns: Int, rows: Int) -> Int? {
    let passage = Passage(start: start, mode: mode, columns: columns, rules)
    var run = 0
    for step in 0..<rules.lanes {
      let lane = mode == .scroll ? step : rules.lanes - 1 - step
      guard moving[lane].admits(passage), still[lane].isFree(from: start, to: start + rules.crossing) else {
        run = 0
        continue
      }
      run += 1
      guard run == rows else { continue }
      let top = mode == .scroll ? lane - rows + 1 : lane
      for lane in top..<top + rows { moving[lane].admit(passage) }
      return top
    }
    return nil
  }
}

/// When still comments stand in one lane.
private struct StillLane {
  private var stays: [Range<Int>] = []
  /// The first stay that may lie ahead of the moving comments, which come in the order of their times.
  private var next = 0

  func isFree(at time: Int) -> Bool { stays.last.map { $0.upperBound <= time } ?? true }

  mutating func take(from start: Int, to end: Int) { stays.append(start..<end) }

  /// Whether nobody stands here in a span that begins no earlier than the one asked for before.
  mutating func isFree(from start: Int, to end: Int) -> Bool {
    while next < stays.count, stays[next].upperBound <= start { next += 1 }
    return next == stays.count || stays[next].lowerBound >= end
  }
}

/// The way of one comment through a lane, in the numbers that decide whether two of them meet.
///
/// Motion is linear, so two moments decide. A comment that comes at `start` behind one that came at
/// `start'`, on a stage of W columns that both cross in D, with g cells between them, never meets it if
///
/// - it enters when the other's tail has cleared the edge: `start ≥ start' + (w'+g)·D/(W+w')`, and
/// - its head arrives at the far edge when the other's tail has left: `start + W·D/(W+w) ≥ start' + (W+w'+g)·D/(W+w')`.
private struct Passage {
  /// Moments of arrival are counted in 1/1024 ms, rounded so that a doubt means no.
  static let precision = 1024

  let start: Int
  let mode: Comment.Mode
  /// When its tail and the gap behind it have cleared the edge where it entered.
  let clear: Int
  /// When its head arrives at the far edge.
  let arrival: Int
  /// When its tail and the gap behind it have left.
  let leave: Int
  /// When it is gone.
  let end: Int

  init(start: Int, mode: Comment.Mode, columns: Int, _ rules: LaneRules) {
    self.start = start
    self.mode = mode
    let way = rules.columns + columns
    clear = start + ((columns + rules.gap) * rules.crossing + way - 1) / way
    arrival = start * Self.precision + rules.columns * rules.crossing * Self.precision / way
    leave = start * Self.precision + ((way + rules.gap) * rules.crossing * Self.precision + way - 1) / way
    end = start + rules.crossing
  }
}

/// What the last comment in a lane asks of the next one: two numbers where they go the same way.
private struct MovingLane {
  private var last: (mode: Comment.Mode, clear: Int, leave: Int, end: Int)?

  func admits(_ passage: Passage) -> Bool {
    guard let last else { return true }
    guard last.mode == passage.mode else { return passage.start >= last.end }
    return passage.start >= last.clear && passage.arrival >= last.leave
  }

  mutating func admit(_ passage: Passage) {
    last = (passage.mode, passage.clear, passage.leave, passage.end)
  }
}
