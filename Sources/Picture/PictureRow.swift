import TUI

/// Paints the rows of a picture, cell by cell.
struct PictureRow {
  private let mosaic: Mosaic
  private let glyphs: [Glyph]
  private let dither: OrderedDither
  private let transparency: Int
  private let sampler: PixelSampler
  /// Columns of the picture that lie left of what is painted.
  private let skipped: Int

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
      let width = cells[index].width
      if cells[index].glyph == .blank {
        cells[index] = dither.depth == .none ? shades(index + skipped, row, cells[index].style) : cell(index, row)
      } else if width > 0 {
        let count = min(width, cells.count - index)
        let style = style(of: cells[index].style, above: index..<index + count, row)
        for covered in index..<index + count { cells[covered].style = style }
      }
      index += max(1, width)
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

  private func forEachPixel(_ column: Int, _ row: Int, _ body: (_ place: Int, _ pixel: Pixel) -> Void) {
    for place in 0..<mosaic.columns * mosaic.rows {
      let (x, y) = (column * mosaic.columns + place % mosaic.columns, row * mosaic.rows + place / mosaic.columns)
      body(place, sampler[x, y])
    }
  }
}

// MARK: Text above it

extension PictureRow {
  /// The brightest ground on which light text is read.
  private static let brightestGround = 90

  /// How text of `style` looks above these columns of the picture.
  private func style(of style: Style, above columns: Range<Int>, _ row: Int) -> Style {
    guard dither.depth > .eight else { return style }
    var sum = PixelSum()
    for column in columns { forEachPixel(column + skipped, row) { _, pixel in sum.add(pixel) } }
    let ground = Self.darkened(sum.mean)
    var style = style
    style.background = plain(ground)
    if transparency > 0, let (red, green, blue) = style.foreground.components {
      style.foreground = plain(Self.mixed(Pixel(red: red, green: green, blue: blue), ground, transparency))
    }
    return style
  }

  /// Without dithering: a pattern behind letters is not read.
  private func plain(_ pixel: Pixel) -> Color {
    Color.rgb(pixel.red, pixel.green, pixel.blue).reduced(to: dither.depth)
  }

  private static func darkened(_ pixel: Pixel) -> Pixel {
    let brightness = pixel.brightness
    guard brightness > brightestGround else { return pixel }
    let part = { (value: UInt8) in UInt8(Int(value) * brightestGround / brightness) }
    return Pixel(red: part(pixel.red), green: part(pixel.green), blue: part(pixel.blue))
  }

  private static func mixed(_ pixel: Pixel, _ ground: Pixel, _ percent: Int) -> Pixel {
    let part = { (own: UInt8, other: UInt8) in UInt8((Int(own) * (100 - percent) + Int(other) * percent) / 100) }
    return Pixel(
      red: part(pixel.red, ground.red), green: part(pixel.green, ground.green), blue: part(pixel.blue, ground.blue))
  }
}
