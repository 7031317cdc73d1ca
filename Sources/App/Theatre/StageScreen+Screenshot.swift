import Anime
import Danmaku
import Playback

extension StageScreen {
  /// Wants the picture of `now` as a file; false where none is seen.
  mutating func wishForScreenshot(at now: Instant) -> Bool {
    guard let theatre, theatre.frame != nil, let picture = theatre.media?.picture else { return false }
    let wish = ScreenshotWish(
      title: content.title, time: clock.time(at: now), overlay: overlay(on: picture, at: now))
    self.theatre?.screenshotWish = wish
    return true
  }

  /// The comments of `now` as they are drawn over a picture of this size: by the same rules as on the stage, in the
  /// proportions that players give them and not in those of cells, which are many times as large.
  private func overlay(on picture: PixelSize, at now: Instant) -> PictureOverlay? {
    guard settings.showsComments, content.file.comments.count > 0 else { return nil }
    var options = ASSOptions(width: picture.width, height: picture.height, rules: settings.rules, crossing: crossing)
    options.opacity = Double(settings.opacity) / 100
    let lanes = options.overlayRules(rate: settings.followsSpeed ? 100 : clock.speed)
    let overlay = ASSOverlay(
      content.file.comments.written(in: settings.script), ruling: ruling, options: options, lanes: lanes)
    return PictureOverlay(lines: overlay.lines(at: commentTime(at: now)), size: picture)
  }
}
