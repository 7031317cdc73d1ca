/// A comment that has its place on the stage.
public struct PlacedComment: Hashable, Sendable {
  /// Its position among the comments.
  public var position: Int { Int(index) }
  /// The topmost lane that it takes.
  public var lane: Int { Int(topLane) }
  /// The lanes that it takes.
  public var rows: Int { Int(height) }
  /// The width of its widest line, with the mark of its repeats.
  public var columns: Int { Int(width) }
  /// When it appears, in milliseconds of the media.
  public var start: Int { Int(appears) }
  /// For how many milliseconds it is on the stage.
  public var life: Int { Int(stays) }
  /// How it moves.
  public let mode: Comment.Mode

  private let index: UInt32
  private let appears: Int32
  private let stays: Int32
  private let width: UInt32
  private let topLane: UInt16
  private let height: UInt8

  init(_ request: LaneRequest, position: Int, lane: Int) {
    index = UInt32(position)
    appears = Int32(request.start)
    stays = Int32(clamping: request.life)
    width = UInt32(request.columns)
    topLane = UInt16(lane)
    height = UInt8(request.rows)
    mode = request.mode
  }
}

/// What became of a comment.
public enum Placement: Hashable, Sendable {
  /// It has a place.
  case placed
  /// It has none, for this reason.
  case hidden(HiddenReason)

  /// Why it has none; nil for one that has.
  public var reason: HiddenReason? {
    if case .hidden(let reason) = self { reason } else { nil }
  }
}
