import Playback
public import TUI

/// Paints a picture into cells, beneath the text that already stands there.
///
/// Text keeps its characters, on the colours that the picture has around them, darkened as one where it would not be
/// read: senders choose colours for text with an outline, which cells do not have. Nothing is allocated.
public struct PicturePainter: Hashable, Sendable {
  /// How pixels become cells.
  public var mosaic: Mosaic
  /// How many colours there are.
  public var depth: ColorDepth
  /// How much of the picture covers the text, in percent.
  public var transparency: Int

  /// A painter.
  public init(mosaic: Mosaic = .halfBlocks, depth: ColorDepth = .trueColor, transparency: Int = 0) {
    self.mosaic = mosaic
    self.depth = depth
    self.transparency = transparency
  }

  /// Paints `frame` into the cells of `area`, whatever its own size is.
  public func paint(_ frame: PixelFrame, beneath area: Rect, on buffer: inout Buffer) {
    let visible = area.intersection(buffer.area)
    guard !visible.isEmpty else { return }
    let size = PixelSize(width: area.columns * mosaic.columns, height: area.rows * mosaic.rows)
    frame.pixels.withUnsafeBufferPointer { pixels in
      let row = PictureRow(self, PixelSampler(pixels, from: frame.size, to: size), visible.column - area.column)
      buffer.changeRows(of: visible) { number, cells in row.paint(number - area.row, into: cells) }
    }
  }
}
