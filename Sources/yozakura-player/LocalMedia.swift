internal import CSystem
internal import Glibc
internal import Playback

/// Looks at a file before mpv does.
///
/// Opening a pipe that nobody writes to would wait for ever, and lists of other media (M3U, DASH, concat, …) are text:
/// what begins with plain text alone is none of the media that are played from disks.
enum LocalMedia {
  /// How much of the beginning is looked at, in bytes.
  private static let head = 4096

  /// Why the file at `path` is not handed to mpv; nil where it is.
  static func fault(at path: String) -> PlayerFailure? {
    let descriptor = sys_open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0)
    guard descriptor >= 0 else { return .unreadable }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return .unreadable }
    var bytes = [UInt8](repeating: 0, count: head)
    let count = read(descriptor, &bytes, head)
    guard count >= 0 else { return .unreadable }
    guard count > 0 else { return .unknownFormat }
    return fault(in: bytes[..<count])
  }

  private static func fault(in bytes: ArraySlice<UInt8>) -> PlayerFailure? {
    guard isText(bytes) else { return nil }
    let start = String(decoding: bytes.prefix(64), as: UTF8.self).drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    let lists = [
      "#EXTM3U", "ffconcat", "[playlist]", "[Reference]", "<?xml", "<MPD", "<asx", "<ASX", "<smil", "# mpv EDL",
    ]
    return lists.contains { start.hasPrefix($0) } ? .leadsElsewhere : .unknownFormat
  }

  /// Whether there is no byte that text does not have.
  private static func isText(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.allSatisfy { $0 >= 0x20 || (0x09...0x0D).contains($0) }
      && String(validating: bytes.dropLast(3), as: UTF8.self) != nil
  }
}
