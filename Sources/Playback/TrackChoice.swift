/// Which of the tracks of one kind is wanted.
public enum TrackChoice: Hashable, Sendable {
  /// The one that the player takes by itself.
  case automatic
  /// None: no sound, or no subtitles.
  case none
  /// The one of this number, as the media's description tells it.
  case track(Int)
}
