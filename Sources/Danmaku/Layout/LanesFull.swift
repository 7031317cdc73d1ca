/// What becomes of a comment that finds every lane taken.
public enum LanesFull: Hashable, Sendable {
  /// It is hidden, with the reason ``HiddenReason/lanesFull``.
  case drop
  /// It is shown over others, in the lane that would be free the soonest.
  case overlap
}
