public import Playback

/// What is drawn over the picture: lines of ASS without times, one for each thing that is seen.
///
/// It is an overlay of mpv's and no track, so that subtitles keep theirs; mpv would also strip what makes comments fly
/// from a second subtitle (0.35).
public struct MPVOverlay: Hashable, Sendable {
  /// The lines.
  public var lines: String
  /// The size for which they are meant, in pixels.
  public var size: PixelSize

  /// An overlay.
  public init(lines: String, size: PixelSize) {
    self.lines = lines
    self.size = size
  }

  /// Shows it in the place of what the overlay of this number showed; none takes that away.
  static func request(_ overlay: MPVOverlay?, number: Int) -> MPVRequest {
    let id = ["id": MPVValue.number(Double(number))]
    guard let overlay, !overlay.lines.isEmpty else {
      return MPVRequest("osd-overlay", named: id.merging(["format": "none", "data": ""]) { $1 })
    }
    return MPVRequest(
      "osd-overlay",
      named: id.merging([
        "format": "ass-events", "data": .text(overlay.lines), "res_x": .number(Double(overlay.size.width)),
        "res_y": .number(Double(overlay.size.height)),
      ]) { $1 })
  }
}
