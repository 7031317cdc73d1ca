/// What a viewer wants to be spared.
///
/// The rules are asked in the order of `HiddenReason`, and the first that holds is the reason that a comment keeps.
public struct RuleSet: Hashable, Sendable {
  /// Whether of several comments with one id that say the same only the first is shown.
  public var hidesDuplicates = false
  /// Milliseconds after a comment in which others that say the same are counted there; nil counts none.
  public var mergeWindow: Int?
  /// Texts that no comment may hold; case and width do not matter.
  public var texts: [String] = []
  /// Patterns that are found in no comment.
  public var patterns: [TextPattern] = []
  /// Senders who are not heard.
  public var users: Set<Comment.Sender> = []
  /// Modes that are not shown.
  public var modes: Set<Comment.Mode> = []
  /// Colours that are shown, or not.
  public var colors = ColorRule.allBut([])
  /// The weight from which on a comment is shown. One without a weight always is: old files tell none.
  public var minimumWeight: Int?
  /// The part of the stage's height that comments use, from the top, in percent.
  public var area = 100
  /// The part of the stage's height that stays free at the bottom, where subtitles stand, in percent.
  public var subtitleSafe = 0
  /// How many comments are on the stage at any time at most; nil sets no bound.
  public var density: Int?

  /// Hides nothing.
  public static let none = RuleSet()

  /// What the stage begins with: each comment once, and no more of them than can be read.
  ///
  /// A repeat is counted for as long as the first is there to carry the number, which is the eight seconds in
  /// which it crosses the stage. A hundred at once is what a film at 60 frames per second bears as pixels; in
  /// cells it is reached on large stages only, and there it is the most that anybody reads.
  public static let stage: RuleSet = {
    var rules = RuleSet()
    rules.hidesDuplicates = true
    rules.mergeWindow = 8000
    rules.density = 100
    return rules
  }()
}

/// Which colours are shown.
public enum ColorRule: Hashable, Sendable {
  /// All colours but these.
  case allBut(Set<CommentColor>)
  /// These colours and no other: only white is what most people ask for.
  case only(Set<CommentColor>)

  /// Whether comments of `color` may be shown.
  func admits(_ color: CommentColor) -> Bool {
    switch self {
    case .allBut(let colors): !colors.contains(color)
    case .only(let colors): colors.contains(color)
    }
  }
}
