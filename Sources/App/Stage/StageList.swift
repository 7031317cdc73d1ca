import Danmaku
import TUI

/// The list of comments: it follows the time until somebody selects in it.
struct StageList {
  private let screen: StageScreen
  /// The place of the comment that appeared last; -1 before the first one.
  private let current: Int

  private var content: StageContent { screen.content }

  /// For how long a comment counts as new, in milliseconds.
  private static let newness = 2000

  init(_ screen: StageScreen, time: Int) {
    self.screen = screen
    current = screen.content.listedCount(at: time) - 1
  }

  /// The rows to show: the selection in their middle, or what comes in their last third.
  func window(rows: Int) -> Range<Int> {
    let count = content.listed.count
    let first = screen.selection.map { $0 - rows / 2 } ?? current - rows * 2 / 3
    let start = max(0, min(first, count - rows))
    return start..<min(count, start + max(0, rows))
  }

  /// Draws it into `area`.
  func draw(in area: Rect, on buffer: inout Buffer, _ look: StageLook, _ strings: StageStrings, layout: LaneLayout) {
    buffer.fill(area, style: look.panel)
    let title = Line(strings.comments(Strings.grouped(content.listed.count)), style: look.panelTitle)
    let inside = Block(title: title, style: look.panel).draw(in: area, on: &buffer)
    let window = window(rows: inside.rows)
    for (row, place) in window.enumerated() {
      draw(place, in: inside.split(top: row).rest.split(top: 1).top, on: &buffer, look, layout)
    }
    let edge = Rect(column: area.endColumn - 1, row: inside.row, columns: 1, rows: inside.rows)
    Scrollbar(window: window, count: content.listed.count, style: look.faint).draw(in: edge, on: &buffer)
  }

  private func draw(_ place: Int, in row: Rect, on buffer: inout Buffer, _ look: StageLook, _ layout: LaneLayout) {
    let comments = content.file.comments
    let position = content.listed[place]
    var style = style(of: place, look)
    // What found no room on the stage can still be read here.
    if layout.placement(at: position) != .placed { style.attributes.insert(.dim) }
    let isSelected = place == screen.selection
    if isSelected { buffer.fill(row, style: style) }
    let time = StageStrings.time(comments.time(at: position)) + " "
    var line = Line(time, style: isSelected ? style : look.faint)
    line.append(comments.text(at: position), style: style)
    buffer.write(line, in: row)
  }

  private func style(of place: Int, _ look: StageLook) -> Style {
    if place == screen.selection { return look.commentSelected }
    guard place <= current, current >= 0 else { return look.comment }
    let comments = content.file.comments
    let age = comments.time(at: content.listed[current]) - comments.time(at: content.listed[place])
    return age <= Self.newness ? look.commentNow : look.comment
  }
}
