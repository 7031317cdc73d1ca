/// How many colours a terminal shows.
public enum ColorDepth: Int, Hashable, Sendable, Comparable, CaseIterable {
  case none, eight, sixteen, palette256, trueColor

  /// Fewer colours come first.
  public static func < (left: ColorDepth, right: ColorDepth) -> Bool { left.rawValue < right.rawValue }
}

extension Color {
  /// The nearest colour that a terminal of `depth` shows.
  ///
  /// With 16 or 8 colours the first ones of xterm's palette are assumed: a terminal may have others.
  public func reduced(to depth: ColorDepth) -> Color {
    switch (self, depth) {
    case (_, .none): .terminal
    case (.terminal, _), (_, .trueColor): self
    case (.indexed, .palette256): self
    case (.indexed(let index), .sixteen): index < 16 ? self : nearest(below: 16)
    case (.indexed(let index), .eight): index < 8 ? self : index < 16 ? .indexed(index - 8) : nearest(below: 8)
    case (.rgb(let red, let green, let blue), .palette256): .indexed(Palette.nearest(red, green, blue))
    case (.rgb, .sixteen): nearest(below: 16)
    case (.rgb, .eight): nearest(below: 8)
    }
  }

  /// Its red, green and blue in xterm's palette; nil for the terminal's own.
  public var components: (red: UInt8, green: UInt8, blue: UInt8)? {
    switch self {
    case .terminal: nil
    case .indexed(let index): Palette.components(of: index)
    case .rgb(let red, let green, let blue): (red, green, blue)
    }
  }

  private func nearest(below count: UInt8) -> Color {
    guard let (red, green, blue) = components else { return self }
    return .indexed(Palette.nearest(red, green, blue, below: count))
  }
}

/// xterm's 256 colours: 16 of its own, a cube of 6×6×6, 24 greys.
enum Palette {
  private static let steps: [UInt8] = [0, 95, 135, 175, 215, 255]
  private static let first16: [(UInt8, UInt8, UInt8)] = [
    (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205), (0, 205, 205), (229, 229, 229),
    (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0), (92, 92, 255), (255, 0, 255), (0, 255, 255),
    (255, 255, 255),
  ]

  static func components(of index: UInt8) -> (red: UInt8, green: UInt8, blue: UInt8) {
    switch index {
    case ..<16: return first16[Int(index)]
    case 16..<232:
      let place = Int(index) - 16
      return (steps[place / 36], steps[place / 6 % 6], steps[place % 6])
    default:
      let grey = 8 + 10 * (index - 232)
      return (grey, grey, grey)
    }
  }

  /// The nearest of the cube and the greys; the first 16 are the user's to change.
  static func nearest(_ red: UInt8, _ green: UInt8, _ blue: UInt8) -> UInt8 {
    let cube = 16 + 36 * step(red) + 6 * step(green) + step(blue)
    let mean = (Int(red) + Int(green) + Int(blue)) / 3
    let grey = UInt8(232 + min(23, max(0, (mean - 3) / 10)))
    let wanted = (red, green, blue)
    return distance(components(of: grey), wanted) < distance(components(of: cube), wanted) ? grey : cube
  }

  static func nearest(_ red: UInt8, _ green: UInt8, _ blue: UInt8, below count: UInt8) -> UInt8 {
    let wanted = (red, green, blue)
    var best: (index: UInt8, distance: Int) = (0, .max)
    for index in 0..<count {
      let distance = distance(first16[Int(index)], wanted)
      if distance < best.distance { best = (index, distance) }
    }
    return best.index
  }

  private static func step(_ value: UInt8) -> UInt8 {
    value < 48 ? 0 : value < 115 ? 1 : (value - 35) / 40
  }

  /// The eye's distance, roughly: green weighs most, blue least.
  private static func distance(_ one: (UInt8, UInt8, UInt8), _ other: (UInt8, UInt8, UInt8)) -> Int {
    let red = Int(one.0) - Int(other.0)
    let green = Int(one.1) - Int(other.1)
    let blue = Int(one.2) - Int(other.2)
    return 3 * red * red + 4 * green * green + 2 * blue * blue
  }
}
