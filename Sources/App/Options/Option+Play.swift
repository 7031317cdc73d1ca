extension Option {
  /// How episodes are played.
  static let play: [Option] = [
    Option(
      "play.mpv", expected: "\"mpv\", \"mpv --profile=anime\"",
      """
      The program that plays in a window of its own, with your options for it. The line is split into words as a shell \
      splits it; no shell is asked, and your own configuration of mpv counts.
      """
    ) {
      .string($0.playerCommand.text)
    } write: { configuration, value in
      guard case .string(let text) = value, let command = CommandTemplate(text) else { return false }
      configuration.playerCommand = command
      return true
    },
    number(
      "play.watchedAt", 50...100, "After how much of an episode, in percent, it counts as watched.", \.watchedAt),
    flag(
      "play.skipChapters",
      "Whether chapters are skipped that are called as openings and endings are; what you marked is skipped in any case.",
      \.skipsChapters),
    Option(
      "play.next", choices: ["never"], expected: "\"never\", 0 … 120",
      "The seconds between the end of an episode and the begin of the next one; \"never\" waits for you."
    ) {
      $0.nextEpisodeDelay.map(ConfigurationValue.integer) ?? .string("never")
    } write: { configuration, value in
      switch value {
      case .string("never"): configuration.nextEpisodeDelay = nil
      case .integer(let seconds) where (0...120).contains(seconds): configuration.nextEpisodeDelay = seconds
      default: return false
      }
      return true
    },
    flag(
      "danmaku.whilePaused", "Whether comments stay on the picture while it is paused.", \.showsDanmakuWhilePaused),
    number(
      "danmaku.opacity", 10...100,
      """
      How much of a comment covers a picture below it, in percent, in a window and in the terminal. `change-opacity` \
      is another for the film that plays in the terminal.
      """, \.danmakuOpacity),
  ]
}
