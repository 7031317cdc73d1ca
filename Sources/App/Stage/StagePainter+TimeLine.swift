import Danmaku
import TUI

/// Draws the time line, and the density above it.
extension StagePainter {
  /// The time that a press at `position` means; nil beside the line and the density.
  static func time(at position: Position, _ geometry: StageGeometry, duration: Int) -> Int? {
    let width = StageStrings.time(duration).count
    let rows = [geometry.times, geometry.density].compactMap { $0 }
    guard let bar = rows.map({ StageGeometry.bar(in: $0, width: width) }).first(where: { $0.contains(position) })
    else { return nil }
    return (position.column - bar.column) * duration / max(1, bar.columns - 1)
  }

  /// Draws where the film is, and how full it is around.
  func drawTimeLine(on buffer: inout Buffer) {
    guard let row = geometry.times else { return }
    let duration = screen.clock.duration
    let end = StageStrings.time(duration)
    let bar = StageGeometry.bar(in: row, width: end.count)
    let head = max(0, bar.columns - 1) * time / max(1, duration)
    buffer.fill(row, style: look.density)
    let now = StageStrings.time(time).padded(to: end.count, alignment: .right)
    buffer.write(now, column: row.column + 1, row: row.row, style: look.time, in: row)
    buffer.write(end, column: row.endColumn - 1 - end.count, row: row.row, style: look.density, in: row)
    drawLine(in: bar, head: head, on: &buffer)
    if let density = geometry.density {
      buffer.fill(density, style: look.density)
      drawDensity(in: StageGeometry.bar(in: density, width: end.count), head: head, on: &buffer)
    }
  }

  private func drawLine(in bar: Rect, head: Int, on buffer: inout Buffer) {
    guard bar.columns > 0 else { return }
    let marks = buffer.ambiguity == .narrow ? ["━", "●", "─", "╋", "┼"] : ["=", "O", "-", "#", "+"]
    let line = String(repeating: marks[0], count: head) + marks[1]
    buffer.write(line, column: bar.column, row: bar.row, style: look.progress, in: bar)
    let rest = String(repeating: marks[2], count: bar.columns - head - 1)
    buffer.write(rest, column: bar.column + head + 1, row: bar.row, style: look.faint, in: bar)
    for column in peakColumns(in: bar) where column != head {
      let mark = column < head ? marks[3] : marks[4]
      buffer.write(mark, column: bar.column + column, row: bar.row, style: peakStyle, in: bar)
    }
  }

  /// The density above the line: what was played in the colour of the line.
  private func drawDensity(in bar: Rect, head: Int, on buffer: inout Buffer) {
    guard bar.columns > 0 else { return }
    Sparkline(movedDensity, style: look.density, maximum: 1).draw(in: bar, on: &buffer)
    let played = look.progress
    buffer.restyle(bar.split(left: head + 1).left) { _ in played }
    let peak = peakStyle
    for column in peakColumns(in: bar) {
      buffer.restyle(Rect(column: bar.column + column, row: bar.row, columns: 1, rows: 1)) { _ in peak }
    }
  }
}

// MARK: Peaks

extension StagePainter {
  /// The columns of `bar` at which the stage is fullest, counted from its first one, where the offset moves them.
  private func peakColumns(in bar: Rect) -> [Int] {
    let duration = max(1, screen.clock.duration)
    return plan.heat.peaks.map { $0.time + screen.settings.offset }
      .filter { (0...duration).contains($0) }
      .map { max(0, bar.columns - 1) * $0 / duration }
  }

  /// A peak on the ground of the time line.
  private var peakStyle: Style {
    var style = look.peak
    style.background = look.density.background
    return style
  }

  /// The density as the offset moves it: nothing is computed anew for a comparison of a few seconds.
  private var movedDensity: [Double] {
    let heights = plan.density
    let shift = screen.settings.offset * heights.count / max(1, screen.clock.duration)
    guard shift != 0 else { return heights }
    return heights.indices.map { heights.indices.contains($0 - shift) ? heights[$0 - shift] : 0 }
  }
}
