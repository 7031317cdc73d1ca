/// Gives comments their lanes, in the order of their times: all still ones first, then all moving ones.
struct LaneAllocator {
  private let rules: LaneRules
  private var still: [StillLane]
  private var moving: [MovingLane]
  /// The moments before which no lane takes a scrolling or a reverse comment: where a stage is crowded, most
  /// comments need not look at any lane.
  private var opening = (scroll: Int.min, reverse: Int.min)

  init(_ rules: LaneRules) {
    self.rules = rules
    let count = rules.lanes * (rules.isLayered ? 2 : 1)
    still = Array(repeating: StillLane(), count: count)
    moving = Array(repeating: MovingLane(), count: count)
  }

  /// The topmost lane for a comment, which it now has; nil where every lane is taken.
  mutating func place(_ request: LaneRequest) -> Int? {
    guard request.rows <= rules.lanes else { return nil }
    if request.mode.isStill { return placeStill(request) }
    // The width of a comment delays only who follows it.
    let opening = request.mode == .scroll ? opening.scroll : opening.reverse
    if rules.whenFull == .drop, request.start < opening { return nil }
    return placeMoving(Passage(request, rules), rows: request.rows)
  }

  /// Where the lanes of `mode` begin, which share one table with the others unless they lie over them.
  private func base(of mode: Comment.Mode) -> Int {
    rules.isLayered && (mode == .bottom || mode == .reverse) ? rules.lanes : 0
  }
}

// MARK: Still comments

extension LaneAllocator {
  private mutating func placeStill(_ request: LaneRequest) -> Int? {
    let base = base(of: request.mode)
    guard let lane = stillLane(for: request, base: base) else { return nil }
    for lane in base + lane..<base + lane + request.rows {
      still[lane].take(from: request.start, to: request.start + request.life)
    }
    return lane
  }

  /// The lane nearest to its edge; that which is free the soonest where none is and comments may overlap.
  private func stillLane(for request: LaneRequest, base: Int) -> Int? {
    var soonest: (lane: Int, end: Int)?
    let rows = request.rows
    for step in 0...rules.zone(rows: rows) - rows {
      let lane = request.mode == .top ? step : rules.lanes - rows - step
      var end = Int.min
      for lane in base + lane..<base + lane + rows { end = max(end, still[lane].end) }
      if end <= request.start { return lane }
      if end < soonest?.end ?? .max { soonest = (lane, end) }
    }
    return rules.whenFull == .overlap ? soonest?.lane : nil
  }
}

// MARK: Moving comments

extension LaneAllocator {
  private mutating func placeMoving(_ passage: Passage, rows: Int) -> Int? {
    let base = base(of: passage.mode)
    if let top = freeLane(for: passage, rows: rows, base: base) {
      for lane in base + top..<base + top + rows { moving[lane].admit(passage) }
      return top
    }
    guard rules.whenFull == .overlap else {
      if rows == 1 { noteOpening(for: passage.mode, base: base) }
      return nil
    }
    let top = soonestLane(for: passage.mode, rows: rows, base: base)
    for lane in base + top..<base + top + rows { moving[lane].force(passage) }
    return top
  }

  /// The first lane, counted from the edge of its mode, from which on `rows` lanes admit it.
  private mutating func freeLane(for passage: Passage, rows: Int, base: Int) -> Int? {
    var run = 0
    let isDownward = passage.mode == .scroll
    for step in 0..<rules.lanes {
      let lane = isDownward ? step : rules.lanes - 1 - step
      guard moving[base + lane].admits(passage), passesStill(passage, lane: lane) else {
        run = 0
        continue
      }
      run += 1
      if run == rows { return isDownward ? lane - rows + 1 : lane }
    }
    return nil
  }

  /// Whether no still comment stands in its way.
  private mutating func passesStill(_ passage: Passage, lane: Int) -> Bool {
    rules.isLayered || still[lane].isFree(from: passage.start, to: passage.end)
  }

  /// The lane from which on `rows` lanes are left the soonest by those who pass there.
  private func soonestLane(for mode: Comment.Mode, rows: Int, base: Int) -> Int {
    var soonest = (lane: 0, leave: Int.max)
    for step in 0...rules.lanes - rows {
      let lane = mode == .scroll ? step : rules.lanes - rows - step
      var leave = Int.min
      for lane in base + lane..<base + lane + rows { leave = max(leave, moving[lane].leave) }
      if leave < soonest.leave { soonest = (lane, leave) }
    }
    return soonest.lane
  }

  /// Remembers when the first lane opens again: lanes never open earlier than they once said.
  private mutating func noteOpening(for mode: Comment.Mode, base: Int) {
    var earliest = Int.max
    for lane in base..<base + rules.lanes { earliest = min(earliest, moving[lane].opening(for: mode)) }
    if mode == .scroll { opening.scroll = earliest } else { opening.reverse = earliest }
  }
}
