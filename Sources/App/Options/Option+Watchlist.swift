import Anime

extension Option {
  /// How the user's list is kept.
  static let watchlist: [Option] = [
    Option(
      "score.scale", choices: ScoreScale.allCases.map(\.rawValue),
      """
      The scale in which scores are typed and shown: 100 points, 10 points, 10 points with one decimal, 5 stars or \
      3 smileys. What is kept is 0 to 100 in any case.
      """
    ) {
      .string($0.scoreScale.rawValue)
    } write: { configuration, value in
      guard case .string(let text) = value, let scale = ScoreScale(rawValue: text) else { return false }
      configuration.scoreScale = scale
      return true
    },
    flag(
      "watchlist.automatic",
      """
      Whether what follows from a change is done with it: the first day when a show is begun, the last one and all \
      episodes when it is completed, the count when it was watched again.
      """, \.watchlistFollowsThrough),
  ]
}
