public import Playback

/// One picture of a film, as the player hands it over.
public struct PixelFrame: Hashable, Sendable {
  /// Its size.
  public let size: PixelSize
  /// Its moment of the media, in milliseconds.
  public let time: Int
  /// Its pixels row by row from the top, each as `Pixel.packed`.
  let pixels: [UInt32]

  /// A picture of `pixels`, each as `Pixel.packed`; nil where they are not as many as its size says.
  public init?(size: PixelSize, time: Int = 0, pixels: [UInt32]) {
    guard size.width > 0, size.height > 0, pixels.count == size.width * size.height else { return nil }
    self.size = size
    self.time = time
    self.pixels = pixels
  }
}
