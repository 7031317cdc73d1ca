/// Where a chapter begins and what it is called.
public struct MediaChapter: Hashable, Sendable {
  /// Its beginning, in milliseconds of the media.
  public var start: Int
  /// What the file calls it: text of strangers.
  public var title: String

  /// A chapter that begins at `start`.
  public init(start: Int, title: String = "") {
    self.start = start
    self.title = title
  }
}
