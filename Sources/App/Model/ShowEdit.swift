public import Anime

/// What changes about one show; several of them are one step of undo.
public struct ShowEdit: Hashable, Sendable {
  /// The show.
  public var show: ShowID
  /// The new values, one for each field that changes.
  public var changes: [Change]

  /// These changes of `show`.
  public init(_ show: ShowID, _ changes: [Change]) {
    self.show = show
    self.changes = changes
  }
}
