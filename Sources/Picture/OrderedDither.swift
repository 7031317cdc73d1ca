import TUI

/// Gives pixels the colours that a terminal has, so that the mean over a few cells is nearly right.
///
/// Thresholds stand still on the screen (B. E. Bayer's matrix, 1973): where the picture does not change no cell does,
/// which spreading errors would not give.
struct OrderedDither {
  let depth: ColorDepth

  /// The colour of `pixel` at this place of the screen.
  func color(of pixel: Pixel, column: Int, row: Int) -> Color {
    switch depth {
    case .none: return .terminal
    case .trueColor: return .rgb(pixel.red, pixel.green, pixel.blue)
    case .palette256:
      let levels = Self.threshold(column, row) << 8
      let red = Int(Self.cube[levels | Int(pixel.red)])
      let green = Int(Self.cube[levels | Int(pixel.green)])
      let blue = Int(Self.cube[levels | Int(pixel.blue)])
      return .indexed(UInt8(16 + 36 * red + 6 * green + blue))
    case .sixteen, .eight:
      let shift = (Self.threshold(column, row) - 8) * Self.spread / 16
      let place =
        Self.nibble(pixel.red, shift) << 8 | Self.nibble(pixel.green, shift) << 4 | Self.nibble(pixel.blue, shift)
      return .indexed((depth == .sixteen ? Self.nearest16 : Self.nearest8)[place])
    }
  }

  /// Whether a pixel here is light, where there are no colours at all.
  static func isLight(_ pixel: Pixel, column: Int, row: Int) -> Bool {
    pixel.brightness * 16 > (threshold(column, row) * 2 + 1) * 128 - 1
  }

  /// How far apart the first sixteen colours are taken to lie.
  private static let spread = 96

  /// The threshold of this place, from 0 to 15.
  private static func threshold(_ column: Int, _ row: Int) -> Int { Int(thresholds[(row & 3) << 2 | column & 3]) }

  /// Bayer's matrix of four by four.
  static let thresholds: [UInt8] = [0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5]

  private static func nibble(_ value: UInt8, _ shift: Int) -> Int { min(255, max(0, Int(value) + shift)) >> 4 }
}

// MARK: Tables

extension OrderedDither {
  /// The levels of xterm's cube.
  private static let levels = [0, 95, 135, 175, 215, 255]

  /// The level for a value (the lower eight bits) at a threshold (the bits above).
  private static let cube: [UInt8] = (0..<16 * 256).map { place in
    let (threshold, value) = (place >> 8, place & 0xFF)
    let above = levels.firstIndex { $0 >= value } ?? 5
    guard above > 0, levels[above] != value else { return UInt8(above) }
    let (low, high) = (levels[above - 1], levels[above])
    return UInt8((value - low) * 32 > (2 * threshold + 1) * (high - low) ? above : above - 1)
  }

  private static let nearest16 = nearest(.sixteen)
  private static let nearest8 = nearest(.eight)

  /// The nearest colours, by four bits each of red, green and blue.
  private static func nearest(_ depth: ColorDepth) -> [UInt8] {
    (0..<4096).map { place in
      let parts = [place >> 8, place >> 4 & 15, place & 15].map { UInt8($0 * 17) }
      guard case .indexed(let index) = Color.rgb(parts[0], parts[1], parts[2]).reduced(to: depth) else { return 0 }
      return index
    }
  }
}
