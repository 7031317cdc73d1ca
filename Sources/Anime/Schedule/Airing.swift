/// One episode's time on television or on one site.
public struct Airing: Hashable, Sendable {
  /// The show.
  public var show: ShowID
  /// The show's place in the catalogue.
  public var position: Int
  /// When.
  public var at: Instant
  /// When the catalogue says that it comes: another time than `at` where the user noted a delay.
  ///
  /// With the show, the kind and the site it tells airings apart, whatever is noted later.
  public var planned: Instant
  /// On television, or on a stream.
  public var kind: Kind
  /// The key of the streaming site; nil for television, and where a web series has no site.
  public var site: String?
  /// Whether the hour is known; else only the day is.
  public var isExact: Bool
  /// Which episode it is, where somebody said so or it can be guessed.
  public var episode: EpisodeNumber?
  /// Whether the show may have ended without the catalogue knowing.
  public var mayHaveEnded: Bool

  /// An airing, at the time that was planned where nothing else is said.
  public init(
    show: ShowID, position: Int, at: Instant, planned: Instant? = nil, kind: Kind, site: String? = nil,
    isExact: Bool = true, episode: EpisodeNumber? = nil, mayHaveEnded: Bool = false
  ) {
    self.show = show
    self.position = position
    self.at = at
    self.planned = planned ?? at
    self.kind = kind
    self.site = site
    self.isExact = isExact
    self.episode = episode
    self.mayHaveEnded = mayHaveEnded
  }

  /// Whether the user noted that it comes at another time than planned.
  public var isMoved: Bool { at != planned }

  /// Which episode it probably is. Never a fact: to be marked as an estimate.
  public var episodeEstimate: Int? { episode.flatMap { $0.isEstimate ? $0.value : nil } }

  /// Where an airing is; the raw values are the words of JSON output.
  public enum Kind: String, CaseIterable, Sendable {
    case tv, stream
  }
}
