/// Why a comment is not shown, in the order in which the rules are asked: the first that holds is the reason.
public enum HiddenReason: UInt8, CaseIterable, Hashable, Sendable {
  /// Another one has the same id and says the same.
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

extension HiddenReason {
  /// How many of `positions` are hidden for each reason; reasons that hide none are left out.
  ///
  /// A dictionary for each of a million comments would take longer than the layout does.
  public static func tally(_ positions: Range<Int>, _ reason: (Int) -> HiddenReason?) -> [HiddenReason: Int] {
    var counts = [Int](repeating: 0, count: allCases.count)
    for position in positions {
      if let reason = reason(position) { counts[Int(reason.rawValue)] += 1 }
    }
    return allCases.reduce(into: [:]) { tally, reason in
      let count = counts[Int(reason.rawValue)]
      if count > 0 { tally[reason] = count }
    }
  }
}
