/// What of the user's list would stay if every server vanished now.
public struct Coverage: Hashable, Sendable {
  /// The shows that the user keeps something about.
  public var listed: Int
  /// Those of them whose facts lie here.
  public var whole: Int
  /// Those of which only the user's own log tells.
  public var titleOnly: Int
  /// Those that their provider lists no longer, and that are kept here.
  public var gone: Int

  /// A list of `listed` shows.
  public init(listed: Int = 0, whole: Int = 0, titleOnly: Int = 0, gone: Int = 0) {
    self.listed = listed
    self.whole = whole
    self.titleOnly = titleOnly
    self.gone = gone
  }
}
