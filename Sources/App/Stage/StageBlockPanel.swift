import Anime
import Danmaku
import TUI

/// Draws what can be blocked of a comment, and which comments that would hide.
///
///     ╭ Block ───────────────────╮
///     │ 夜桜きれい……              │
///     │                          │
///     │ this text                │
///     │ its sender               │
///     │ words             夜桜    │
///     │ pattern                  │
///     │                          │
///     │ 2 comments               │
///     │ 01:02 夜桜きれい……        │
///     │ 01:04 夜桜 12:34          │
///     ╰─────────── kept in mine ╯
struct StageBlockPanel {
  private let block: StageBlock
  private let screen: StageScreen
  private let look: StageLook
  private let strings: StageStrings

  private var words: StageBlockStrings { strings.block }

  init(_ block: StageBlock, _ screen: StageScreen, _ look: StageLook, _ strings: StageStrings) {
    self.block = block
    self.screen = screen
    self.look = look
    self.strings = strings
  }

  /// Where the ways stand in the area of the panel: below the comment and a blank row.
  static func wayArea(in area: Rect, _ block: StageBlock) -> Rect {
    area.inset(horizontal: 1, vertical: 1).split(top: 2).rest.split(top: block.ways.count).top
  }

  /// Draws it into `area` and returns the cell of the cursor, while somebody types.
  func draw(in area: Rect, on buffer: inout Buffer) -> Position? {
    buffer.fill(area, style: look.panel)
    // Where there is no row for the preview, its number is what must not be missing.
    let isLow = area.rows < block.ways.count + 6
    let inside = Block(
      title: Line(words.title, style: look.panelTitle),
      footer: isLow ? Line(summary, style: look.panelTitle) : Line(scope, style: look.faint), style: look.panel
    ).draw(in: area, on: &buffer)
    write(screen.settings.script.text(block.text), look.commentNow, in: inside.split(top: 1).top, on: &buffer)
    let ways = Self.wayArea(in: area, block)
    var cursor: Position?
    for (row, way) in block.ways.enumerated() {
      let row = ways.split(top: row).rest.split(top: 1).top
      cursor = draw(way, in: row, on: &buffer) ?? cursor
    }
    if !isLow { drawPreview(in: inside.split(top: block.ways.count + 3).rest, on: &buffer) }
    return cursor
  }

  /// Draws one way, with what was typed where it is the selected one.
  private func draw(_ way: StageBlock.Way, in row: Rect, on buffer: inout Buffer) -> Position? {
    guard !row.isEmpty else { return nil }
    let isSelected = way == block.way
    let style = isSelected ? look.commentSelected : look.comment
    buffer.fill(row, style: style)
    write(words.name(way), style, in: row, on: &buffer)
    guard isSelected, way.isTyped else { return nil }
    let width = TextWidth.of(words.name(way), ambiguity: buffer.ambiguity) + 3
    return block.field.draw(in: row.split(left: width).rest, on: &buffer, style: style)
  }

  /// Draws how many comments the proposal holds for, and the first of them; or why it is none.
  private func drawPreview(in area: Rect, on buffer: inout Buffer) {
    var (row, rest) = area.split(top: 1)
    write(summary, look.panelTitle, in: row, on: &buffer)
    for position in block.matches.prefix(rest.rows) {
      (row, rest) = rest.split(top: 1)
      let time = screen.content.file.comments.time(at: position) + screen.settings.offset
      var line = Line(" " + MediaTime.text(time) + " ", style: look.faint)
      line.append(screen.settings.script.text(screen.content.text(at: position)), style: look.comment)
      buffer.write(line.truncated(to: row.columns, ambiguity: buffer.ambiguity), in: row)
    }
  }

  /// For how long the block holds.
  private var scope: String { screen.content.ruleSet.map(words.kept) ?? words.passing }

  private var summary: String {
    switch block.proposal {
    case .nothing: words.nothing
    case .malformed(let error) where error.reason == .everything: words.everything
    case .malformed(let error): words.malformed(error.position + 1)
    case .rule(let rule) where screen.settings.rules.contains(rule): words.already
    case .rule: strings.comments(Strings.grouped(block.matches.count))
    }
  }

  private func write(_ text: String, _ style: Style, in row: Rect, on buffer: inout Buffer) {
    let inside = row.inset(horizontal: 1, vertical: 0)
    buffer.write(Line(text, style: style).truncated(to: inside.columns, ambiguity: buffer.ambiguity), in: inside)
  }
}
