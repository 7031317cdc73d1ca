internal import Anime

/// What was found in the user's folders, kept in the cache folder: whoever deletes it waits once for names to be read.
struct LocalIndexFile: Sendable {
  private let path: String

  init(folder: String) {
    path = "\(folder)/local-files"
  }

  /// Two hundred thousand lines of the longest names.
  private static let greatest = 256 << 20

  /// What was found; nil where nobody looked yet, or what was written cannot be read.
  func read() -> LocalIndex? {
    guard let bytes = (try? TextFile.read(path, atMost: Self.greatest)) ?? nil else { return nil }
    return LocalIndex(text: String(decoding: bytes, as: UTF8.self))
  }

  /// Keeps `index`.
  func write(_ index: LocalIndex) throws(TextFile.Failure) { try TextFile.replace(path, with: index.text) }
}
