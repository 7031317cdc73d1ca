import TUI

/// Paints the rows of a picture, cell by cell.
struct PictureRow {
  private let mosaic: Mosaic
  private let glyphs: [Glyph]
  let dither: OrderedDither
  let transparency: Int
  private let sampler: PixelSampler
  /// Columns of the picture that lie left of what is painted.
  let skipped: Int

  init(_ painter: PicturePainter, _ sampler: PixelSampler, _ skipped: Int) {
    mosaic = painter.mosaic
    glyphs = painter.mosaic.glyphs
    dither = OrderedDither(depth: painter.depth)
    transparency = painter.transparency
    self.sampler = sampler
    self.skipped = skipped
  }

  /// Paints the picture's row of cells of this number.
  func paint(_ row: Int, into cells: UnsafeMutableBufferPointer<Cell>) {
    var index = 0
    while index < cells.count {
      let end = endOfText(from: index, cells)
      if end > index {
        veil(index..<end, row, cells)
      } else if cells[index].glyph == .blank {
        cells[index] = dither.depth == .none ? shades(index + skipped, row, cells[index].style) : cell(index, row)
      }
      index = max(end, index + 1)
    }
  }

  private func cell(_ index: Int, _ row: Int) -> Cell {
    mosaic == .halfBlocks ? halves(index + skipped, row) : parts(index + skipped, row)
  }
}

// MARK: The picture itself

extension PictureRow {
  /// Two pixels, each in its own colour.
  private func halves(_ column: Int, _ row: Int) -> Cell {
    let upper = dither.color(of: sampler[column, 2 * row], column: column, row: 2 * row)
    let lower = dither.color(of: sampler[column, 2 * row + 1], column: column, row: 2 * row + 1)
    let style = Style(foreground: upper, background: lower)
    return Cell(upper == lower ? .blank : glyphs[0b01], style: style)
  }

  /// More pixels than two: those brighter than the middle between the darkest and the brightest share the
  /// foreground, the others the background, each the mean of what it stands for.
  private func parts(_ column: Int, _ row: Int) -> Cell {
    let middle = middle(column, row)
    var (light, dark) = (PixelSum(), PixelSum())
    var bits = 0
    forEachPixel(column, row) { place, pixel in
      if pixel.brightness > middle {
        light.add(pixel)
        bits |= 1 << place
      } else {
        dark.add(pixel)
      }
    }
    let background = dither.color(of: dark.mean, column: column, row: row)
    guard light.count > 0 else { return Cell(.blank, style: Style(foreground: background, background: background)) }
    let foreground = dither.color(of: light.mean, column: column, row: row)
    return Cell(
      foreground == background ? .blank : glyphs[bits], style: Style(foreground: foreground, background: background))
  }

  /// The brightness half way between the darkest pixel of a cell and its brightest.
  private func middle(_ column: Int, _ row: Int) -> Int {
    var (least, most) = (255, 0)
    forEachPixel(column, row) { _, pixel in
      least = min(least, pixel.brightness)
      most = max(most, pixel.brightness)
    }
    return (least + most) / 2
  }

  /// Light and dark alone, in the terminal's own two colours.
  private func shades(_ column: Int, _ row: Int, _ style: Style) -> Cell {
    var bits = 0
    forEachPixel(column, row) { place, pixel in
      let (x, y) = (column * mosaic.columns + place % mosaic.columns, row * mosaic.rows + place / mosaic.columns)
      if OrderedDither.isLight(pixel, column: x, row: y) { bits |= 1 << place }
    }
    return Cell(glyphs[bits], style: style)
  }

  func forEachPixel(_ column: Int, _ row: Int, _ body: (_ place: Int, _ pixel: Pixel) -> Void) {
    for place in 0..<mosaic.columns * mosaic.rows {
      let (x, y) = (column * mosaic.columns + place % mosaic.columns, row * mosaic.rows + place / mosaic.columns)
      body(place, sampler[x, y])
    }
  }
}
