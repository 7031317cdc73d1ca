public import Playback

/// What a theatre opens with.
public struct TheatreContent: Sendable {
  /// The comments, and what the film is called.
  public let stage: StageContent
  /// The film, and how it begins.
  public let request: MediaRequest
  /// How its picture is shown.
  public let screen: Screening
  /// The comments that are to be asked for while it plays; nil where it has some, or nobody could be asked.
  public let wanted: WantedComments?

  /// A film with its comments, or with those that are wanted.
  public init(
    _ request: MediaRequest, stage: StageContent, screen: Screening = Screening(), wanted: WantedComments? = nil
  ) {
    self.request = request
    self.stage = stage
    self.screen = screen
    self.wanted = wanted
  }
}
