internal import Anime
internal import App
internal import Playback

/// Something that is played: a file or an address, and which episode that is, where somebody knows.
struct PlayTarget: Hashable, Sendable {
  /// The file or the address.
  var source: MediaSource
  /// The show and the number, or the name of the file.
  var title: String
  /// The show.
  var show: ShowID?
  /// The episodes in it; nil where nobody knows, and of specials, which do not count.
  var episodes: ClosedRange<Int>?

  /// The path, where it is a file.
  var path: String? { if case .file(let path) = source { path } else { nil } }
  /// The episode whose comments fly.
  var commentEpisode: Int? { episodes?.lowerBound }

  /// The episode that is in `file`, called as `title` says of its show.
  init(_ file: LocalEpisode, title: (ShowID) -> String) {
    source = .file(path: file.file.path)
    let show = file.isLikely ? file.show : nil
    self.show = show
    episodes = show == nil ? nil : file.numbers
    let number = file.numberText.isEmpty ? "" : " · \(file.numberText)"
    self.title = show.map { title($0) + number } ?? file.file.name
  }

  /// An episode whose comments are wanted.
  init(_ wanted: WantedComments) {
    source = wanted.film
    title = wanted.title
    show = wanted.show
    episodes = wanted.episode...wanted.episode
  }

  /// Something at `address`, which may be an episode of a show.
  init(address: String, title: String, show: ShowID? = nil, episode: Int? = nil) {
    source = .address(address)
    self.title = title
    self.show = show
    episodes = episode.map { $0...$0 }
  }
}

extension LocalIndex {
  /// The file of the same show that comes after `target`; nil where none is here.
  func next(after target: PlayTarget) -> LocalEpisode? {
    guard let show = target.show, let last = target.episodes?.upperBound else { return nil }
    return next(after: last, of: show)
  }

  /// The file of the same show that comes before `target`.
  func previous(before target: PlayTarget) -> LocalEpisode? {
    guard let show = target.show, let first = target.episodes?.lowerBound else { return nil }
    return episodes(of: show).last { $0.numbers.map { $0.upperBound < first } ?? false }
  }
}
