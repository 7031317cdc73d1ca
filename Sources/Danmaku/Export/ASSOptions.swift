/// How comments become subtitles of the format ASS: the picture they fly over, and how they look.
public struct ASSOptions: Hashable, Sendable {
  /// The width of the picture in pixels; players scale it to the film's.
  public var width = 1920
  /// The height of the picture in pixels.
  public var height = 1080
  /// The font that the player looks for.
  public var fontName = "Noto Sans CJK SC"
  /// How high a line of an ordinary comment is, in pixels.
  public var fontSize = 38
  /// Milliseconds in which a moving comment crosses the picture, its own width with it.
  public var crossing = 12_000
  /// Milliseconds for which a still comment stands.
  public var standing = 5000
  /// How much of a comment covers the picture: from 0, invisible, to 1.
  public var opacity = 1.0
  /// The width of the line around each character, in pixels.
  public var outline = 1.5
  /// What becomes of a comment that finds every lane taken.
  public var whenFull = LanesFull.drop
  /// Whether still, scrolling and reverse comments lie over each other, as in the players of web sites, instead of
  /// making room for each other.
  public var isLayered = true
  /// The part of the picture's height that comments use, from its top, in percent.
  public var area = 100
  /// The part of the picture's height that stays free for subtitles, at its bottom, in percent.
  public var subtitleSafe = 0
  /// Pixels between two comments that follow each other.
  public var gap = 10
  /// The modes that are shown; positioned comments are among them.
  public var modes: Set<Comment.Mode> = Set(Comment.Mode.text + [.positioned])

  /// A picture of 1920×1080 with lines of 38 pixels.
  public init() {}
}

extension ASSOptions {
  /// The lanes that the whole picture has.
  var allLanes: Int { max(1, height / max(1, fontSize)) }

  /// The top of a lane in pixels. What is left of the height when it is cut into lanes lies between them.
  func top(ofLane lane: Int) -> Int { lane * height / allLanes }

  /// The stage that the picture is. Its moments are hundredths of a second: the format knows no finer ones.
  public var laneRules: LaneRules {
    var rules = LaneRules(columns: width, rows: allLanes, area: area, subtitleSafe: subtitleSafe)
    rules.crossing = crossing
    rules.standing = standing
    rules.gap = gap
    rules.modes = modes
    rules.whenFull = whenFull
    rules.isLayered = isLayered
    rules.resolution = 10
    return rules
  }

  /// For how many milliseconds the comment at `position` is on the picture, if it is.
  public func life(of comments: Comments, at position: Int) -> Int {
    guard comments.mode(at: position) == .positioned else {
      return laneRules.life(of: comments.mode(at: position), wanted: comments.life(at: position))
    }
    let comment = comments[position]
    return PositionedComment(code: comment.text, sent: comment.sent)?.life ?? 0
  }

  /// The font's name without what would end the field, the line or the command that it stands in.
  var safeFontName: String {
    String(
      String.UnicodeScalarView(
        fontName.unicodeScalars.filter { !",\\{}()".unicodeScalars.contains($0) && $0.value >= 0x20 }))
  }

  /// How wide the font is, as its name tells.
  var metrics: FontMetrics { FontMetrics(fontNamed: fontName) }
}
