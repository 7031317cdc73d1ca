internal import App
internal import Locking
internal import Playback
internal import Player

/// Pictures of the film in a window, with the comments over it.
///
/// mpv's own hold no comments, or not in every output. Our helper is started for each: it opens the same media at the
/// same moment, heard by nobody, draws the comments, writes, and ends.
final class WindowScreenshots: Sendable {
  /// A picture that is wanted.
  struct Wish: Sendable {
    /// What the film is called.
    var title: String
    /// The media, at the moment and with the subtitles that are seen.
    var request: MediaRequest
    /// The comments that are seen.
    var overlay: PictureOverlay?
  }

  /// What came of it.
  enum Outcome: Sendable {
    /// It is in the file at this path.
    case written(path: String)
    /// The helper could not do it.
    case failed(PlayerFailure)
    /// The folder cannot be written to, for this reason.
    case noPlace(String)
  }

  private struct State: Sendable {
    /// The helper at work; nil where none is.
    var player: VideoPlayer?
    /// What it is asked for as soon as it shows something.
    var command: PlayerCommand?
    var outcome: Outcome?

    /// Has the helper write, once.
    mutating func ask() {
      guard let command else { return }
      player?.send(command)
      self.command = nil
    }
  }

  private let folder: ScreenshotFolder
  private let state = Lock(State())

  /// The helper shows something before it writes; how large that is nobody sees.
  private static let shown = PixelSize(width: 64, height: 36)

  init(_ folder: ScreenshotFolder) {
    self.folder = folder
  }

  /// Has the picture of `wish` written, unless another one is still being written; `take` tells what came of it.
  func write(_ wish: Wish) {
    guard state.withLock({ $0.player == nil }) else { return }
    do throws(TextFile.Failure) {
      let path = try folder.place(of: wish.title, at: wish.request.start)
      start(wish.request, .takeScreenshot(path: path, overlay: wish.overlay))
    } catch {
      state.withLock { $0.outcome = .noPlace(error.text) }
    }
  }

  private func start(_ request: MediaRequest, _ command: PlayerCommand) {
    let configuration = VideoPlayer.Configuration(program: HelperProgram.path, audioOutput: "null")
    let player = VideoPlayer(configuration) { [weak self] in self?.hear($0, command) }
    state.withLock { $0 = State(player: player, command: command) }
    player.send(.resize(Self.shown))
    player.send(.load(request))
  }

  /// What came of the last wish, once.
  func take() -> Outcome? {
    state.withLock { state in
      defer { state.outcome = nil }
      return state.outcome
    }
  }

  private func hear(_ event: PlayerEvent, _ command: PlayerCommand) {
    switch event {
    case .picture: state.withLock { $0.ask() }
    // The one that is started in the place of a lost one was not asked yet.
    case .restarted: state.withLock { $0.command = command }
    case .screenshot(let path): end(.written(path: path))
    case .failed(let failure): end(.failed(failure))
    case .loaded(let media) where media.picture == nil: end(.failed(.screenshotFailed))
    default: break
    }
  }

  private func end(_ outcome: Outcome) { state.withLock { $0 = State(outcome: outcome) } }
}
