import TUI

/// What a frame's picture in pixels takes: it is written after the stage's cells, past ncurses as they are.
struct PicturePass {
  private let frame: Frame
  private let shown: Frame?
  private let depth: ColorDepth

  /// The pass for `frame` after `shown`; nil where nothing is on the screen yet.
  init(_ frame: Frame, after shown: Frame?, depth: ColorDepth) {
    self.frame = frame
    self.shown = shown
    self.depth = depth
  }

  /// Whether every cell must be painted, because a picture that covers them has gone or moved.
  var uncoversCells: Bool {
    guard let shown, let old = shown.picture, old.coversText else { return false }
    return old.area != frame.picture?.area
  }

  /// The bytes; none where the picture is on the screen as it should be, although the cells of `runs` are painted.
  func bytes(painting runs: [BufferDiff.Run]) -> [UInt8] {
    var bytes: [UInt8] = []
    if let old = shown?.picture, old.area != frame.picture?.area { bytes += old.removal }
    guard let picture = frame.picture, isDue(picture, runs) else { return bytes }
    bytes += "\u{1B}[\(picture.area.row + 1);\(picture.area.column + 1)H".utf8
    bytes += picture.bytes
    return picture.coversText ? bytes + text(above: picture.area) : bytes
  }

  private func isDue(_ picture: PixelPicture, _ runs: [BufferDiff.Run]) -> Bool {
    guard let old = shown?.picture, old.number == picture.number, old.area == picture.area else { return true }
    return picture.coversText
      && runs.contains { run in
        (picture.area.row..<picture.area.endRow).contains(run.row)
          && run.columns.overlaps(picture.area.column..<picture.area.endColumn)
      }
  }

  /// What paints the text of `area`, and no blank cell.
  private func text(above area: Rect) -> [UInt8] {
    var painter = CellPainter(depth: depth)
    let area = area.intersection(frame.area)
    for row in area.row..<area.endRow {
      var column = area.column
      while column < area.endColumn {
        let cell = frame.buffer[column, row]
        let end = column + max(1, cell.width)
        if cell.glyph != .blank, cell.width > 0, end <= area.endColumn {
          painter.paint(frame.buffer, row: row, columns: column..<end)
        }
        column = end
      }
    }
    return painter.bytes
  }
}
