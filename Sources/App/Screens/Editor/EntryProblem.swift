import Anime

/// Why what was typed into a field of the list cannot be kept.
enum EntryProblem: Error, Hashable, Sendable {
  /// No whole number in this range.
  case noCount(String, ClosedRange<Int>)
  case noScore(String, ScoreScale)
  case noDay(String)
  case noDelay(String)
  /// No number that an episode can have.
  case noEpisode(String)
  /// More characters than this.
  case tooLong(Int)
}
