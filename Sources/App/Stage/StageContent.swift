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
  public let duration: Int
  /// How many milliseconds later than they say its comments appear at first: what was asked for, or remembered.
  public let offset: Int
  /// Whose offsets these are; nil where the comments are those of a file.
  public var kept: KeptOffsets?
  /// How wide the characters are taken whose width depends on the terminal.
  let ambiguity: TextWidth.Ambiguity
  let sizes: CommentSizes
  let texts: StageTexts
  /// The positions of the comments that are text, which the list shows.
  let listed: [Int]
  /// What a search of the list looks at.
  let folded: FoldedComments

  /// What is left of a film whose length nobody told after its last comment appeared.
  private static let tail = 10_000

  /// The comments of `file`; `duration` is that of the film in milliseconds, where it is known.
  public init(
    title: String, file: DanmakuFile, duration: Int? = nil, offset: Int = 0, ambiguity: TextWidth.Ambiguity = .narrow
  ) {
    self.title = title
    self.offset = offset
    self.file = file
    self.ambiguity = ambiguity
    let comments = file.comments
    self.duration = duration ?? comments.indices.last.map { comments.time(at: $0) + Self.tail } ?? 0
    sizes = CommentSizes(comments) { TextWidth.of($0, ambiguity: ambiguity) }
    texts = StageTexts(comments, ambiguity: ambiguity)
    folded = FoldedComments(comments)
    listed = comments.indices.filter { comments.mode(at: $0).isText }
  }

  /// The same, measured for a terminal that draws ambiguous characters so wide.
  func measured(_ ambiguity: TextWidth.Ambiguity) -> StageContent {
    var content = StageContent(title: title, file: file, duration: duration, offset: offset, ambiguity: ambiguity)
    content.kept = kept
    return content
  }

  /// The times of the film that `text` names.
  func mentions(in text: String) -> [TimeMention] {
    TimeMention.all(in: text).filter { $0.time <= duration }
  }
}
