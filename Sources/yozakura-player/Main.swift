internal import CSystem
internal import Glibc
internal import Playback
internal import Player

/// The helper that decodes: it is started by `yozakura`, and talks to it alone.
///
///     yozakura-player [--ao NAME]     3: commands and events, a socket   4: pictures, shared memory
///
/// It dies of whatever kills mpv, and of silence: where mpv does not answer for long, an alarm ends it.
@main
enum Main {
  /// How many milliseconds pass between two looks at mpv.
  private static let interval = 250
  /// After so many seconds without a look nothing will come any more.
  private static let lastResort: UInt32 = 30

  static func main() {
    guard let exchange = FrameExchange.open(HelperDescriptors.frames) else {
      let words = "yozakura-player is started by yozakura, not by hand.\n"
      _ = write(STDERR_FILENO, words, words.utf8.count)
      exit(64)
    }
    limitMemory()
    // mpv reads numbers as C does, and refuses to run in another locale.
    setlocale(LC_NUMERIC, "C")
    let channel = EventChannel(HelperDescriptors.commands)
    do throws(PlayerFailure) {
      try run(channel, exchange)
    } catch {
      channel.send(.failed(error))
    }
    _exit(0)
  }

  /// What media make mpv ask for beyond this is refused, and ends the helper before it ends the machine.
  private static func limitMemory() {
    var limit = rlimit(rlim_cur: 4 << 30, rlim_max: 4 << 30)
    _ = sys_limit_memory(&limit)
  }

  private static var audioOutput: String? {
    let arguments = CommandLine.arguments
    guard let flag = arguments.firstIndex(of: "--ao"), flag + 1 < arguments.count else { return nil }
    return arguments[flag + 1]
  }

  private static func run(_ channel: EventChannel, _ exchange: FrameExchange) throws(PlayerFailure) {
    let core = try MpvCore(audioOutput: audioOutput)
    let frames = try FrameSource(core, exchange, channel)
    try frames.start()
    let bell = eventfd(0, Int32(EFD_CLOEXEC) | Int32(EFD_NONBLOCK))
    core.mpv.setWakeUp(core.handle, { Bell.ring($0) }, Bell.context(bell))
    var session = MediaSession(core, channel, frames)
    channel.send(.ready)
    var commands = CommandReader(HelperDescriptors.commands)
    var next = MonotonicClock.now
    while true {
      alarm(lastResort)
      let reasons = Wait.until(next, commands: HelperDescriptors.commands, bell: bell)
      if reasons.hasCommands {
        for command in commands.read() {
          guard command != .quit else { return }
          session.perform(command)
        }
        guard commands.isOpen else { return }
      }
      session.takeEvents()
      guard MonotonicClock.now >= next else { continue }
      session.tick()
      next = MonotonicClock.now + interval
    }
  }
}

/// Waiting for whatever comes first.
private enum Wait {
  /// Waits until `moment` of the monotonic clock, for commands, or for mpv to ring.
  static func until(_ moment: Int, commands: Int32, bell: Int32) -> (hasCommands: Bool, isRung: Bool) {
    var waits = [
      pollfd(fd: commands, events: Int16(POLLIN), revents: 0), pollfd(fd: bell, events: Int16(POLLIN), revents: 0),
    ]
    _ = poll(&waits, 2, Int32(max(0, moment - MonotonicClock.now)))
    let isRung = waits[1].revents != 0
    if isRung { _ = Bell.wait(bell) }
    return (waits[0].revents != 0, isRung)
  }
}
