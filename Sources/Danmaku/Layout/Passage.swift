/// The way of one comment through a lane, in the numbers that decide whether two of them meet.
///
/// Motion is linear, so two moments decide. A comment of width w that comes at `start` and stays D, behind one of
/// width w' that came at `start'` and stays D', on a stage of W columns, with g columns between them, never meets it if
///
/// - it enters when the other's tail has cleared the edge: `start ≥ start' + (w'+g)·D'/(W+w')`, and
/// - its head arrives at the far edge when the other's tail has left: `start + W·D/(W+w) ≥ start' + (W+w'+g)·D'/(W+w')`.
struct Passage {
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

  init(_ request: LaneRequest, _ rules: LaneRules) {
    let (columns, life) = (request.columns, request.life)
    start = request.start
    mode = request.mode
    let way = rules.columns + columns
    clear = start + ((columns + rules.gap) * life + way - 1) / way
    arrival = start * Self.precision + rules.columns * life * Self.precision / way
    leave = start * Self.precision + ((way + rules.gap) * life * Self.precision + way - 1) / way
    end = start + life
  }
}

/// What those who passed through a lane ask of the next one: two numbers where they go the same way.
struct MovingLane {
  private var mode = Comment.Mode.scroll
  private var clear = Int.min
  private(set) var leave = Int.min
  private var end = Int.min

  /// Whether a comment on this passage meets none before it.
  func admits(_ passage: Passage) -> Bool {
    guard passage.mode == mode else { return passage.start >= end }
    return passage.start >= clear && passage.arrival >= leave
  }

  /// The moment before which no comment of this mode is admitted.
  func opening(for mode: Comment.Mode) -> Int { mode == self.mode ? clear : end }

  /// Lets a comment pass that meets none.
  mutating func admit(_ passage: Passage) {
    (mode, clear, leave, end) = (passage.mode, passage.clear, passage.leave, passage.end)
  }

  /// Lets a comment pass over others: the next one has to mind them all.
  mutating func force(_ passage: Passage) {
    let isSame = passage.mode == mode
    clear = max(passage.clear, isSame ? clear : end)
    leave = max(passage.leave, isSame || end == .min ? leave : end * Passage.precision)
    end = max(passage.end, end)
    mode = passage.mode
  }
}
