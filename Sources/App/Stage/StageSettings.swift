public import Anime
public import Danmaku

/// What a viewer switches on the stage.
public struct StageSettings: Hashable, Sendable {
  /// How many milliseconds of the media comments appear later than their times say.
  public var offset = 0
  /// The modes that are shown.
  public var modes = Set(switchable)
  /// The part of the stage's rows that comments use, in percent.
  public var areaPercent = 100
  /// Whether comments fly faster where the media plays faster; otherwise they stay as long as ever.
  public var followsSpeed = true
  /// In which Chinese characters comments are shown.
  public var script = HanScript.asIs

  /// Everything as it comes.
  public init() {}

  /// The modes that can be shown, in the order in which they are told.
  static let switchable = Comment.Mode.text + [.positioned]
  /// What `cycleArea` goes through.
  private static let areas = [100, 75, 50, 25]
  /// No offset is larger: a day.
  private static let farthest = 86_400_000

  /// Gives comments the next smaller part of the stage, or all of it again.
  mutating func cycleArea() {
    areaPercent = Self.areas.first { $0 < areaPercent } ?? Self.areas[0]
  }

  /// Lets comments appear `milliseconds` later than before.
  mutating func delay(by milliseconds: Int) {
    offset = max(-Self.farthest, min(offset + milliseconds, Self.farthest))
  }

  /// The rules of a stage of this size on which the media plays at `speed` percent; a comment crosses it in
  /// `crossing` milliseconds.
  func laneRules(columns: Int, rows: Int, crossing: Int, speed: Int) -> LaneRules {
    var rules = LaneRules(columns: columns, lanes: rows == 0 ? 0 : max(1, rows * areaPercent / 100))
    rules.spareLanes = max(0, rows - rules.lanes)
    rules.crossing = crossing
    rules.modes = modes
    if !followsSpeed {
      // Times are the media's: at twice the speed a comment needs twice as many of them for the same reading.
      rules.crossing = rules.crossing * speed / 100
      rules.standing = rules.standing * speed / 100
    }
    return rules
  }
}
