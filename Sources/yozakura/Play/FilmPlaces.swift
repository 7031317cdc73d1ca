internal import Anime
internal import CSystem
internal import Capsule
internal import Glibc
internal import Playback

/// Where films were left of which nobody knows the show, so that they go on there.
///
/// One line for each, `digest<tab>milliseconds`, what was left last at the end. The digest stands for the path and the
/// size, or for the address: which films somebody watches is nobody's business who looks into the state folder, and
/// another film in the place of this one begins at its beginning. Without the file every film does, that is all.
struct FilmPlaces: Sendable {
  /// How many films are remembered; of more, those that were left longest ago are forgotten.
  static let capacity = 200

  private let path: String

  init(folder: String) {
    path = "\(folder)/film-places"
  }

  /// Where `film` was left, in milliseconds; nil where it begins at its beginning.
  func place(of film: MediaSource) -> Int? {
    guard let key = Self.key(of: film) else { return nil }
    return read().last { $0.key == key }?.position
  }

  /// Remembers where `film` was left, and forgets it where that is its beginning or its end. A stream without an end has
  /// no places.
  func keep(_ stretch: PlayedStretch, of film: MediaSource) throws {
    guard let key = Self.key(of: film) else { return }
    if case .address = film, stretch.duration == nil { return }
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

  /// What stands for `film`; nil where that is a file that is not there.
  private static func key(of film: MediaSource) -> String? {
    switch film {
    case .address(let address): return Digest(of: Array(address.utf8)).hex
    case .file(let path):
      var status = stat()
      guard stat(path, &status) == 0 else { return nil }
      return Digest(of: Array("\(status.st_size) \(TextFile.target(of: path))".utf8)).hex
    }
  }
}

extension PlayedStretch {
  /// Where whoever plays it again goes on, by the same rule as with an episode.
  fileprivate var resumePosition: Int? {
    Played(episode: 0, position: position, duration: duration, seconds: played / 1000).resumePosition
  }
}
