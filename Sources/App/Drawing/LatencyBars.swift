import TUI

/// Latencies as little bars, the newest at the right; what failed is marked between them.
///
///     ▂▂▃▂×▅▇××▃▂
///
/// The scale is the same for all mirrors, so that their bars can be compared, and logarithmic, so that 30
/// milliseconds and 3 seconds can both be seen.
struct LatencyBars {
  private let latencies: [Int?]
  private let marks: Marks

  init(_ latencies: [Int?], _ world: Surroundings) {
    self.latencies = latencies
    marks = world.marks
  }

  /// Draws the newest ones that fit into the first row of `area`.
  func draw(in area: Rect, style: Style, failed: Style, on buffer: inout Buffer) {
    let shown = Array(latencies.suffix(area.columns))
    let place = area.split(left: area.columns - shown.count).rest
    Sparkline(shown.map { $0.map(Self.height) ?? 0 }, style: style, maximum: 1).draw(in: place, on: &buffer)
    for (index, latency) in shown.enumerated() where latency == nil {
      buffer.write(marks.failedTry, column: place.column + index, row: place.row, style: failed, in: place)
    }
  }

  /// The height of a bar of `milliseconds`, in eighths: up to 25 the lowest, and one more for each doubling.
  private static func height(of milliseconds: Int) -> Double {
    let doublings = (0..<7).count { milliseconds > 25 << $0 }
    return Double(doublings + 1) / 8
  }
}
