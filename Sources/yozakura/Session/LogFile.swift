internal import Anime
internal import CSystem
internal import Glibc

/// The log in the state folder: a line for each event, never more than two files of half a megabyte.
struct LogFile: Sendable {
  let path: String
  static let limit = 512 << 10

  /// Adds a line. A log that cannot be written is no reason to fail.
  func note(_ text: String, at now: Instant) {
    var status = stat()
    if stat(path, &status) == 0, Int(status.st_size) > Self.limit { rename(path, "\(path).1") }
    try? TextFile.append("\(now.iso8601) \(Page.cleaned(text))\n", to: path)
  }
}
