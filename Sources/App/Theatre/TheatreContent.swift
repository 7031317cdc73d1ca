public import Picture
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

/// How a picture is shown, by what the terminal has and the user wants.
public struct Screening: Hashable, Sendable {
  /// How pixels become cells.
  public var mosaic: Mosaic
  /// The size of a cell in pixels of the terminal, or in any unit of the same shape.
  public var cell: PixelSize
  /// Whether there is a picture at all: over a slow line comments and sound may be enough.
  public var showsPicture: Bool

  /// Half blocks in cells of the usual shape, where nothing else is said.
  public init(mosaic: Mosaic = .halfBlocks, cell: PixelSize = PictureFit.usualCell, showsPicture: Bool = true) {
    self.mosaic = mosaic
    self.cell = cell
    self.showsPicture = showsPicture
  }
}
