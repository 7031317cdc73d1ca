public import Anime
public import Danmaku

/// What a viewer switches on the stage.
public struct StageSettings: Hashable, Sendable {
  /// How many milliseconds of the media comments appear later than their times say.
  public var offset = 0
  /// What is not shown, and where nothing is.
  public var rules = RuleSet.stage
  /// Whether comments fly faster where the media plays faster; otherwise they stay as long as ever.
  public var followsSpeed = true
  /// In which Chinese characters comments are shown.
  public var script = HanScript.asIs
  /// How much of a film comments cover, in percent: all of it, or less where it shines through.
  public var opacity = 100
  /// Whether comments are shown at all.
  public var showsComments = true

  /// Everything as it comes.
  public init() {}

  /// The modes that can be shown, in the order in which they are told.
  static let switchable = Comment.Mode.text + [.positioned]
  /// No offset is larger: a day.
  private static let farthest = 86_400_000

  /// Lets a quarter more of a film shine through, or after the last quarter nothing.
  mutating func lowerOpacity() { opacity = QuarterSteps.next(after: opacity) }

  /// Lets comments appear `milliseconds` later than before.
  mutating func delay(by milliseconds: Int) {
    offset = max(-Self.farthest, min(offset + milliseconds, Self.farthest))
  }

  /// The rules of a stage of this size on which the media plays at `speed` percent; a comment crosses it in
  /// `crossing` milliseconds.
  func laneRules(columns: Int, rows: Int, crossing: Int, speed: Int) -> LaneRules {
    var rules = LaneRules(columns: columns, rows: rows, rules: self.rules)
    rules.crossing = crossing
    if !followsSpeed {
      // Times are the media's: at twice the speed a comment needs twice as many of them for the same reading.
      rules.crossing = rules.crossing * speed / 100
      rules.standing = rules.standing * speed / 100
      rules.stretch = speed
    }
    return rules
  }
}
