public import Anime
public import TUI

/// The comments that are kept of an episode, as the screen of its show tells of them.
public struct EpisodeComments: Hashable, Sendable {
  /// The episode's number.
  public var episode: Int
  /// How many there are.
  public var count: Int
  /// Where they are from.
  public var sources: [String]
  /// How full the stage is over the episode's time, from 0 to 1; empty while that is worked out.
  public var heat: [Double]

  /// The comments of `episode`.
  public init(episode: Int, count: Int, sources: [String], heat: [Double] = []) {
    self.episode = episode
    self.count = count
    self.sources = sources
    self.heat = heat
  }

  /// How many parts of an episode's time the heat has.
  public static let heatParts = 48
}

/// An episode whose kept comments are to fly.
public struct KeptEpisode: Hashable, Sendable {
  /// The show.
  public var show: ShowID
  /// The episode's number.
  public var episode: Int
  /// What stands above the stage.
  public var title: String
  /// The number of the commit that is looked back at; nil is the present.
  public var commit: Int?
  /// What the user keeps about the show, with its offsets.
  public var entry: ListEntry
  /// How wide ambiguous characters are.
  public var ambiguity: TextWidth.Ambiguity

  /// The episode `episode` of `show`.
  public init(
    show: ShowID, episode: Int, title: String, commit: Int?, entry: ListEntry, ambiguity: TextWidth.Ambiguity
  ) {
    self.show = show
    self.episode = episode
    self.title = title
    self.commit = commit
    self.entry = entry
    self.ambiguity = ambiguity
  }

  /// Whether both are the same episode at the same moment, whatever the user keeps about it.
  func isSame(as other: KeptEpisode) -> Bool {
    show == other.show && episode == other.episode && commit == other.commit
  }
}
