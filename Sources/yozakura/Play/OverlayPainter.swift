internal import App
internal import Danmaku
internal import MPV
internal import Playback

/// What flies over the picture of a window, moment by moment.
///
/// The layout is made anew where the window, the speed or the comments are others; a moment is a look into it.
struct OverlayPainter {
  /// How many comments are seen at once at most, unless somebody wants more: with more of them a picture of 60 frames a
  /// second stutters.
  private static let mostSeen = 100
  /// What a key makes of that.
  private static let densities = [10, 25, 50, 100, 200, 400]

  /// By how many milliseconds comments appear later than they say.
  var offset = 0
  /// Whether comments are shown at all.
  var isShown = true

  /// How many comments are seen at once at most.
  private(set) var density: Int
  /// How much of the picture a comment covers where it is, in percent.
  private(set) var opacity: Int
  /// The part of the picture's height that comments use, in percent.
  private(set) var area: Int

  private let configuration: Configuration
  private var rules: RuleSet
  private var comments = Comments()
  private var stage: Stage?
  private var overlay: ASSOverlay?
  private var shown: PictureOverlay?

  /// What a layout is made for.
  private struct Stage: Hashable {
    let size: PixelSize
    let rate: Int
  }

  init(_ configuration: Configuration, rules: RuleSet) {
    self.configuration = configuration
    self.rules = rules
    opacity = configuration.danmakuOpacity
    area = configuration.danmakuArea
    density = min(rules.density ?? Self.mostSeen, Self.mostSeen)
    self.rules.density = density
  }

  /// Lets more comments be seen at once, or fewer.
  mutating func changeDensity(more: Bool) {
    let next = more ? Self.densities.first { $0 > density } : Self.densities.last { $0 < density }
    guard let next else { return }
    density = next
    rules.density = next
    overlay = nil
  }

  /// Lets a quarter more of the picture shine through comments.
  mutating func lowerOpacity() {
    opacity = QuarterSteps.next(after: opacity)
    overlay = nil
  }

  /// Keeps comments off a quarter more of the picture.
  mutating func lowerArea() {
    area = QuarterSteps.next(after: area)
    overlay = nil
  }

  /// Lets other comments fly.
  mutating func replace(_ comments: Comments) {
    self.comments = comments.written(in: configuration.danmakuScript)
    overlay = nil
  }

  /// What has to be drawn so that the comments of `position` at `moment` are seen on a picture of this size; nil where
  /// that is drawn already.
  mutating func change(_ position: PlaybackPosition, at moment: Int, on size: PixelSize) -> PictureOverlay? {
    let next = picture(position, at: moment, on: size)
    guard next != shown else { return nil }
    shown = next
    return next
  }

  /// What is drawn at `moment` over a picture of this size, whatever is drawn already; nil where nothing is.
  func still(_ position: PlaybackPosition, at moment: Int, on size: PixelSize) -> PictureOverlay? {
    var painter = self
    let overlay = painter.picture(position, at: moment, on: size)
    return overlay.lines.isEmpty ? nil : overlay
  }

  private mutating func picture(_ position: PlaybackPosition, at moment: Int, on size: PixelSize) -> PictureOverlay {
    let isHidden = !isShown || position.isPaused && !configuration.showsDanmakuWhilePaused
    guard !isHidden, comments.count > 0, size.width > 0, size.height > 0 else {
      return PictureOverlay(lines: "", size: size)
    }
    let overlay = overlay(Stage(size: size, rate: configuration.danmakuFollowsSpeed ? 100 : position.rate))
    let lines = overlay.lines(at: position.time(at: moment), shift: offset, limit: density)
    return PictureOverlay(lines: lines, size: size)
  }

  private mutating func overlay(_ stage: Stage) -> ASSOverlay {
    if let overlay, self.stage == stage { return overlay }
    let options = options(for: stage.size)
    let lanes = options.overlayRules(rate: stage.rate)
    let overlay = ASSOverlay(comments, ruling: rules.ruling(of: comments, on: lanes), options: options, lanes: lanes)
    (self.overlay, self.stage) = (overlay, stage)
    return overlay
  }

  private func options(for size: PixelSize) -> ASSOptions {
    var options = ASSOptions(
      width: size.width, height: size.height, rules: rules, crossing: Int(configuration.danmakuDuration * 1000),
      area: area)
    options.opacity = Double(opacity) / 100
    return options
  }
}
