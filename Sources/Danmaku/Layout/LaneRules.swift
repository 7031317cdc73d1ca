/// The stage that comments are laid out for, and how long they stay on it.
///
/// A column is a cell of a terminal or a pixel of a picture, and a lane a row of cells or as many pixels as an
/// ordinary line is high: the sizes of the comments tell which (see ``CommentSizes``).
public struct LaneRules: Hashable, Sendable {
  /// Columns from left to right.
  public var columns: Int
  /// Lanes that comments may use, from the top.
  public var lanes: Int
  /// Lanes below them that the stage has too, and that stay free: outside of the display area, or over subtitles.
  public var spareLanes = 0
  /// Milliseconds in which a moving comment crosses the stage, its own width with it.
  public var crossing = 8000
  /// Milliseconds for which a still comment stands.
  public var standing = 4000
  /// How much of the time that a comment itself asks for it is given, in percent: more where the media plays faster and
  /// comments are to stay as long as ever.
  public var stretch = 100
  /// Columns between two comments that follow each other.
  public var gap = 2
  /// The modes that are shown.
  public var modes = Self.textModes
  /// What becomes of a comment that finds every lane taken.
  public var whenFull = LanesFull.drop
  /// Whether each kind has all lanes to itself and lies over the others, as in the players of web sites; else no two
  /// comments of any kind ever meet.
  public var isLayered = false
  /// Milliseconds of which every start and every life is a multiple, for stages that know no finer time.
  public var resolution = 1

  /// Rules for a stage of this size.
  public init(columns: Int, lanes: Int) {
    self.columns = max(1, min(columns, Self.limit))
    self.lanes = max(0, min(lanes, Self.limit))
  }

  /// Kept, so that rules which are asked for in every frame take no memory.
  private static let textModes = Set(Comment.Mode.text)
  /// No stage is larger, so that no product of sizes and times overflows.
  private static let limit = 10_000

  /// For how many lanes from its edge a still comment of `rows` lanes looks.
  ///
  /// A third of the stage for the top and one for the bottom leave a third in which
  /// comments always fly. A higher comment may stand wherever it fits.
  func zone(rows: Int) -> Int { isLayered ? lanes : min(lanes, max(rows, lanes / 3, 1)) }

  /// For how many milliseconds a comment of `mode` is on the stage that wants to be for `wanted`.
  func life(of mode: Comment.Mode, wanted: Int?) -> Int {
    max(resolution, rounded(wanted.map { $0 * stretch / 100 } ?? (mode.isStill ? standing : crossing)))
  }

  /// `time` as the stage knows it; rounded down, so that who follows never comes closer.
  func rounded(_ time: Int) -> Int {
    guard resolution > 1 else { return time }
    return (time >= 0 ? time : time - (resolution - 1)) / resolution * resolution
  }
}

extension Comment.Mode {
  var isStill: Bool { self == .top || self == .bottom }
}
