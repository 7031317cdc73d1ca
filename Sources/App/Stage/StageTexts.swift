import Anime
import Danmaku
import TUI

/// The texts of comments as cells take them: glyphs, line by line.
///
/// They are taken apart once, where the file is read: a frame then neither decodes text nor measures it, and
/// allocates nothing.
struct StageTexts: Sendable {
  private var glyphs: [Glyph] = []
  /// Where each line begins among the glyphs, and where the last one ends.
  private var lineStarts: [UInt32] = [0]
  /// The first line of each comment, and the one behind the last comment.
  private var firstLines: [UInt32] = [0]
  /// Whether each comment is Japanese, whose characters no script replaces.
  private var isJapanese: [Bool] = []

  init(_ comments: Comments, _ positioned: PositionedComments, ambiguity: TextWidth.Ambiguity) {
    firstLines.reserveCapacity(comments.count + 1)
    isJapanese.reserveCapacity(comments.count)
    for position in comments.indices {
      append(Self.lines(of: position, in: comments, positioned), ambiguity)
    }
  }

  /// The lines of a comment; none of one that nothing here can show.
  private static func lines(of position: Int, in comments: Comments, _ positioned: PositionedComments) -> [String] {
    if comments.mode(at: position).isText { return comments.lines(at: position) }
    guard let entry = positioned.entry(at: position) else { return [] }
    return entry.comment.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  private mutating func append(_ lines: [String], _ ambiguity: TextWidth.Ambiguity) {
    for line in lines {
      glyphs.append(contentsOf: Glyphs(line, ambiguity: ambiguity))
      lineStarts.append(UInt32(glyphs.count))
    }
    firstLines.append(UInt32(lineStarts.count - 1))
    isJapanese.append(lines.contains { $0.unicodeScalars.contains(where: \.isKana) })
  }

  /// The cells and rows that the comment at `position` takes.
  func size(of position: Int) -> Size {
    let lines = Int(firstLines[position])..<Int(firstLines[position + 1])
    let columns = lines.map { line in
      glyphs[Int(lineStarts[line])..<Int(lineStarts[line + 1])].reduce(0) { $0 + $1.width }
    }
    return Size(columns: columns.max() ?? 0, rows: lines.count)
  }

  /// Draws the comment at `position` in `script`, its first cell at `column` and `row`, clipped to `area`.
  func draw(
    _ position: Int, in script: HanScript, column: Int, row: Int, style: Style, clippedTo area: Rect,
    on buffer: inout Buffer
  ) {
    let script = isJapanese[position] ? .asIs : script
    for line in Int(firstLines[position])..<Int(firstLines[position + 1]) {
      var cell = column
      for index in Int(lineStarts[line])..<Int(lineStarts[line + 1]) where cell < area.endColumn {
        let glyph = script == .asIs ? glyphs[index] : glyphs[index].replacingBase(script.scalar)
        buffer.write(
          glyph, column: cell, row: row + line - Int(firstLines[position]), style: style, in: area)
        cell += glyph.width
      }
    }
  }
}
