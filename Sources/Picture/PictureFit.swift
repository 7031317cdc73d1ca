public import Playback
public import TUI

/// Where a picture stands on the stage so that its shape is right, and how many pixels that is.
///
///     stage 80×20, cells half as wide as high, picture 16:9   →   columns 4–75 (of 0–79), all rows
public struct PictureFit: Hashable, Sendable {
  /// The cells of the picture.
  public let area: Rect
  /// The pixels that fill them.
  public private(set) var pixels: PixelSize

  /// The shape of a cell where a terminal does not tell it: half as wide as it is high.
  public static let usualCell = PixelSize(width: 1, height: 2)

  /// The largest place for `picture` in the middle of `stage`, in the pixels of a mosaic; `cell` is the size of a cell
  /// in any unit.
  public init(_ picture: PixelSize, in stage: Rect, cell: PixelSize = usualCell, mosaic: Mosaic) {
    self.init(picture, in: stage, cell: cell, grid: PixelSize(width: mosaic.columns, height: mosaic.rows))
  }

  /// The same where each cell is filled by `grid` pixels.
  ///
  /// Sizes that cannot be, of files that lie, make a picture of one cell at least.
  public init(_ picture: PixelSize, in stage: Rect, cell: PixelSize = usualCell, grid: PixelSize) {
    let shape = Double(max(1, picture.width)) / Double(max(1, picture.height))
    let cellShape = Double(max(1, cell.width)) / Double(max(1, cell.height))
    // The picture's shape, counted in cells.
    let wanted = shape / cellShape
    let columns = min(stage.columns, max(1, Self.rounded(Double(stage.rows) * wanted, limit: stage.columns)))
    let rows = min(stage.rows, max(1, Self.rounded(Double(columns) / wanted, limit: stage.rows)))
    area = Rect(
      column: stage.column + (stage.columns - columns) / 2, row: stage.row + (stage.rows - rows) / 2,
      columns: columns, rows: rows)
    pixels = PixelSize(width: area.columns * grid.width, height: area.rows * grid.height)
  }

  /// The same place with at most `count` pixels, for a terminal that makes pictures as large as they are to be.
  public func limited(to count: Int) -> PictureFit {
    let total = pixels.width * pixels.height
    guard total > count else { return self }
    let scale = (Double(count) / Double(total)).squareRoot()
    var fit = self
    fit.pixels = PixelSize(
      width: max(1, Int(Double(pixels.width) * scale)), height: max(1, Int(Double(pixels.height) * scale)))
    return fit
  }

  private static func rounded(_ value: Double, limit: Int) -> Int {
    value < Double(limit) ? Int(value.rounded()) : limit
  }
}
