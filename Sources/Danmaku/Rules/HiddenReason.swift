/// Why a comment is not shown, in the order in which the rules are asked: the first that holds is the reason.
public enum HiddenReason: UInt8, CaseIterable, Hashable, Sendable {
  /// Another one has the same id.
  case duplicate
  /// It says what one just before says, and is counted there.
  case repeated
  /// It holds a blocked text.
  case text
  /// It matches a blocked pattern.
  case pattern
  /// Its sender is blocked.
  case user
  /// Its mode is switched off.
  case mode
  /// Its colour is blocked.
  case color
  /// Its site gives it too little weight.
  case weight
  /// It finds room only where nothing is to be shown: outside of the display area, or over the subtitles.
  case area
  /// Too many are on the stage with it.
  case density
  /// Every lane was taken when its time came.
  case lanesFull
  /// Nothing here can show it: it is scripted or animated.
  case unsupported
}
