public import Playback

/// A picture of a film that is wanted as a file: of which film, when, and what is over it.
public struct ScreenshotWish: Hashable, Sendable {
  /// What the film is called.
  public let title: String
  /// The moment, in milliseconds of the media.
  public let time: Int
  /// The comments that are seen then; nil where there are none.
  public let overlay: PictureOverlay?
}
