public import Anime
public import Playback

/// The comments of a film that are not on this machine, and that somebody may have.
public struct WantedComments: Hashable, Sendable {
  /// The film.
  public let film: MediaSource
  /// What it is called.
  public let title: String
  /// The show.
  public let show: ShowID
  /// The episode's number.
  public let episode: Int
  /// The name of the set of rules that they are shown by; nil for the one of the configuration.
  public let rules: String?

  /// The comments of an episode that plays as `film`.
  public init(of film: MediaSource, title: String, show: ShowID, episode: Int, rules: String? = nil) {
    self.film = film
    self.title = title
    self.show = show
    self.episode = episode
    self.rules = rules
  }
}

/// What came of asking for them.
public enum FoundComments: Sendable {
  /// They are here now, and where they are from.
  case found(StageContent, source: String)
  /// Whoever was asked has none.
  case nothing
  /// They could not be had, and why.
  case failed(String)
}
