public import Playback

/// What a theatre opens with.
public struct TheatreContent: Sendable {
  /// The comments, and what the film is called.
  public let stage: StageContent
  /// The film, and how it begins.
  public let request: MediaRequest
  /// How its picture is shown.
  public let screen: Screening

  /// A film with its comments.
  public init(_ request: MediaRequest, stage: StageContent, screen: Screening = Screening()) {
    self.request = request
    self.stage = stage
    self.screen = screen
  }
}
