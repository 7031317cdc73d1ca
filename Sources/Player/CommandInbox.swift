internal import CSystem
internal import Glibc
internal import Locking
internal import Playback

/// Commands for the thread that has the helper, in the order in which they were posted.
final class CommandInbox: Sendable {
  /// Becomes readable when something is posted.
  let bell: Int32
  private let commands = Lock<[PlayerCommand]>([])

  init() {
    bell = eventfd(0, Int32(EFD_CLOEXEC) | Int32(EFD_NONBLOCK))
    precondition(bell >= 0, "no eventfd: errno \(errno)")
  }

  deinit { close(bell) }

  /// Leaves a command, from any thread.
  func post(_ command: PlayerCommand) {
    commands.withLock { $0.append(command) }
    var one: UInt64 = 1
    _ = write(bell, &one, 8)
  }

  /// Takes all commands.
  func drain() -> [PlayerCommand] {
    var count: UInt64 = 0
    _ = read(bell, &count, 8)
    return commands.withLock { commands in
      defer { commands = [] }
      return commands
    }
  }
}
