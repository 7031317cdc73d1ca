import Picture

/// How the picture of a film is shown in the terminal; the raw values are those of `theatre.cells`.
public enum TheatreCells: String, Hashable, Sendable, CaseIterable {
  /// In pixels where the terminal takes any and is on this machine, else in half blocks.
  case auto
  /// In pixels wherever the terminal takes any, else in half blocks.
  case pixels
  case half, quadrant, sextant

  /// The way in which a film begins; `isRemote` where the terminal is at the other end of a line.
  public func screening(isRemote: Bool) -> Screening {
    switch self {
    case .auto: Screening(usesPixels: !isRemote)
    case .pixels: Screening()
    case .half: Screening(usesPixels: false)
    case .quadrant: Screening(usesPixels: false, mosaic: .quadrants)
    case .sextant: Screening(usesPixels: false, mosaic: .sextants)
    }
  }
}
