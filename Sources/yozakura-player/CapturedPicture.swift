internal import Playback

/// A picture that was drawn once, for itself.
struct CapturedPicture {
  /// Its size.
  let size: PixelSize
  /// Row by row from the top: red in the lowest eight bits, green and blue above it.
  let pixels: [UInt32]

  /// Has `draw` draw one of `size`; nil where it says that it could not. It gets the place of the first pixel and the
  /// bytes from row to row.
  init?(_ size: PixelSize, draw: (_ pixels: UnsafeMutableRawPointer, _ stride: Int) -> Bool) {
    let count = size.width * size.height
    var isDrawn = false
    pixels = Array(unsafeUninitializedCapacity: count) { pixels, initialized in
      guard let first = pixels.baseAddress else { return }
      isDrawn = draw(first, size.width * 4)
      initialized = isDrawn ? count : 0
    }
    guard isDrawn else { return nil }
    self.size = size
  }
}
