/// The stage that comments are laid out for, and how long they stay on it.
public struct LaneRules: Hashable, Sendable {
  /// Cells from left to right.
  public var columns: Int
  /// Rows that comments may use, from the top.
  public var lanes: Int
  /// Rows below them that the stage has too, and that stay free: outside of the display area, or over subtitles.
  public var spareLanes = 0
  /// Milliseconds in which a moving comment crosses the stage, its own width with it.
  public var crossing = 8000
  /// Milliseconds for which a still comment stands.
  public var standing = 4000
  /// Cells between two comments that follow each other.
  public var gap = 2
  /// The modes that are shown.
  public var modes: Set<Comment.Mode> = Set(Comment.Mode.text)

  /// Rules for a stage of this size.
  public init(columns: Int, lanes: Int) {
    self.columns = max(1, min(columns, Self.limit))
    self.lanes = max(0, min(lanes, Self.limit))
  }

  /// No stage is larger, so that no product of sizes and times overflows.
  private static let limit = 10_000

  /// For how many lanes from its edge a still comment of `rows` rows looks.
  ///
  /// A third of the stage for the top and one for the bottom leave a third in which
  /// comments always fly. A higher comment may stand wherever it fits.
  func zone(rows: Int) -> Int { min(lanes, max(rows, lanes / 3, 1)) }

  /// For how many milliseconds a comment of `mode` is on the stage.
  func life(of mode: Comment.Mode) -> Int { mode.isStill ? standing : crossing }
}

extension Comment.Mode {
  var isStill: Bool { self == .top || self == .bottom }
}
