public import Danmaku
public import TUI

/// What a stage shows: the comments of a file, measured.
///
/// Reading and measuring a hundred thousand comments takes a tenth of a second, so it is made where the file is
/// read, not where keys are answered.
public struct StageContent: Sendable {
  /// What stands above the stage: the film, or the name of the file.
  public let title: String
  /// The file.
  public let file: DanmakuFile
  /// How long the film is, in milliseconds.
  public internal(set) var duration: Int
  /// How many milliseconds later than they say its comments appear at first: what was asked for, or remembered.
  public let offset: Int
  /// Whose offsets these are; nil where the comments are those of a file.
  public var kept: KeptOffsets?
  /// How wide the characters are taken whose width depends on the terminal.
  let ambiguity: TextWidth.Ambiguity
  let sizes: CommentSizes
  let texts: StageTexts
  /// The rules to begin with.
  public let rules: RuleSet
  /// The name of the user's set of rules that what is blocked here goes to; nil where that ends with the playing.
  public let ruleSet: String?
  let positioned: PositionedComments
  /// How many comments nothing here can show, by their mode.
  let unsupported: [Comment.Mode: Int]
  /// The positions of the comments that can be read, which the list shows.
  let listed: [Int]
  /// What a search of the list looks at.
  let folded: FoldedComments

  /// What is left of a film whose length nobody told after its last comment appeared.
  private static let tail = 10_000

  /// The comments of `file`; `duration` is that of the film in milliseconds, where it is known.
  public init(
    title: String, file: DanmakuFile, duration: Int? = nil, offset: Int = 0, rules: RuleSet = .stage,
    ruleSet: String? = nil, ambiguity: TextWidth.Ambiguity = .narrow
  ) {
    self.title = title
    self.offset = offset
    self.rules = rules
    self.ruleSet = ruleSet
    self.file = file
    self.ambiguity = ambiguity
    let comments = file.comments
    self.duration = duration ?? comments.indices.last.map { max(0, comments.time(at: $0)) + Self.tail } ?? 0
    let positioned = PositionedComments(comments)
    self.positioned = positioned
    sizes = CommentSizes(comments) { TextWidth.of($0, ambiguity: ambiguity) }
    texts = StageTexts(comments, positioned, ambiguity: ambiguity)
    folded = FoldedComments(comments, positioned)
    unsupported = file.notShown
    listed = comments.indices.filter {
      comments.mode(at: $0).isText || comments.mode(at: $0) == .positioned && positioned.entry(at: $0) != nil
    }
  }

  /// What the comment at `position` says; of a positioned one, what stands in its code.
  func text(at position: Int) -> String {
    positioned.entry(at: position)?.comment.text ?? file.comments.text(at: position)
  }

  /// The same, measured for a terminal that draws ambiguous characters so wide.
  func measured(_ ambiguity: TextWidth.Ambiguity) -> StageContent {
    var content = StageContent(
      title: title, file: file, duration: duration, offset: offset, rules: rules, ruleSet: ruleSet,
      ambiguity: ambiguity)
    content.kept = kept
    return content
  }

  /// The times of the film that `text` names.
  func mentions(in text: String) -> [TimeMention] {
    TimeMention.all(in: text).filter { $0.time <= duration }
  }
}
