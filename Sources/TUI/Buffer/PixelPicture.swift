/// A picture that a terminal shows in pixels, beneath the text of the cells that it fills.
///
/// The cells without text are blank. What lies beneath them is seen through the terminal's own background alone.
public struct PixelPicture: Hashable, Sendable {
  /// The cells that it fills.
  public let area: Rect
  /// Tells it from the one before: the same number is the same picture.
  public let number: Int
  /// What shows it, written with the cursor in the first of its cells.
  public let bytes: [UInt8]
  /// What takes it away; empty where painting its cells does.
  public let removal: [UInt8]

  /// A picture in the cells of `area`.
  public init(area: Rect, number: Int, bytes: [UInt8], removal: [UInt8] = []) {
    self.area = area
    self.number = number
    self.bytes = bytes
    self.removal = removal
  }

  /// Whether it covers what stands in its cells, as sixels do, so that text has to be painted after it.
  public var coversText: Bool { removal.isEmpty }
}
