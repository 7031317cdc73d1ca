/// Chooses who goes where more comments would be on the stage at once than may be.
///
/// Every comment draws a rank: its place in the order of a stable hash among those of its slot, an eighth of the
/// time in which one crosses the stage. One is hidden if, at any moment of its life, as many comments with better ranks are on the stage as may
/// be there. From this follows what a reader expects:
///
/// - Never are there more: at any moment, the worst of n comments there has n − 1 better ones beside it.
/// - None is hidden where all of them may be there, however they are spread.
/// - A higher bound only adds comments, and what happens a minute later changes nothing.
/// - Slots come off equally: a burst loses more of its comments than the quiet seconds around it, and
///   not those that came last.
struct Thinning {
  private let comments: Comments
  private let stage: LaneRules
  /// The positions of those that may be shown, in the order of their times.
  private let positions: [Int]

  /// Slots in a crossing: the more there are, the fewer comments are lost at their seams.
  private static let slots = 8

  /// The crowds of `comments` on `stage`, without those that `ruling` hides.
  init(_ comments: Comments, on stage: LaneRules, after ruling: Ruling) {
    self.comments = comments
    self.stage = stage
    positions = comments.indices.filter { ruling.reason(at: $0) == nil && comments.mode(at: $0).isText }
  }

  /// Hides all but `density` at any moment.
  func thin(to density: Int, _ ruling: inout Ruling) {
    let stays = self.stays
    guard stays.contains(where: { $0.count > density }) else { return }
    var crowd = CrowdTree(count: positions.count)
    for index in ranked {
      if crowd.add(in: stays[index]) >= density { ruling.hide(positions[index], .density) }
    }
  }

  /// The comments that appear while each one is on the stage, as indices of `positions`, itself among them.
  ///
  /// The stage is fullest when somebody appears: these moments are the only ones to look at.
  private var stays: [Range<Int>] {
    var first = 0
    var ends = UsualEnds()
    return positions.indices.map { index in
      let time = time(index)
      if time > self.time(first) { first = index }
      let mode = comments.mode(at: positions[index])
      let wanted = comments.life(at: positions[index])
      let gone = time + stage.life(of: mode, wanted: wanted)
      guard wanted == nil else { return first..<firstIndex(from: index, at: gone) }
      return first..<ends.advance(isStill: mode.isStill) { $0 < positions.count && self.time($0) < gone }
    }
  }

  /// The first index behind `index` of one that appears at `time` or later.
  private func firstIndex(from index: Int, at time: Int) -> Int {
    var (low, high) = (index + 1, positions.count)
    while low < high {
      let middle = (low + high) / 2
      if self.time(middle) < time { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The indices of `positions`, the best rank first; those of one rank as they drew.
  private var ranked: [Int] {
    var ranks: [[(draw: UInt64, index: Int)]] = []
    var start = 0
    while start < positions.count {
      let end = endOfSlot(from: start)
      let drawn = (start..<end).map { (draw: draw(positions[$0]), index: $0) }.sorted { $0 < $1 }
      for (rank, entry) in drawn.enumerated() {
        if rank == ranks.count { ranks.append([]) }
        ranks[rank].append(entry)
      }
      start = end
    }
    return ranks.flatMap { $0.sorted { $0 < $1 }.map(\.index) }
  }

  /// The first index behind the slot of the one at `start`.
  private func endOfSlot(from start: Int) -> Int {
    let slot = slot(start)
    var end = start + 1
    while end < positions.count, self.slot(end) == slot { end += 1 }
    return end
  }

  private func time(_ index: Int) -> Int { comments.time(at: positions[index]) }
  private func slot(_ index: Int) -> Int { time(index) * Self.slots / max(1, stage.crossing) }

  /// What the comment at `position` draws: the same whenever the file is read, in whatever company.
  private func draw(_ position: Int) -> UInt64 {
    var hash = StableHash()
    if let id = comments.id(at: position) {
      hash.combine(id)
    } else {
      hash.combine(comments.bytes(at: position))
      hash.combine(comments.time(at: position))
    }
    return hash.value
  }
}

/// Where the stays of comments end that ask for no time of their own: for each kind it only moves on, since those that
/// come later go later.
private struct UsualEnds {
  private var moving = 0
  private var still = 0

  /// The end of the next one of its kind, the first index that is not `isStaying`.
  mutating func advance(isStill: Bool, while isStaying: (Int) -> Bool) -> Int {
    var end = isStill ? still : moving
    while isStaying(end) { end += 1 }
    if isStill { still = end } else { moving = end }
    return end
  }
}
