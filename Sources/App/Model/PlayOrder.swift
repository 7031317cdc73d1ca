public import Anime

/// What the user wants to watch.
public struct PlayOrder: Hashable, Sendable {
  /// The show.
  public var show: ShowID
  /// The file that was chosen; nil leaves the choice to what comes next.
  public var path: String?
  /// How many episodes were watched: what comes next is the first one after them.
  public var progress: Int

  /// An order for something of `show`.
  public init(show: ShowID, path: String? = nil, progress: Int) {
    self.show = show
    self.path = path
    self.progress = progress
  }
}
