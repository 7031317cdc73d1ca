import Danmaku
import TUI

/// Draws the rules of the stage, what they are set to, and how many comments each of them hides.
///
///     ╭ Rules ───────────────────╮
///     │ scrolling             on │
///     │ area               100 % │
///     │ repeats          counted │
///     │                          │
///     │ hidden                   │
///     │ repeat             1,204 │
struct StageRulesPanel {
  private let settings: StageSettings
  private let selection: Int
  private let hidden: [HiddenReason: Int]
  private let look: StageLook
  private let strings: StageStrings

  init(_ screen: StageScreen, _ plan: StagePlan, _ look: StageLook, _ strings: StageStrings) {
    settings = screen.settings
    selection = screen.selectedRule ?? 0
    hidden = plan.hidden
    self.look = look
    self.strings = strings
  }

  /// The first row that is shown where `height` rows are: the selection is among them.
  static func first(selection: Int, height: Int) -> Int {
    max(0, min(selection - height / 2, StageRule.all.count - height))
  }

  /// Draws it into `area`.
  func draw(in area: Rect, on buffer: inout Buffer) {
    buffer.fill(area, style: look.panel)
    let title = Line(strings.rules.title, style: look.panelTitle)
    let inside = Block(title: title, style: look.panel).draw(in: area, on: &buffer)
    let first = Self.first(selection: selection, height: inside.rows)
    var rest = inside
    for (index, rule) in StageRule.all.enumerated().dropFirst(first) where !rest.isEmpty {
      let (row, below) = rest.split(top: 1)
      rest = below
      let style = index == selection ? look.commentSelected : look.comment
      buffer.fill(row, style: style)
      write(
        strings.rules.name(rule, strings), strings.rules.value(rule, settings, strings), style, in: row, on: &buffer)
    }
    drawHidden(in: rest.split(top: 1).rest, on: &buffer)
  }

  /// How many comments are hidden, for each reason.
  private func drawHidden(in area: Rect, on buffer: inout Buffer) {
    let reasons = HiddenReason.allCases.filter { hidden[$0] != nil }
    guard !reasons.isEmpty, area.rows > 1 else { return }
    var (row, rest) = area.split(top: 1)
    buffer.write(Line(" " + strings.rules.hidden, style: look.panelTitle), in: row)
    for reason in reasons {
      (row, rest) = rest.split(top: 1)
      guard !row.isEmpty else { return }
      write(strings.reason(reason), Strings.grouped(hidden[reason] ?? 0), look.faint, in: row, on: &buffer)
    }
  }

  private func write(_ name: String, _ value: String, _ style: Style, in row: Rect, on buffer: inout Buffer) {
    let inside = row.inset(horizontal: 1, vertical: 0)
    buffer.write(Line(name, style: style), in: inside)
    buffer.write(Line(value, style: style), in: inside, alignment: .right)
  }
}
