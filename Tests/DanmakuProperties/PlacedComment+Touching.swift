internal import Danmaku

/// Whether comments meet, decided exactly and by other means than the layout has.
extension PlacedComment {
  /// Whether both take one lane; on a stage of layers only those of one mode do.
  func sharesLane(with other: PlacedComment, layered: Bool) -> Bool {
    (!layered || mode == other.mode) && lane < other.lane + other.rows && other.lane < lane + rows
  }

  /// Whether both are at one place of the stage at any moment, in fractions of a millisecond too.
  ///
  /// Edges are linear in time, so that each thing that must hold for it is an inequality whose solutions are a
  /// half-line; what is decided is whether all of them have a moment in common.
  func touches(_ other: PlacedComment, stage: Int) -> Bool {
    let (left, otherLeft) = (edge(stage), other.edge(stage))
    let (right, otherRight) = (left + width(stage), otherLeft + other.width(stage))
    let (nowhere, end) = (Line(slope: 0, height: 0), Line(slope: 0, height: stage))
    var common = Moments(from: max(start, other.start), to: min(start + life, other.start + other.life))
    for (smaller, greater) in [
      (left, end), (otherLeft, end), (nowhere, right), (nowhere, otherRight), (left, otherRight), (otherLeft, right),
    ] { common.restrict(to: greater - smaller) }
    return !common.isEmpty
  }

  /// The left edge as a function of time.
  private func edge(_ stage: Int) -> Line {
    switch mode {
    case .scroll: Line(slope: -(stage + columns), per: life, height: stage, at: start)
    case .reverse: Line(slope: stage + columns, per: life, height: -columns, at: start)
    default: Line(slope: 0, height: 0)
    }
  }

  /// Still ones count as wide as the stage: where one stands no other one does.
  private func width(_ stage: Int) -> Line {
    Line(slope: 0, height: mode == .scroll || mode == .reverse ? columns : stage)
  }
}

/// `(slope·t + height) / per`, exactly.
private struct Line {
  var slope: Int128
  var height: Int128
  var per: Int128 = 1

  init(slope: Int, height: Int) { (self.slope, self.height) = (Int128(slope), Int128(height)) }

  /// Through `height` at the time `start`, rising by `slope` in `per`.
  init(slope: Int, per: Int, height: Int, at start: Int) {
    self.slope = Int128(slope)
    self.per = Int128(per)
    self.height = Int128(height) * Int128(per) - Int128(slope) * Int128(start)
  }

  static func + (one: Line, other: Line) -> Line { one.combined(other, 1) }
  static func - (one: Line, other: Line) -> Line { one.combined(other, -1) }

  private func combined(_ other: Line, _ sign: Int128) -> Line {
    var line = self
    line.slope = slope * other.per + sign * other.slope * per
    line.height = height * other.per + sign * other.height * per
    line.per = per * other.per
    return line
  }
}

/// The open interval of moments for which all inequalities so far hold, as fractions.
private struct Moments {
  private var from: (Int128, Int128)
  private var to: (Int128, Int128)
  private var isNever = false

  init(from: Int, to: Int) { (self.from, self.to) = ((Int128(from), 1), (Int128(to), 1)) }

  var isEmpty: Bool { isNever || from.0 * to.1 >= to.0 * from.1 }

  /// Keeps the moments at which `line` is above zero.
  mutating func restrict(to line: Line) {
    if line.slope == 0 { return isNever = isNever || line.height <= 0 }
    let (zero, scale) = line.slope > 0 ? (-line.height, line.slope) : (line.height, -line.slope)
    if line.slope > 0, zero * from.1 > from.0 * scale { from = (zero, scale) }
    if line.slope < 0, zero * to.1 < to.0 * scale { to = (zero, scale) }
  }
}
