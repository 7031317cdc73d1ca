internal import Glibc
internal import Picture
internal import Playback

/// Keeps one helper running: the thread behind `VideoPlayer`.
struct HelperSupervisor {
  private let configuration: VideoPlayer.Configuration
  private let inbox: CommandInbox
  private let tell: (PlayerEvent) -> Void
  private let show: (PixelFrame) -> Void
  private var recovery = PlayerRecovery()
  private var helper: HelperProcess?
  private var buffer = WireBuffer()
  /// When the helper told something last, on the monotonic clock.
  private var heard = 0
  /// Whether the helper has said that it takes commands.
  private var isReady = false
  /// How many pictures the helper was asked to write and has not answered for.
  private var unwritten = 0
  /// Whether nobody wants to hear of the film any more.
  private var isQuitting = false

  init(
    _ configuration: VideoPlayer.Configuration, _ inbox: CommandInbox, tell: @escaping (PlayerEvent) -> Void,
    show: @escaping (PixelFrame) -> Void
  ) {
    self.configuration = configuration
    self.inbox = inbox
    self.tell = tell
    self.show = show
  }

  /// Goes on until it is told to quit.
  mutating func run() {
    start([])
    while true {
      let hasEvents = wait()
      for command in inbox.drain() {
        guard command != .quit else { return quit() }
        recovery.note(command)
        if helper == nil, case .load = command { start([]) }
        helper?.send(command)
        if helper != nil, case .takeScreenshot = command { unwritten += 1 }
      }
      if hasEvents { receive() }
      if helper != nil, MonotonicClock.now - heard > silence { lose(isStuck: true) }
    }
  }

  /// For how long the helper may be silent now.
  private var silence: Int { isReady ? configuration.silence : configuration.patience }

  /// Waits for a command, an event, or the end of the helper's patience; whether the helper has something to tell.
  private func wait() -> Bool {
    var waits = [
      pollfd(fd: inbox.bell, events: Int16(POLLIN), revents: 0),
      pollfd(fd: helper?.socket ?? -1, events: Int16(POLLIN), revents: 0),
    ]
    let rest = max(1, heard + silence + 1 - MonotonicClock.now)
    _ = poll(&waits, 2, helper == nil ? -1 : Int32(rest))
    return waits[1].revents != 0
  }

  private mutating func start(_ commands: [PlayerCommand]) {
    (buffer, isReady, unwritten) = (WireBuffer(), false, 0)
    heard = MonotonicClock.now
    do throws(PlayerFailure) {
      let output = configuration.audioOutput.map { ["--ao", $0] } ?? []
      let helper = try HelperProcess(path: configuration.program, arguments: output)
      for command in commands { helper.send(command) }
      self.helper = helper
    } catch {
      helper = nil
      tell(.failed(error))
    }
  }

  /// For how long the helper may still write pictures when the film was left, in milliseconds.
  private static let patienceForPictures = 5000

  /// Ends the helper, once it has written what it was asked for.
  private mutating func quit() {
    isQuitting = true
    let deadline = MonotonicClock.now + Self.patienceForPictures
    while unwritten > 0, let socket = helper?.socket, MonotonicClock.now < deadline {
      var waiting = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
      if poll(&waiting, 1, Int32(max(1, deadline - MonotonicClock.now))) > 0 { receive() }
    }
    end()
  }

  /// Ends the helper, which has nothing to finish.
  private mutating func end() {
    helper?.kill()
    _ = helper?.reap()
    helper = nil
  }
}

// MARK: Events

extension HelperSupervisor {
  private mutating func receive() {
    guard let helper else { return }
    let isThere = helper.receive(into: &buffer)
    do throws(WireError) {
      while let event: PlayerEvent = try buffer.next() { take(event) }
      if !isThere { lose() }
    } catch {
      lose(isStuck: true)
    }
  }

  private mutating func take(_ event: PlayerEvent) {
    heard = MonotonicClock.now
    isReady = isReady || event == .ready
    recovery.note(event)
    let isAnswer = event.answersScreenshot
    if isAnswer { unwritten -= 1 }
    guard isAnswer || !isQuitting else { return }
    if case .picture = event {
      // An older one was told of already, and the newest is taken for it too.
      guard let frame = helper?.frames.read() else { return }
      show(frame)
    }
    tell(event)
    if case .failed(let failure) = event, failure.isFinal { end() }
  }

  /// The helper crashed, hangs or makes no sense: another one takes its place.
  ///
  /// One that closed its socket has ended, or is about to; one that is stuck, or talks nonsense, has to be killed.
  private mutating func lose(isStuck: Bool = false) {
    guard let helper else { return }
    if isStuck { helper.kill() }
    let signal = helper.reap()
    self.helper = nil
    guard !isQuitting else { return }
    let failure = PlayerFailure.playerLost(signal: signal)
    let isOutsiders = signal == Int(SIGKILL) && !isStuck
    guard let commands = recovery.commandsAfterLoss(isOutsiders: isOutsiders) else { return tell(.failed(failure)) }
    tell(.restarted(after: failure, at: recovery.time(at: heard)))
    start(commands)
  }
}

extension PlayerEvent {
  /// Whether it tells what became of a picture that was to be written.
  fileprivate var answersScreenshot: Bool {
    switch self {
    case .screenshot, .failed(.screenshotFailed): true
    default: false
    }
  }
}

extension PlayerFailure {
  /// Whether another helper would fail in the same way.
  fileprivate var isFinal: Bool {
    switch self {
    case .playerMissing, .playerUnusable: true
    default: false
    }
  }
}
