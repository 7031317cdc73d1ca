internal import CSystem
internal import Glibc

/// A lock between processes for work that has to be done by one after the other. It ends with this value, or with the
/// process.
final class PatientLock {
  private let descriptor: Int32

  /// For how many seconds another process is waited for.
  static let patience = 30

  /// Takes the lock of the file at `path`; fails where that cannot be made, and where another process keeps it.
  init(path: String) throws {
    try TextFile.makeFolder(TextFile.folder(of: path))
    descriptor = sys_open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw TextFile.Failure(path: path, reason: errno) }
    for _ in 0..<Self.patience * 50 {
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return }
      usleep(20_000)
    }
    throw Failure(.busy, "\(path): another process has been keeping it for \(Self.patience) s; try again.")
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }
}
