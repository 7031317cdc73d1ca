internal import CSystem
internal import Glibc

/// The turn to sync in the background, which one process at a time has.
///
/// Two open interfaces would otherwise ask every mirror twice. Whoever types `sync` needs no turn.
final class SyncTurn: Sendable {
  private let descriptor: Int32

  /// Takes the turn; nil where another process has it. It ends with this value, or with the process.
  init?(folder: String) {
    try? TextFile.makeFolder(folder)
    descriptor = sys_open("\(folder)/sync.lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    // Without a state folder nobody else can have a turn either.
    guard descriptor >= 0, flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK else { return }
    close(descriptor)
    return nil
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }
}
