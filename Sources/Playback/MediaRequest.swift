/// What is to be played and how it begins.
///
/// Whoever starts a player anew after a crash asks for the same again, from the last position.
public struct MediaRequest: Hashable, Sendable {
  /// What is to be played.
  public var source: MediaSource
  /// Where it begins, in milliseconds of the media.
  public var start: Int
  /// Whether it stands still at first.
  public var isPaused: Bool
  /// How fast it plays, in percent.
  public var rate: Int
  /// How loud it is, in percent.
  public var volume: Int
  /// Whether nothing is heard.
  public var isMuted: Bool
  /// The sound.
  public var audio: TrackChoice
  /// The subtitles.
  public var subtitles: TrackChoice

  /// A request for `source` from `start` on, as it is.
  public init(
    _ source: MediaSource, start: Int = 0, isPaused: Bool = false, rate: Int = 100, volume: Int = 100,
    isMuted: Bool = false, audio: TrackChoice = .automatic, subtitles: TrackChoice = .automatic
  ) {
    self.source = source
    self.start = start
    self.isPaused = isPaused
    self.rate = rate
    self.volume = volume
    self.isMuted = isMuted
    self.audio = audio
    self.subtitles = subtitles
  }
}
