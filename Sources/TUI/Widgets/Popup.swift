/// A panel over the others. It takes no keys by itself: nothing here is modal.
public struct Popup: Sendable {
  /// Its border and title.
  public var block: Block
  /// The style of what is inside.
  public var style: Style
  /// The size that it wants, with the border.
  public var size: Size

  /// A panel of `size`, with the border.
  public init(block: Block, size: Size, style: Style = .plain) {
    self.block = block
    self.size = size
    self.style = style
  }

  /// Clears its place, at the centre of `area` or as near as fits, draws the border and returns what is inside.
  public func draw(in area: Rect, on buffer: inout Buffer) -> Rect {
    let place = area.centered(size)
    buffer.fill(place, style: style)
    return block.draw(in: place, on: &buffer)
  }
}

extension Rect {
  /// A rectangle of `size` at the centre, or of what fits.
  public func centered(_ size: Size) -> Rect {
    let columns = min(size.columns, columns)
    let rows = min(size.rows, rows)
    return Rect(
      column: column + (self.columns - columns) / 2, row: row + (self.rows - rows) / 2, columns: columns, rows: rows)
  }
}
