internal import Anime

/// A score is kept as 0 to 100, and typed and shown as 0 to 10 with one decimal.
enum Score {
  /// `9.0`
  static func text(_ score: Int) -> String {
    "\(score / 10).\(score % 10)"
  }

  /// Reads `9`, `9.5` or `10.0`. Nil for anything else.
  static func read(_ text: String) -> Int? { ListEntry.score(text) }
}
