internal import Playback

extension PictureOverlay {
  /// Shows it in the place of what the overlay of this number showed; none takes that away.
  static func request(_ overlay: PictureOverlay?, number: Int) -> MPVRequest {
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
