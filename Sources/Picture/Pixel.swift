/// One pixel of a picture, in sRGB.
public struct Pixel: Hashable, Sendable {
  /// Its red.
  public var red: UInt8
  /// Its green.
  public var green: UInt8
  /// Its blue.
  public var blue: UInt8

  /// A pixel of this colour.
  public init(red: UInt8, green: UInt8, blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// The pixel as four bytes in memory, red first and the fourth unused: what mpv calls `rgb0`.
  @inlinable init(packed: UInt32) {
    red = UInt8(truncatingIfNeeded: packed)
    green = UInt8(truncatingIfNeeded: packed >> 8)
    blue = UInt8(truncatingIfNeeded: packed >> 16)
  }

  /// Its four bytes.
  public var packed: UInt32 { UInt32(red) | UInt32(green) << 8 | UInt32(blue) << 16 }

  /// How bright it is, from 0 to 255, by the weights of ITU-R BT.601.
  @inlinable var brightness: Int { (299 * Int(red) + 587 * Int(green) + 114 * Int(blue)) / 1000 }
}

/// The sum of pixels, of which the mean is wanted.
struct PixelSum {
  private var red = 0
  private var green = 0
  private var blue = 0
  private(set) var count = 0

  mutating func add(_ pixel: Pixel) {
    red += Int(pixel.red)
    green += Int(pixel.green)
    blue += Int(pixel.blue)
    count += 1
  }

  /// Their mean; black where there are none.
  var mean: Pixel {
    guard count > 0 else { return Pixel(red: 0, green: 0, blue: 0) }
    let half = count / 2
    return Pixel(
      red: UInt8((red + half) / count), green: UInt8((green + half) / count), blue: UInt8((blue + half) / count))
  }
}
