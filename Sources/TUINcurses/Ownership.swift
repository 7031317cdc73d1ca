import TUI

/// Which cells are painted past ncurses: those of the stage, and those that libc, hence ncurses, counts otherwise.
struct Ownership {
  private let frame: Frame
  private let stage: Rect

  init(_ frame: Frame) {
    self.frame = frame
    stage = frame.stage?.intersection(frame.area) ?? Rect(column: 0, row: 0, columns: 0, rows: 0)
  }

  /// Whether the cell is ours.
  func holds(column: Int, row: Int) -> Bool {
    if stage.contains(Position(column: column, row: row)) { return true }
    guard frame.buffer.ambiguity == .wide else { return false }
    let cell = frame.buffer[column, row]
    let glyph = cell.width == 0 && column > 0 ? frame.buffer[column - 1, row].glyph : cell.glyph
    return glyph.width == 2 && glyph.isAmbiguous
  }

  /// Whether ncurses has no part in `run`.
  func holdsAll(of run: BufferDiff.Run) -> Bool {
    run.columns.allSatisfy { holds(column: $0, row: run.row) }
  }

  /// The parts of `run` that are ours.
  func parts(of run: BufferDiff.Run) -> [Range<Int>] {
    if frame.buffer.ambiguity == .narrow { return stagePart(of: run.columns, row: run.row) }
    var parts: [Range<Int>] = []
    for column in run.columns where holds(column: column, row: run.row) {
      if let last = parts.last, last.upperBound == column {
        parts[parts.count - 1] = last.lowerBound..<column + 1
      } else {
        parts.append(column..<column + 1)
      }
    }
    return parts
  }

  /// Our cells that ncurses may write over when something else changes in their row.
  ///
  /// After it has cleared the start of a row it writes the first cell that is not blank again
  /// (`TransformLine`), and between two changes it writes short stretches again rather than move over them.
  func endangeredParts(ofRow row: Int) -> [Range<Int>] {
    let all = 0..<frame.buffer.size.columns
    if frame.buffer.ambiguity == .wide { return parts(of: BufferDiff.Run(row: row, columns: all)) }
    let isShort = stage.columns <= Self.longestRewrite
    guard !isShort, row < stage.endRow else { return stagePart(of: all, row: row) }
    let first = max(1, frame.buffer[stage.column, row].width)
    return stagePart(of: stage.column..<stage.column + first, row: row)
  }

  /// More than any terminal needs to move its cursor.
  private static let longestRewrite = 16

  private func stagePart(of columns: Range<Int>, row: Int) -> [Range<Int>] {
    guard row >= stage.row, row < stage.endRow else { return [] }
    let part = columns.clamped(to: stage.column..<stage.endColumn)
    return part.isEmpty ? [] : [part]
  }
}
