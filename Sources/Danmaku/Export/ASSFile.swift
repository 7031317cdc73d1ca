/// Comments as subtitles of the format ASS, which every good player shows over a film.
///
///     Dialogue: 0,0:00:12.90,0:00:24.90,Danmaku,,0,0,0,,{\move(1920,0,-53,0)}感动
///
/// Colours are true RGB, for which `YCbCr Matrix: None` stands; those of tools that distort them for one player are
/// wrong in the others.
public struct ASSFile: Sendable {
  /// Where and when each comment is on the picture, in pixels.
  public let layout: LaneLayout
  private let comments: Comments
  private let ruling: Ruling?
  private let options: ASSOptions
  /// What the code of those means that stand where their authors put them, by their positions.
  private let positioned: [Int: PositionedComment]
  /// Their positions, in the order of their times.
  private let positionedOrder: [Int]

  /// Lays those of `comments` out that `ruling` lets be shown; all of them where there is none.
  public init(_ comments: Comments, ruling: Ruling? = nil, options: ASSOptions = ASSOptions()) {
    self.comments = comments
    self.ruling = ruling
    self.options = options
    let sizes = CommentSizes(comments, font: options.metrics, fontSize: max(1, options.fontSize))
    layout = LaneLayout(comments, sizes: sizes, rules: options.laneRules, ruling: ruling)
    positioned = options.modes.contains(.positioned) ? Self.positioned(comments, ruling) : [:]
    positionedOrder = positioned.keys.sorted()
  }

  private static func positioned(_ comments: Comments, _ ruling: Ruling?) -> [Int: PositionedComment] {
    comments.indices.reduce(into: [:]) { positioned, position in
      guard comments.mode(at: position) == .positioned, ruling?.reason(at: position) == nil else { return }
      let comment = comments[position]
      positioned[position] = PositionedComment(code: comment.text, sent: comment.sent)
    }
  }

  /// What became of the comment at `position`; one that stands where its author put it needs no lane.
  public func placement(at position: Int) -> Placement {
    let placement = layout.placement(at: position)
    return placement == .hidden(.unsupported) && positioned[position] != nil ? .placed : placement
  }

  /// Writes the file in blocks: UTF-8 with a byte order mark, without which some players take it for another encoding.
  public func write(to sink: (UnsafeRawBufferPointer) throws -> Void) rethrows {
    try writeHeader(to: sink)
    try writeLines(0..<lineCount, to: sink)
  }

  /// How many lines follow the header, one for each comment that is shown.
  public var lineCount: Int { layout.placed.count + positionedOrder.count }

  /// Writes what stands before the first line.
  public func writeHeader(to sink: (UnsafeRawBufferPointer) throws -> Void) rethrows {
    var block = ByteBlock()
    block.append("\u{FEFF}")
    block.append(ASSHeader.text(options))
    try block.passAll(to: sink)
  }

  /// Writes `range` of the lines, so that several threads can each write a part of a file.
  public func writeLines(_ range: Range<Int>, to sink: (UnsafeRawBufferPointer) throws -> Void) rethrows {
    var block = ByteBlock()
    let (placed, lines, positionedLines) = (layout.placed, ASSLines(options), ASSPositionedLines(options))
    try comments.withRows { rows, texts in
      for index in range {
        if index < placed.count {
          let place = placed[index]
          let row = rows[place.position]
          let count = ruling?.count(at: place.position) ?? 1
          lines.append(place, row, text: row.text(in: texts), count: count, to: &block)
        } else {
          let position = positionedOrder[index - placed.count]
          guard let comment = positioned[position] else { continue }
          positionedLines.append(comment, rows[position], to: &block)
        }
        try block.pass(to: sink)
      }
    }
    try block.passAll(to: sink)
  }
}
