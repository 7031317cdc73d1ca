/// What a viewing asks for: whoever runs it does these, in their order.
public enum PlaybackStep: Hashable, Sendable {
  /// Hand this to the player.
  case send(PlayerCommand)
  /// Say that a part was skipped, which began at `from`: whoever wants to see it goes back there.
  case skipped(SkippedSpan.Kind, from: Int)
  /// The episode counts as watched.
  case watched
  /// It does not, after all: the user says so.
  case unwatched
  /// Say that the next episode begins in so many milliseconds; nil says that it waits for the user.
  case offerNext(in: Int?)
  /// Say that the media broke off at this moment of them, long before their end: they do not count as watched.
  case brokenOff(at: Int)
  /// Say no more of the next episode.
  case withdrawNext
  /// Play the next episode.
  case playNext
  /// Keep where the episode was left, and for how long it was played since the last time that this was kept.
  case keep(PlayedStretch)
}

/// Where media were left, and for how long they were really played.
public struct PlayedStretch: Hashable, Sendable {
  /// Where they were left, in milliseconds of the media.
  public var position: Int
  /// How long they are, in milliseconds; nil where nobody knows.
  public var duration: Int?
  /// For how many milliseconds of the clock on the wall they were played.
  public var played: Int

  /// A stretch.
  public init(position: Int, duration: Int?, played: Int) {
    self.position = position
    self.duration = duration
    self.played = played
  }
}
