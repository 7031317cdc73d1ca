/// What plays in a window beside the interface.
public struct NowPlaying: Hashable, Sendable {
  /// The show and the episode, or the name of the file.
  public var title: String
  /// Where it is, in milliseconds of the media.
  public var time: Int
  /// How long the media are, in milliseconds; nil where nobody knows.
  public var duration: Int?
  /// Whether it stands still.
  public var isPaused: Bool

  /// What plays.
  public init(title: String, time: Int, duration: Int?, isPaused: Bool) {
    self.title = title
    self.time = time
    self.duration = duration
    self.isPaused = isPaused
  }
}
