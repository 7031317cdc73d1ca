internal import CSystem
internal import Glibc
internal import Playback

/// A look at a file before a player opens it: what no player should be asked to open is told at once.
enum MediaCheck {
  /// What lists of other files begin with, in lower case, whatever they are called.
  private static let lists = [
    "#extm3u", "[playlist]", "# mpv edl", "<asx", "[reference]", "#m3u", "<?xml", "<playlist",
  ]
  private static let headLength = 4096

  /// Why the file at `path` is not played; nil where nothing speaks against it.
  ///
  /// It may be a fifo that nobody ever writes to, be empty, or name other files to be played in its place.
  static func failure(at path: String) -> PlayerFailure? {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return .unreadable }
    guard status.st_size > 0 else { return .unknownFormat }
    let descriptor = sys_open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0)
    guard descriptor >= 0 else { return .unreadable }
    defer { close(descriptor) }
    var head = [UInt8](repeating: 0, count: headLength)
    let count = read(descriptor, &head, head.count)
    guard count > 0 else { return .unreadable }
    let text = String(
      decoding: head[..<count].drop { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }, as: UTF8.self
    )
    .lowercased()
    return lists.contains(where: text.hasPrefix) ? .leadsElsewhere : nil
  }
}
