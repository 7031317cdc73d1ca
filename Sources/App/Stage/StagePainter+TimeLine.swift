import Danmaku
import TUI

/// Draws the time line, and the density above it.
extension StagePainter {
  /// The time that a press at `position` means; nil beside the line and the density.
  static func time(at position: Position, _ geometry: StageGeometry, duration: Int) -> Int? {
    let width = MediaTime.text(duration).count
    let rows = [geometry.times, geometry.density].compactMap { $0 }
    guard let bar = rows.map({ StageGeometry.bar(in: $0, width: width) }).first(where: { $0.contains(position) })
    else { return nil }
    return (position.column - bar.column) * duration / max(1, bar.columns - 1)
  }

  /// Draws where the film is, and how full it is around.
  func drawTimeLine(on buffer: inout Buffer) {
    guard let row = geometry.times else { return }
    let duration = screen.clock.duration
    let end = MediaTime.text(duration)
    let bar = StageGeometry.bar(in: row, width: end.count)
    let head = max(0, bar.columns - 1) * time / max(1, duration)
    buffer.fill(row, style: look.density)
    let now = MediaTime.text(time)
    buffer.write(now, column: row.column + 1 + end.count - now.count, row: row.row, style: look.time, in: row)
    buffer.write(end, column: row.endColumn - 1 - end.count, row: row.row, style: look.density, in: row)
    drawLine(in: bar, head: head, on: &buffer)
    if let density = geometry.density {
      buffer.fill(density, style: look.density)
      drawDensity(in: StageGeometry.bar(in: density, width: end.count), head: head, on: &buffer)
    }
  }

  private func drawLine(in bar: Rect, head: Int, on buffer: inout Buffer) {
    guard bar.columns > 0 else { return }
    let marks = buffer.ambiguity == .narrow ? TimeLineMarks.narrow : .wide
    for column in 0..<bar.columns {
      let mark = column < head ? marks.played : column == head ? marks.head : marks.rest
      let style = column <= head ? look.progress : look.panel
      buffer.write(mark, column: bar.column + column, row: bar.row, style: style, in: bar)
    }
    drawBuffered(in: bar, head: head, on: &buffer)
    forEachPeak(in: bar) { column in
      guard column != head else { return }
      let mark = column < head ? marks.playedPeak : marks.peak
      buffer.write(mark, column: bar.column + column, row: bar.row, style: peakStyle, in: bar)
    }
  }

  /// What of the film is read ahead: the line is double there, whatever the colours are.
  private func drawBuffered(in bar: Rect, head: Int, on buffer: inout Buffer) {
    guard let buffered = screen.theatre?.buffered, bar.columns > 0 else { return }
    let end = max(0, bar.columns - 1) * min(buffered, screen.clock.duration) / max(1, screen.clock.duration)
    guard end > head else { return }
    let mark = (buffer.ambiguity == .narrow ? TimeLineMarks.narrow : .wide).buffered
    for column in head + 1...end {
      buffer.write(mark, column: bar.column + column, row: bar.row, style: look.density, in: bar)
    }
  }

  /// The density above the line: what was played in the colour of the line.
  private func drawDensity(in bar: Rect, head: Int, on buffer: inout Buffer) {
    guard bar.columns > 0 else { return }
    // Nothing is computed anew for an offset: it moves what is there, which is right to a few seconds.
    let shift = screen.settings.offset * plan.density.count / max(1, screen.clock.duration)
    Sparkline(plan.density, style: look.density, maximum: 1, shift: shift).draw(in: bar, on: &buffer)
    let played = look.progress
    buffer.restyle(bar.split(left: head + 1).left) { _ in played }
    let peak = peakStyle
    forEachPeak(in: bar) { column in
      buffer.restyle(Rect(column: bar.column + column, row: bar.row, columns: 1, rows: 1)) { _ in peak }
    }
  }
}

// MARK: Peaks

extension StagePainter {
  /// Hands the columns of `bar` at which the stage is fullest to `body`, counted from its first one, where the offset
  /// moves them.
  private func forEachPeak(in bar: Rect, _ body: (_ column: Int) -> Void) {
    let duration = max(1, screen.clock.duration)
    for peak in plan.heat.peaks {
      let time = peak.time + screen.settings.offset
      guard (0...duration).contains(time) else { continue }
      body(max(0, bar.columns - 1) * time / duration)
    }
  }

  /// A peak on the ground of the time line.
  private var peakStyle: Style {
    var style = look.peak
    style.background = look.density.background
    return style
  }
}

/// What the time line is made of.
private struct TimeLineMarks {
  let played, head, buffered, rest, playedPeak, peak: String

  static let narrow = TimeLineMarks(
    played: "━", head: "●", buffered: "═", rest: "─", playedPeak: "╋", peak: "┼")
  /// Characters that are one cell wide on every terminal.
  static let wide = TimeLineMarks(played: "=", head: "O", buffered: "~", rest: "-", playedPeak: "#", peak: "+")
}
