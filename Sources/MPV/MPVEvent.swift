public import Playback

/// What mpv tells.
public enum MPVEvent: Hashable, Sendable {
  /// What any player tells.
  case player(PlayerEvent)
  /// The size of what is drawn over the picture, in pixels; none while there is no window.
  case surface(PixelSize)
  /// A key of ours was pressed in the window, or the user's own configuration sent us this word.
  case word(String)
  /// The window was closed.
  case closed
}
