internal import CSystem
internal import Glibc

/// A lock between processes that each of them holds for milliseconds. It ends with this value, or with the process.
///
/// A process that was stopped while it held the lock is not waited for longer than three seconds: what it keeps are notes,
/// of which some may be lost, and nobody hangs.
final class BriefLock {
  private let descriptor: Int32

  /// Takes the lock of the file at `path`; nil where there can be none.
  init?(path: String) {
    try? TextFile.makeFolder(TextFile.folder(of: path))
    descriptor = sys_open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { return nil }
    for _ in 0..<300 {
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return }
      // Waiting for a lock has no limit of its own, and an alarm would reach all of this program.
      usleep(10_000)
    }
  }

  deinit {
    close(descriptor)
  }
}
