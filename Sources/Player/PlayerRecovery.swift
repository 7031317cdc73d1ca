internal import Playback

/// What a new helper must be told so that it goes on where the last one was lost.
///
/// It follows what was asked and what was told, and decides how often a helper is started anew: each that opened the
/// media counts as a success, so that one which dies every hour never ends it and a file that kills decoders does.
struct PlayerRecovery: Sendable {
  /// So many helpers in a row may be lost before any of them has opened the media.
  static let limit = 3

  private var request: MediaRequest?
  private var size: PixelSize?
  private var position: PlaybackPosition?
  private var isOver = false
  private var losses = 0

  /// Where the media are, as far as was told, at `moment` of the monotonic clock.
  func time(at moment: Int) -> Int {
    guard let position else { return request?.start ?? 0 }
    return max(0, position.time(at: moment))
  }

  /// Follows what is asked of the helper.
  mutating func note(_ command: PlayerCommand) {
    switch command {
    case .load(let wanted):
      request = wanted
      (position, losses, isOver) = (nil, 0, false)
    case .pause: request?.isPaused = true
    case .resume: request?.isPaused = false
    case .seek(let time): move(to: time)
    case .seekBy(let distance): move(to: (position?.time ?? request?.start ?? 0) + distance)
    case .setRate(let percent): request?.rate = percent
    case .setVolume(let percent): request?.volume = percent
    case .setMuted(let isMuted): request?.isMuted = isMuted
    case .selectAudio(let choice): request?.audio = choice
    case .selectSubtitles(let choice): request?.subtitles = choice
    case .resize(let wanted): size = wanted
    case .selectChapter, .takeScreenshot, .quit: break
    }
  }

  /// A place that was asked for counts as reached: who is started anew goes there.
  private mutating func move(to time: Int) {
    isOver = false
    request?.start = max(0, time)
    position = position.map { PlaybackPosition(time: max(0, time), moment: $0.moment, isPaused: true, rate: $0.rate) }
  }

  /// Follows what the helper tells.
  mutating func note(_ event: PlayerEvent) {
    switch event {
    case .loaded: losses = 0
    case .position(let told): position = told
    case .failed: request = nil
    case .ended: isOver = true
    default: break
    }
  }

  /// What the next helper is told after the last one was lost at `moment`; nil where none is to be started.
  ///
  /// What killed a helper once may be what lies ahead: the new one begins where the last one was, not where it would
  /// be by now.
  mutating func commandsAfterLoss() -> [PlayerCommand]? {
    losses += 1
    guard losses < Self.limit else { return nil }
    let resize = size.map { [PlayerCommand.resize($0)] } ?? []
    guard var request else { return resize }
    if let position { request.start = max(0, position.time) }
    request.isPaused = request.isPaused || isOver
    return resize + [.load(request)]
  }
}
