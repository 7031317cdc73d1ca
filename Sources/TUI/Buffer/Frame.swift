/// What a view draws: cells, where the cursor stands, and which part is the stage.
public struct Frame: Sendable {
  /// The cells.
  public var buffer: Buffer
  /// Where the hardware cursor stands (input methods draw there); nil hides it.
  public var cursor: Position?
  /// The rectangle of danmaku and video, which may use true colours and changes at every frame.
  public var stage: Rect?
  /// A picture in pixels, inside the stage, on terminals that show any.
  public var picture: PixelPicture?

  /// A blank frame.
  public init(size: Size, style: Style = .plain, ambiguity: TextWidth.Ambiguity = .narrow) {
    buffer = Buffer(size: size, style: style, ambiguity: ambiguity)
  }

  /// All of it.
  public var area: Rect { buffer.area }
}
