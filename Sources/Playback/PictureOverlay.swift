/// What is drawn over a picture: lines of ASS without times, one for each thing that is seen.
///
/// mpv draws it as an overlay of its own (`osd-overlay`) and no track, so that subtitles keep theirs; it would also strip
/// what makes comments fly from a second subtitle (0.35).
public struct PictureOverlay: Hashable, Sendable {
  /// The lines.
  public var lines: String
  /// The size for which they are meant, in pixels.
  public var size: PixelSize

  /// An overlay.
  public init(lines: String, size: PixelSize) {
    self.lines = lines
    self.size = size
  }
}
