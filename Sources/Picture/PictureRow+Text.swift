import TUI

/// Text above a picture: it stands on the picture's own colours, behind a veil that is as dark as it has to be.
extension PictureRow {
  /// The least contrast of text and ground at which it is read (WCAG 2.2, 1.4.3).
  private static let contrast = 4.5
  /// The light of text whose colour is the terminal's own.
  private static let usualLight = 0.6

  /// Behind the text of one colour that begins at `start`; `start` where none does. Blanks between two words belong to
  /// it.
  func endOfText(from start: Int, _ cells: UnsafeMutableBufferPointer<Cell>) -> Int {
    guard cells[start].width > 0 else { return start }
    let color = cells[start].style.foreground
    func isBlank(_ index: Int) -> Bool { cells[index].glyph == .blank }
    func isText(_ index: Int) -> Bool {
      index < cells.count && !isBlank(index) && cells[index].style.foreground == color
    }
    var end = start
    while isText(end) || start < end && end < cells.count && isBlank(end) && isText(end + 1) {
      end += max(1, cells[end].width)
    }
    return min(end, cells.count)
  }

  /// Lays the picture behind the text of `range`, darkened everywhere as far as its brightest part needs.
  func veil(_ range: Range<Int>, _ row: Int, _ cells: UnsafeMutableBufferPointer<Cell>) {
    guard dither.depth > .eight else { return }
    let color = cells[range.lowerBound].style.foreground
    let letter = color.components.map { Pixel(red: $0.red, green: $0.green, blue: $0.blue) }
    var brightest = 0.0
    forEachGlyph(range, cells) { brightest = max(brightest, ground(of: $0, row).luminance) }
    let share = Self.share(of: brightest, behind: letter?.luminance ?? Self.usualLight)
    forEachGlyph(range, cells) { glyph in
      let ground = ground(of: glyph, row).darkened(to: share)
      var style = cells[glyph.lowerBound].style
      style.background = plain(ground)
      style.foreground = letter.map { transparency > 0 ? plain($0.mixed(with: ground, transparency)) : color } ?? color
      for index in glyph { cells[index].style = style }
    }
  }

  /// How much of each colour's value is left so that a ground of so much light is dark enough behind text of `light`.
  private static func share(of ground: Double, behind light: Double) -> Double {
    let most = max(0, (light + 0.05) / contrast - 0.05)
    // Light goes with the 2.2th power of a value: the square leaves it a little darker.
    return ground > most ? (most / ground).squareRoot() : 1
  }

  private func forEachGlyph(
    _ range: Range<Int>, _ cells: UnsafeMutableBufferPointer<Cell>, _ body: (Range<Int>) -> Void
  ) {
    var index = range.lowerBound
    while index < range.upperBound {
      let end = min(range.upperBound, index + max(1, cells[index].width))
      body(index..<end)
      index = end
    }
  }

  /// What the picture is behind these columns.
  private func ground(of columns: Range<Int>, _ row: Int) -> Pixel {
    var sum = PixelSum()
    for column in columns { forEachPixel(column + skipped, row) { _, pixel in sum.add(pixel) } }
    return sum.mean
  }

  /// Without dithering: a pattern behind letters is not read.
  private func plain(_ pixel: Pixel) -> Color {
    Color.rgb(pixel.red, pixel.green, pixel.blue).reduced(to: dither.depth)
  }
}

extension Pixel {
  /// How much light it gives, from 0 to 1 (WCAG 2.2, relative luminance).
  fileprivate var luminance: Double {
    0.2126 * Self.light(red) + 0.7152 * Self.light(green) + 0.0722 * Self.light(blue)
  }

  /// The light of a value of sRGB: a polynomial that is off by less than 0.003.
  private static func light(_ value: UInt8) -> Double {
    let part = Double(value) / 255
    return part * (part * (part * 0.305306011 + 0.682171111) + 0.012522878)
  }

  fileprivate func darkened(to share: Double) -> Pixel {
    guard share < 1 else { return self }
    let part = { (value: UInt8) in UInt8(Double(value) * share) }
    return Pixel(red: part(red), green: part(green), blue: part(blue))
  }

  fileprivate func mixed(with ground: Pixel, _ percent: Int) -> Pixel {
    let part = { (own: UInt8, other: UInt8) in UInt8((Int(own) * (100 - percent) + Int(other) * percent) / 100) }
    return Pixel(red: part(red, ground.red), green: part(green, ground.green), blue: part(blue, ground.blue))
  }
}
