/// What the user knows better than the catalogue about when shows are on, and which episodes those are.
public struct AiringNotes: Sendable {
  /// What is noted about shows; only those about which something is.
  public let shows: [ShowID: ShowNotes]
  /// The user's rules for numbers of episodes.
  public let relations: EpisodeRelations

  /// Nothing noted.
  public static let none = AiringNotes([ShowID: ShowNotes]())

  /// Notes about `shows`.
  public init(_ shows: [ShowID: ShowNotes], relations: EpisodeRelations = EpisodeRelations()) {
    self.shows = shows.filter { !$0.value.isEmpty }
    self.relations = relations
  }
}

/// What the user noted about the broadcasts of one show.
public struct ShowNotes: Hashable, Sendable {
  /// The broadcasts that do not come as planned, by day.
  public var delays: [Delay]
  /// The number of the first broadcast, minus one; nil where the user says nothing.
  public var episodeOffset: Int?

  /// Notes about a show.
  public init(delays: [Delay] = [], episodeOffset: Int? = nil) {
    self.delays = delays
    self.episodeOffset = episodeOffset
  }

  /// Whether nothing is noted.
  public var isEmpty: Bool { delays.isEmpty && episodeOffset == nil }
}
