/// What a player is asked to do: the same words for our own helper and for mpv.
public enum PlayerCommand: Hashable, Sendable {
  /// Play this; what was played before ends.
  case load(MediaRequest)
  /// Stand still.
  case pause
  /// Go on.
  case resume
  /// Go to this moment, in milliseconds of the media.
  case seek(to: Int)
  /// Go so many milliseconds on, or back where it is negative.
  case seekBy(Int)
  /// Play so fast, in percent.
  case setRate(Int)
  /// Be so loud, in percent.
  case setVolume(Int)
  /// Be silent, or be heard again.
  case setMuted(Bool)
  /// Let this sound be heard.
  case selectAudio(TrackChoice)
  /// Show these subtitles.
  case selectSubtitles(TrackChoice)
  /// Go to the chapter of this index.
  case selectChapter(Int)
  /// Write the picture as it is to a new file, a PNG of the media's own resolution, with this drawn over it.
  ///
  /// A file that is there already is left alone. mpv's window draws what it shows over it itself.
  case takeScreenshot(path: String, overlay: PictureOverlay? = nil)
  /// Hand over pictures of this size from now on; of no pixels where none are wanted.
  case resize(PixelSize)
  /// End.
  case quit
}
