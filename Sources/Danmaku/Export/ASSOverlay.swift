/// Comments as they are at one moment, for players that draw lines of ASS over the picture: where each stands is written
/// into its line, so that seeking, pausing and playing at another rate need nothing but the media's time.
///
///     {\q2\fnNoto Sans CJK SC\fs38\bord1.5\shad0\pos(1204,0)}感动
///
/// The layout is made once for a size of the picture; a moment costs only what is seen then.
public struct ASSOverlay: Sendable {
  /// Where and when each comment is on the picture, in pixels.
  public let layout: LaneLayout
  private let comments: Comments
  private let ruling: Ruling?
  private let options: ASSOptions
  /// What begins every line: the player's own style is for other things.
  private let look: String
  /// Those that stand where their authors put them, in the order of their times.
  private let positioned: [Positioned]
  /// The longest life of any of them, in milliseconds.
  private let longest: Int

  private struct Positioned: Sendable {
    let position: Int
    let start: Int
    let comment: PositionedComment
  }

  /// Lays those of `comments` out that `ruling` lets be shown, on `lanes`, a stage that is as large as `options` say.
  public init(_ comments: Comments, ruling: Ruling?, options: ASSOptions, lanes: LaneRules) {
    self.comments = comments
    self.ruling = ruling
    self.options = options
    let sizes = CommentSizes(comments, font: options.metrics, fontSize: max(1, options.fontSize))
    layout = LaneLayout(comments, sizes: sizes, rules: lanes, ruling: ruling)
    look = Self.look(options)
    positioned = lanes.modes.contains(.positioned) ? Self.positioned(comments, ruling) : []
    longest = positioned.reduce(0) { max($0, $1.comment.life) }
  }

  private static func positioned(_ comments: Comments, _ ruling: Ruling?) -> [Positioned] {
    comments.indices.compactMap { position in
      guard ruling?.reason(at: position) == nil, let comment = comments.positioned(at: position) else { return nil }
      return Positioned(position: position, start: comments.time(at: position), comment: comment)
    }
  }

  private static func look(_ options: ASSOptions) -> String {
    let tenths = Int((max(0, min(options.outline, 100)) * 10).rounded())
    return "{\\q2\\b0\\i0\\shad0\\fsp0\\fn\(options.safeFontName)\\fs\(options.fontSize)"
      + "\\bord\(tenths / 10).\(tenths % 10)\\c&HFFFFFF&\\3c&H000000&"
  }

  /// The lines of what is seen at `time`, at most `limit` of them, each ended by a line feed but the last; `shift` is by
  /// how many milliseconds comments appear later than they say.
  public func lines(at time: Int, shift: Int = 0, limit: Int = 100) -> String {
    var block = ByteBlock(capacity: 1 << 14)
    var left = limit
    comments.withRows { rows, texts in
      layout.forEachVisible(at: time - shift) { placed in
        guard left > 0 else { return }
        left -= 1
        append(placed, rows[placed.position], texts, at: time - shift, to: &block)
      }
      forEachPositioned(at: time - shift) { entry in
        guard left > 0 else { return }
        left -= 1
        append(entry, rows[entry.position], at: time - shift, to: &block)
      }
    }
    return block.text
  }

  private func forEachPositioned(at time: Int, _ body: (Positioned) -> Void) {
    for entry in positioned[firstPositioned(after: time - longest)...] {
      if entry.start > time { return }
      if time < entry.start + entry.comment.life { body(entry) }
    }
  }

  private func firstPositioned(after time: Int) -> Int {
    var (low, high) = (0, positioned.count)
    while low < high {
      let middle = (low + high) / 2
      if positioned[middle].start <= time { low = middle + 1 } else { high = middle }
    }
    return low
  }

  // MARK: One line

  private func append(
    _ placed: PlacedComment, _ row: Comments.Row, _ texts: UnsafeBufferPointer<UInt8>, at time: Int,
    to block: inout ByteBlock
  ) {
    begin(&block)
    if options.opacity < 1 { ASSLines.append(opacity: options.opacity, to: &block) }
    block.append("\\an7")
    ASSLines.append(
      "\\pos(", layout.column(of: placed, at: time), options.top(ofLane: placed.lane), to: &block)
    ASSLines.appendColor(row.color, to: &block)
    let size = Comment.pixels(of: Int(row.size), fontSize: options.fontSize)
    if size != options.fontSize {
      block.append("\\fs")
      block.append(size)
    }
    block.append(UInt8(ascii: "}"))
    ASSText.append(row.text(in: texts), to: &block)
    let count = ruling?.count(at: placed.position) ?? 1
    if count > 1 { block.append(RepeatMark.text(count)) }
  }

  private func append(_ entry: Positioned, _ row: Comments.Row, at time: Int, to block: inout ByteBlock) {
    begin(&block)
    ASSPositionedLines(options).append(entry.comment, row, elapsed: time - entry.start, to: &block)
    block.append(UInt8(ascii: "}"))
    Array(entry.comment.text.utf8).withUnsafeBufferPointer { ASSText.append($0, to: &block) }
  }

  private func begin(_ block: inout ByteBlock) {
    if !block.isEmpty { block.append(UInt8(ascii: "\n")) }
    block.append(look)
  }
}
