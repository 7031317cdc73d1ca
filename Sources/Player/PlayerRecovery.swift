internal import Playback

/// What a new helper must be told so that it goes on where the last one was lost.
///
/// It follows what was asked and what was told, and decides how often a helper is started anew. One that got on with
/// the media counts as a success, and so does one that somebody killed while it played: neither ends it, however often
/// that happens. A film that kills its decoders at the same place again and again does.
struct PlayerRecovery: Sendable {
  /// So many helpers in a row may be lost without any of them getting on.
  static let limit = 5
  /// Who has played so many milliseconds got on.
  private static let progress = 2000

  private var request: MediaRequest?
  private var size: PixelSize?
  private var position: PlaybackPosition?
  private var isOver = false
  private var losses = 0
  /// Whether this helper has opened the media.
  private var isLoaded = false

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
    case .loaded: isLoaded = true
    case .position(let told):
      position = told
      if told.time > (request?.start ?? 0) + Self.progress { losses = 0 }
    case .failed: request = nil
    case .ended: isOver = true
    default: break
    }
  }

  /// What the next helper is told after the last one was lost at `moment`; nil where none is to be started.
  ///
  /// What killed a helper once may be what lies ahead: the new one begins where the last one was, not where it would
  /// be by now.
  ///
  /// `isOutsiders` tells that somebody from outside ended it, and not what it was decoding.
  mutating func commandsAfterLoss(isOutsiders: Bool) -> [PlayerCommand]? {
    losses = isOutsiders && isLoaded ? 0 : losses + 1
    isLoaded = false
    guard losses < Self.limit else { return nil }
    let resize = size.map { [PlayerCommand.resize($0)] } ?? []
    guard var next = request else { return resize }
    if let position { next.start = max(0, position.time) }
    request?.start = next.start
    next.isPaused = next.isPaused || isOver
    return resize + [.load(next)]
  }
}
