public import Playback
public import TUI

/// Where a picture stands on the stage so that its shape is right, and how many pixels that is.
///
///     stage 80×20, cells half as wide as high, picture 16:9   →   columns 4–75 (of 0–79), all rows
public struct PictureFit: Hashable, Sendable {
  /// The cells of the picture.
  public let area: Rect
  /// The pixels that fill them.
  public let pixels: PixelSize

  /// The shape of a cell where a terminal does not tell it: half as wide as it is high.
  public static let usualCell = PixelSize(width: 1, height: 2)

  /// The largest place for `picture` in the middle of `stage`; `cell` is the size of a cell in any unit.
  ///
  /// Sizes that cannot be, of files that lie, make a picture of one cell at least.
  public init(_ picture: PixelSize, in stage: Rect, cell: PixelSize = usualCell, mosaic: Mosaic) {
    let shape = Double(max(1, picture.width)) / Double(max(1, picture.height))
    let cellShape = Double(max(1, cell.width)) / Double(max(1, cell.height))
    // The picture's shape, counted in cells.
    let wanted = shape / cellShape
    let columns = min(stage.columns, max(1, Self.rounded(Double(stage.rows) * wanted, limit: stage.columns)))
    let rows = min(stage.rows, max(1, Self.rounded(Double(columns) / wanted, limit: stage.rows)))
    area = Rect(
      column: stage.column + (stage.columns - columns) / 2, row: stage.row + (stage.rows - rows) / 2,
      columns: columns, rows: rows)
    pixels = PixelSize(width: area.columns * mosaic.columns, height: area.rows * mosaic.rows)
  }

  private static func rounded(_ value: Double, limit: Int) -> Int {
    value < Double(limit) ? Int(value.rounded()) : limit
  }
}
