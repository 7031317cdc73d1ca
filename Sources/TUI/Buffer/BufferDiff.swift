/// The cells that differ between two buffers, as runs of one row each.
///
/// A run never begins or ends inside a wide character: who draws the runs
/// one by one never draws half of one.
public struct BufferDiff: Hashable, Sendable {
  /// Changed cells side by side.
  public struct Run: Hashable, Sendable {
    /// Their row.
    public var row: Int
    /// Their columns.
    public var columns: Range<Int>

    /// The cells of `columns` in `row`.
    public init(row: Int, columns: Range<Int>) {
      self.row = row
      self.columns = columns
    }
  }

  /// The changed cells, row by row from the top.
  public private(set) var runs: [Run] = []

  /// What must be drawn to turn `previous` into `next`; all of it where their sizes differ.
  public init(from previous: Buffer, to next: Buffer) {
    guard previous.size == next.size else {
      runs = (0..<next.size.rows).map { Run(row: $0, columns: 0..<next.size.columns) }
      return
    }
    previous.cells.withUnsafeBufferPointer { old in
      next.cells.withUnsafeBufferPointer { new in
        for row in 0..<next.size.rows { compare(old, new, row: row, columns: next.size.columns) }
      }
    }
  }

  private mutating func compare(
    _ old: UnsafeBufferPointer<Cell>, _ new: UnsafeBufferPointer<Cell>, row: Int, columns: Int
  ) {
    let start = row * columns
    var column = 0
    while column < columns {
      guard old[start + column] != new[start + column] else {
        column += 1
        continue
      }
      let first = new[start + column].glyph == .rightHalf ? column - 1 : column
      repeat {
        column += 1
      } while column < columns
        && (old[start + column] != new[start + column] || new[start + column].glyph == .rightHalf)
      runs.append(Run(row: row, columns: max(0, first)..<column))
    }
  }
}
