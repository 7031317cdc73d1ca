import Anime
import Danmaku
import TUI

/// Draws the list of comments: it follows the time until somebody selects in it.
///
///     ╭ 12 of 1,384 ─────────────╮
///     │ / 夜桜                    │
///     │ 01:02 夜桜きれい           │
///     │ 01:04 夜桜 12:34   no room│
struct StageList {
  private let screen: StageScreen
  private let look: StageLook
  private let strings: StageStrings
  /// The row of the comment that appeared last; -1 before the first one.
  private let current: Int

  private var comments: Comments { screen.content.file.comments }
  private var list: StageListState { screen.list }

  /// For how long a comment counts as new, in milliseconds.
  private static let newness = 2000

  init(_ screen: StageScreen, time: Int, _ look: StageLook, _ strings: StageStrings) {
    self.screen = screen
    self.look = look
    self.strings = strings
    current = screen.list.count(at: time, in: screen.content) - 1
  }

  /// Where the rows stand in the area of the list.
  static func rowArea(in area: Rect, isSearching: Bool) -> Rect {
    let inside = area.inset(horizontal: 2, vertical: 1)
    return isSearching ? inside.split(top: 1).rest : inside
  }

  /// The rows to show on `height` of them: the selection in their middle, or what comes in their last third.
  static func window(_ screen: StageScreen, time: Int, height: Int) -> Range<Int> {
    let count = screen.list.rows.count
    let current = screen.list.count(at: time, in: screen.content) - 1
    let first = screen.list.selection.map { $0 - height / 2 } ?? current - height * 2 / 3
    let start = max(0, min(first, count - height))
    return start..<min(count, start + max(0, height))
  }

  /// Draws it into `area` and returns the cell of the cursor, while somebody types.
  func draw(in area: Rect, on buffer: inout Buffer, plan: StagePlan, window: Range<Int>) -> Position? {
    buffer.fill(area, style: look.panel)
    Block(title: title, footer: footer, style: look.panel).draw(in: area, on: &buffer)
    let rows = Self.rowArea(in: area, isSearching: list.isSearching)
    for (row, place) in window.enumerated() {
      draw(place, in: rows.split(top: row).rest.split(top: 1).top, on: &buffer, plan)
    }
    let edge = Rect(column: rows.endColumn, row: rows.row, columns: 1, rows: rows.rows)
    Scrollbar(window: window, count: list.rows.count, style: look.faint).draw(in: edge, on: &buffer)
    return list.isSearching ? drawField(in: area.inset(horizontal: 2, vertical: 1).split(top: 1).top, on: &buffer) : nil
  }

  private var title: Line {
    let all = Strings.grouped(screen.content.listed.count)
    guard !list.field.text.isEmpty else { return Line(strings.comments(all), style: look.panelTitle) }
    return Line(strings.found(Strings.grouped(list.rows.count), all), style: look.panelTitle)
  }

  /// Where somebody is in the list; nothing while it follows.
  private var footer: Line {
    guard let selection = list.selection else { return Line() }
    let place = "\(Strings.grouped(selection + 1))/\(Strings.grouped(list.rows.count))"
    return Line(place, style: look.faint)
  }

  private func drawField(in row: Rect, on buffer: inout Buffer) -> Position? {
    buffer.write("/ ", column: row.column, row: row.row, style: look.progress, in: row)
    let cursor = list.field.draw(in: row.split(left: 2).rest, on: &buffer, style: look.comment)
    return list.isTyping ? cursor : nil
  }
}

// MARK: Rows

extension StageList {
  private func draw(_ place: Int, in row: Rect, on buffer: inout Buffer, _ plan: StagePlan) {
    let position = list.rows[place]
    let reason = plan.reason(at: position).map(strings.reason) ?? ""
    var style = style(of: place)
    let isSelected = place == list.selection
    // What is hidden on the stage can still be read here.
    if !reason.isEmpty, !isSelected { style = look.faint }
    if isSelected { buffer.fill(row, style: style) }
    let faint = isSelected ? style : look.faint
    var line = Line(MediaTime.text(comments.time(at: position) + screen.settings.offset) + " ", style: faint)
    append(screen.settings.script.text(screen.content.text(at: position)), to: &line, style)
    line.append(RepeatMark.text(plan.count(at: position)), style: faint)
    let width = reason.isEmpty ? 0 : min(TextWidth.of(reason, ambiguity: buffer.ambiguity) + 1, row.columns / 3)
    let (left, right) = row.split(left: row.columns - width)
    buffer.write(line.truncated(to: left.columns, ambiguity: buffer.ambiguity), in: left)
    buffer.write(Line(reason, style: faint), in: right, alignment: .right)
  }

  /// The text, with the times in it that one can go to underlined.
  private func append(_ text: String, to line: inout Line, _ style: Style) {
    var start = text.startIndex
    for mention in screen.content.mentions(in: text) {
      line.append(String(text[start..<mention.range.lowerBound]), style: style)
      var marked = style
      marked.attributes.insert(.underline)
      line.append(String(text[mention.range]), style: marked)
      start = mention.range.upperBound
    }
    line.append(String(text[start...]), style: style)
  }

  private func style(of place: Int) -> Style {
    if place == list.selection { return look.commentSelected }
    guard place <= current, current >= 0 else { return look.comment }
    let age = comments.time(at: list.rows[current]) - comments.time(at: list.rows[place])
    return age <= Self.newness ? look.commentNow : look.comment
  }
}
