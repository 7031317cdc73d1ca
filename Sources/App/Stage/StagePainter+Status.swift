import TUI

/// Draws the words below the stage.
extension StagePainter {
  /// Draws what the film does, and what of its comments is not on the stage.
  func drawStatus(onScreen count: Int, on buffer: inout Buffer) {
    guard let row = geometry.status else { return }
    buffer.fill(row, style: look.density)
    var writer = RowWriter(row)
    drawState(with: &writer, on: &buffer)
    drawFilmWords(with: &writer, on: &buffer)
    let words = screen.words(plan, strings, buffer.ambiguity)
    if pointsAtOffset || screen.settings.offset != 0 {
      writer.write(words.offset, style: pointsAtOffset ? look.progress : look.density, on: &buffer)
    }
    writer.write(strings.onScreen(count), style: look.density, on: &buffer)
    writer.write(words.remarks, style: look.density, on: &buffer)
  }

  /// Draws `▶ 1.0×`, `paused 1.0×`, `at the end 1.0×`.
  private func drawState(with writer: inout RowWriter, on buffer: inout Buffer) {
    let isNarrow = buffer.ambiguity == .narrow
    writer.write(" ", style: look.time, on: &buffer)
    if isPlaying {
      writer.write(isNarrow ? "▶" : ">", style: look.time, on: &buffer)
    } else {
      // A film that is not open has no end yet.
      let isOpen = screen.theatre.map { $0.media != nil } ?? true
      let isOver = isOpen && time == screen.clock.duration
      writer.write(isOver ? strings.ended : strings.paused, style: look.time, on: &buffer)
    }
    let hundredths = screen.clock.speed % 100
    let digits = hundredths % 10 == 0 ? String(hundredths / 10) : Strings.padded(hundredths)
    writer.write(" \(screen.clock.speed / 100).\(digits)", style: look.time, on: &buffer)
    writer.write(isNarrow ? "×  " : "x  ", style: look.time, on: &buffer)
  }
}
