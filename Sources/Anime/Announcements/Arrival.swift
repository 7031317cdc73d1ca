/// Something to be told of once: an episode on the air, a release in a feed, a season that is whole.
public struct Arrival: Hashable, Sendable {
  /// The show.
  public var show: ShowID
  /// The line of the show that it belongs to; what was told is remembered line by line.
  public var line: AnnouncementLine
  /// The name that tells it from the others of its line, where a feed gives one; broadcasts are told apart by their time.
  public var name: String?
  /// When it came, or comes.
  public var at: Instant
  /// When it was to come before the user noted a delay: what tells it from the others of its line.
  public var planned: Instant
  /// What came.
  public var kind: Kind
  /// The key of the streaming site, or the name of the feed; nil for television.
  public var place: String?
  /// Which episode it is, where that is known or can be guessed.
  public var episode: EpisodeNumber?
  /// Whether the hour is known; else only the day is.
  public var isExact: Bool
  /// Whether the show may have ended without the catalogue knowing.
  public var mayHaveEnded: Bool
  /// Where it can be had; shown, never opened.
  public var link: String?
  /// The title of the release, where it is one.
  public var title: String?

  /// An arrival.
  public init(
    show: ShowID, line: AnnouncementLine, name: String? = nil, at: Instant, planned: Instant? = nil, kind: Kind,
    place: String? = nil, episode: EpisodeNumber? = nil, isExact: Bool = true, mayHaveEnded: Bool = false,
    link: String? = nil, title: String? = nil
  ) {
    self.show = show
    self.line = line
    self.name = name.map(Sanitiser.clean)
    self.at = at
    self.planned = planned ?? at
    self.kind = kind
    self.place = place
    self.episode = episode
    self.isExact = isExact
    self.mayHaveEnded = mayHaveEnded
    self.link = link
    self.title = title
  }

  /// What came; the raw values are the words of JSON output.
  public enum Kind: String, CaseIterable, Sendable {
    /// An episode on television, or on a stream.
    case tv, stream
    /// A film or an OVA, of which only the day is known.
    case premiere
    /// A release in a feed.
    case feed
    /// The last episode of a season was on.
    case complete
  }

  /// Whether `left` comes first: by time, and among equals by show and line, so that the order is one.
  public static func isBefore(_ left: Arrival, _ right: Arrival) -> Bool {
    (left.at, left.show, left.line.description, left.name ?? "")
      < (right.at, right.show, right.line.description, right.name ?? "")
  }
}

/// A row of a show's arrivals of which each is told once.
public enum AnnouncementLine: Hashable, Sendable {
  /// Each episode once, where it is on first.
  case episodes
  /// Television alone.
  case television
  /// One streaming site alone; nil for a web series of which no site is known.
  case stream(String?)
  /// That the season is whole.
  case complete
  /// One feed, by its name.
  case feed(String)
}

extension AnnouncementLine: LosslessStringConvertible {
  /// `episodes`, `tv`, `stream:crunchyroll`, `complete`, `feed:NAME`: how a memory is written down.
  public var description: String {
    switch self {
    case .episodes: "episodes"
    case .television: "tv"
    case .stream(let site): "stream:\(site ?? "")"
    case .complete: "complete"
    case .feed(let name): "feed:\(name)"
    }
  }

  /// Reads what `description` writes. Nil for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    switch (parts[0], parts.count) {
    case ("episodes", 1): self = .episodes
    case ("tv", 1): self = .television
    case ("complete", 1): self = .complete
    case ("stream", 2): self = .stream(parts[1].isEmpty ? nil : parts[1])
    case ("feed", 2): self = .feed(parts[1])
    default: return nil
    }
  }
}
