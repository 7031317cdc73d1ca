import Playback

/// The pixels of a frame as another size has them: each the mean of those that it covers.
///
/// The player hands over the size that was asked for, so this counts only while the terminal is resized.
struct PixelSampler {
  private let pixels: UnsafeBufferPointer<UInt32>
  private let from: PixelSize
  private let to: PixelSize
  private let isExact: Bool

  /// `pixels` of a frame of size `from`, seen as a frame of size `to`.
  init(_ pixels: UnsafeBufferPointer<UInt32>, from: PixelSize, to: PixelSize) {
    self.pixels = pixels
    self.from = from
    self.to = to
    isExact = from == to
  }

  /// The pixel at this place; it must lie inside.
  subscript(x: Int, y: Int) -> Pixel {
    if isExact { return Pixel(packed: pixels[y * from.width + x]) }
    let columns = Self.covered(x, of: to.width, from: from.width)
    let rows = Self.covered(y, of: to.height, from: from.height)
    var sum = PixelSum()
    for row in rows {
      for column in columns { sum.add(Pixel(packed: pixels[row * from.width + column])) }
    }
    return sum.mean
  }

  /// The places that the one at `place` covers: one at least.
  private static func covered(_ place: Int, of count: Int, from other: Int) -> Range<Int> {
    let first = place * other / count
    return first..<max(first + 1, (place + 1) * other / count)
  }
}
