internal import CSystem
internal import Glibc
public import Playback

/// Looks at a file before any player does: opening a pipe that nobody writes to would wait for ever, and some files
/// lead to others.
public enum LocalMedia {
  /// Why the file at `path` is not handed to a player; nil where it is.
  public static func fault(at path: String) -> PlayerFailure? {
    let descriptor = sys_open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0)
    guard descriptor >= 0 else { return .unreadable }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return .unreadable }
    var bytes = [UInt8](repeating: 0, count: MediaBeginning.length)
    let count = read(descriptor, &bytes, bytes.count)
    guard count >= 0 else { return .unreadable }
    guard count > 0 else { return .unknownFormat }
    return MediaBeginning(bytes[..<count]).fault
  }
}
