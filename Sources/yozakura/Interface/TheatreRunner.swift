internal import Anime
internal import App
internal import Dispatch
internal import Locking
internal import Picture
internal import Playback
internal import Player
internal import TUINcurses

/// Plays the film of the theatre: the player's thread tells, the terminal's thread asks, and neither waits.
final class TheatreRunner: Sendable {
  private let configuration: VideoPlayer.Configuration
  private let clock: InterfaceClock
  private let mailbox: Mailbox<Message>
  /// Has the terminal's thread look for a picture.
  private let wake: @Sendable () -> Void
  private let player = Lock<VideoPlayer?>(nil)
  /// The player of the film that was left last, which may still write a picture.
  private let former = Lock<VideoPlayer?>(nil)
  /// Why the last film was not played.
  private let fault = Lock<PlayerFailure?>(nil)
  /// Pictures that have no place yet.
  private let wishes = DispatchGroup()
  /// Writes down what is watched here.
  let log: TheatreLog
  private let screenshots: ScreenshotFolder

  init(
    _ configuration: VideoPlayer.Configuration, screenshots: ScreenshotFolder, log: TheatreLog, clock: InterfaceClock,
    mailbox: Mailbox<Message>, wake: @escaping @Sendable () -> Void
  ) {
    self.configuration = configuration
    self.screenshots = screenshots
    self.log = log
    self.clock = clock
    self.mailbox = mailbox
    self.wake = wake
  }

  /// Hands `command` on; a film that is loaded starts a player where there is none.
  func perform(_ command: PlayerCommand) {
    // Who wanted a picture wanted it of this film.
    if command == .quit { _ = wishes.wait(timeout: .now() + .seconds(2)) }
    log.heed(command)
    player.withLock { player in
      if player == nil, command != .quit {
        player = VideoPlayer(configuration) { [weak self] in self?.take($0) }
      }
      player?.send(command)
      guard command == .quit, let left = player else { return }
      former.withLock { $0 = left }
      player = nil
    }
  }

  /// Has the player write a picture, to a place that is looked for beside the terminal's thread.
  func perform(_ wish: ScreenshotWish) {
    DispatchQueue.global().async(group: wishes) { [self] in
      do throws(TextFile.Failure) {
        perform(.takeScreenshot(path: try screenshots.place(of: wish.title, at: wish.time), overlay: wish.overlay))
      } catch {
        mailbox.post(.failed(.other(error.text)))
      }
    }
  }

  /// The newest picture, where it was not taken yet: one that nobody had the time to show is gone.
  func takePicture() -> PixelFrame? { player.withLock { $0?.takePicture() } }

  /// Why the last film was not played; nil where it was.
  var failure: PlayerFailure? { fault.withLock { $0 } }

  /// Ends the film, and waits for pictures that are being written.
  func end() {
    perform(.quit)
    former.withLock { $0 }?.finish()
  }

  private func note(_ event: PlayerEvent) {
    switch event {
    case .loaded: fault.withLock { $0 = nil }
    case .failed(.screenshotFailed): break
    case .failed(let failure): fault.withLock { $0 = failure }
    default: break
    }
  }

  private func take(_ event: PlayerEvent) {
    // Not from the thread that tells it, which the player may hold up meanwhile.
    for command in log.take(event) { DispatchQueue.global().async { [self] in perform(command) } }
    switch event {
    case .picture: wake()
    case .position(var position):
      let ahead = Int(clock.now.milliseconds) - MonotonicClock.now
      position.moment += ahead
      mailbox.post(.player(.position(position)))
    case .alive, .ready: break
    default:
      note(event)
      mailbox.post(.player(event))
    }
  }
}
