public import Picture

/// How a picture is shown, by what the terminal has and the user wants.
public struct Screening: Hashable, Sendable {
  /// Whether it is shown in pixels, where the terminal takes any.
  public var usesPixels: Bool
  /// How pixels become cells where that is not so.
  public var mosaic: Mosaic
  /// Whether there is a picture at all: over a slow line comments and sound may be enough.
  public var showsPicture: Bool

  /// Pixels or else half blocks, where nothing else is said.
  public init(usesPixels: Bool = true, mosaic: Mosaic = .halfBlocks, showsPicture: Bool = true) {
    self.usesPixels = usesPixels
    self.mosaic = mosaic
    self.showsPicture = showsPicture
  }

  /// The next way in turn: pixels, where the terminal has them, then each mosaic.
  func next(hasPixels: Bool) -> Screening {
    var next = self
    let ways = Mosaic.allCases
    let place = ways.firstIndex(of: mosaic) ?? 0
    if usesPixels && hasPixels {
      (next.usesPixels, next.mosaic) = (false, ways[0])
    } else if place + 1 < ways.count {
      (next.usesPixels, next.mosaic) = (false, ways[place + 1])
    } else {
      (next.usesPixels, next.mosaic) = (hasPixels, ways[0])
    }
    return next
  }
}
