internal import Anime
internal import CSystem
internal import Capsule
internal import Glibc
internal import Playback

/// Where films were left of which nobody knows the show, so that they go on there.
///
/// One line for each, `digest<tab>milliseconds`, what was left last at the end. The digest stands for the path and the
/// size: which films somebody watches is nobody's business who looks into the state folder, and another film in the
/// place of this one begins at its beginning. Without the file every film does, that is all.
struct FilmPlaces: Sendable {
  /// How many films are remembered; of more, those that were left longest ago are forgotten.
  static let capacity = 200

  private let path: String

  init(folder: String) {
    path = "\(folder)/film-places"
  }

  /// Where the film at `film` was left, in milliseconds; nil where it begins at its beginning.
  func place(of film: String) -> Int? {
    guard let key = Self.key(of: film) else { return nil }
    return read().last { $0.key == key }?.position
  }

  /// Remembers where the film at `film` was left, and forgets it where that is its beginning or its end.
  func keep(_ stretch: PlayedStretch, of film: String) throws {
    guard let key = Self.key(of: film) else { return }
    let lock = BriefLock(path: path + ".lock")
    defer { withExtendedLifetime(lock) {} }
    let old = read()
    var lines = old.filter { $0.key != key }
    if let position = stretch.resumePosition { lines.append((key, position)) }
    guard lines.count != old.count || lines.last?.key == key else { return }
    try TextFile.replace(path, with: lines.suffix(Self.capacity).map { "\($0.key)\t\($0.position)\n" }.joined())
  }

  private func read() -> [(key: String, position: Int)] {
    guard let bytes = (try? TextFile.read(path)) ?? nil else { return [] }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap { line in
      let parts = line.split(separator: "\t")
      guard parts.count == 2, let position = Int(parts[1]) else { return nil }
      return (String(parts[0]), position)
    }
  }

  /// What stands for the file at `film`; nil where there is none.
  private static func key(of film: String) -> String? {
    var status = stat()
    guard stat(film, &status) == 0 else { return nil }
    return Digest(of: Array("\(status.st_size) \(TextFile.target(of: film))".utf8)).hex
  }
}

extension PlayedStretch {
  /// Where whoever plays it again goes on, by the same rule as with an episode.
  fileprivate var resumePosition: Int? {
    Played(episode: 0, position: position, duration: duration, seconds: played / 1000).resumePosition
  }
}
