internal import CSystem
internal import Dispatch
internal import Glibc
internal import Locking
public import Picture
public import Playback

/// Plays media by a helper process, and starts a new one where that is lost.
///
/// It may be used from any thread, and none of its calls waits: everything is handed to a thread of its own, on which
/// it also tells what happens. Whatever media do to the helper, whoever uses this only hears of it.
public final class VideoPlayer: Sendable {
  /// What it is started with.
  public struct Configuration: Sendable {
    /// The helper's program.
    public var program: String
    /// Where the sound goes, by mpv's name; nil for what mpv finds.
    public var audioOutput: String?
    /// For how long the helper may be silent, in milliseconds, before it is taken to hang.
    public var silence = 8000
    /// The same until it is ready: it loads two hundred libraries, on a busy machine from a slow disk.
    public var patience = 30_000

    /// Plays by the helper at this path.
    public init(program: String, audioOutput: String? = nil) {
      self.program = program
      self.audioOutput = audioOutput
    }
  }

  private let inbox: CommandInbox
  private let frame = Lock<PixelFrame?>(nil)
  /// Signalled once nothing is left of the helper.
  private let isOver = DispatchSemaphore(value: 0)

  /// Starts to play; `tell` is called on the player's own thread.
  public init(_ configuration: Configuration, tell: @escaping @Sendable (PlayerEvent) -> Void) {
    let inbox = CommandInbox()
    self.inbox = inbox
    let (frame, isOver) = (frame, isOver)
    let isStarted = Threads.detach {
      var supervisor = HelperSupervisor(configuration, inbox, tell: tell) { newest in
        frame.withLock { $0 = newest }
      }
      supervisor.run()
      isOver.signal()
    }
    guard !isStarted else { return }
    isOver.signal()
    tell(.failed(.playerUnusable(errno: Int(EAGAIN))))
  }

  deinit { inbox.post(.quit) }

  /// Asks for something. After `quit` nothing more is done, but what was asked for before: pictures are written.
  public func send(_ command: PlayerCommand) { inbox.post(command) }

  /// Quits, and waits until that is done, for a few seconds at most.
  public func finish() {
    inbox.post(.quit)
    if isOver.wait(timeout: .now() + .seconds(7)) == .success { isOver.signal() }
  }

  /// The newest picture that nobody took yet; older ones are gone.
  public func takePicture() -> PixelFrame? {
    frame.withLock { frame in
      defer { frame = nil }
      return frame
    }
  }
}
