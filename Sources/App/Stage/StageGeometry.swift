import TUI

/// Where the parts of the stage stand.
///
///     title
///     stage                              │ list or rules
///     ▁▂▃▅▇▆▃▂▁ density                  │
///     12:34 ━━━━●──────── 23:40          │
///     ▶ 1.0×  23 on screen · 82 not shown
struct StageGeometry: Hashable {
  /// The row of the title; nil where the stage needs it.
  let title: Rect?
  /// Where comments fly.
  let stage: Rect
  /// The list of comments or the panel of rules, with its border; nil where there is no room.
  let side: Rect?
  /// The row of the density; nil where there is no room.
  let density: Rect?
  /// The row of the times and of the line between them; nil where there is no room.
  let times: Rect?
  /// The row that tells speed and counts; nil where there is no room.
  let status: Rect?

  /// Cells that the list or the panel needs, and that the stage must keep beside it.
  private static let sideColumns = 26...44
  private static let stageColumns = 40

  /// Parts of `area`; where the side has no room beside the stage, it may cover it.
  init(_ area: Rect, showsSide: Bool, showsDensity: Bool, coversStage: Bool = false) {
    let foot = (area.rows >= 4 ? 2 : 0) + (showsDensity && area.rows >= 7 ? 1 : 0)
    let (title, rest) = area.split(top: area.rows >= 16 ? 1 : 0)
    let (upper, lower) = rest.split(top: rest.rows - foot)
    self.title = title.isEmpty ? nil : title
    let sideColumns = min(max(area.columns / 3, Self.sideColumns.lowerBound), Self.sideColumns.upperBound)
    if showsSide, area.columns - sideColumns >= Self.stageColumns, upper.rows >= 3 {
      let (left, right) = upper.split(left: area.columns - sideColumns)
      stage = left
      side = right
    } else {
      stage = upper
      side = showsSide && coversStage ? upper : nil
    }
    density = foot == 3 ? lower.split(top: 1).top : nil
    times = foot > 0 ? lower.row(from: foot - 2) : nil
    status = foot > 0 ? lower.row(from: foot - 1) : nil
  }

  /// The line between the two times, each `width` cells wide.
  static func bar(in row: Rect, width: Int) -> Rect {
    row.inset(horizontal: width + 2, vertical: 0)
  }
}

extension Rect {
  /// One row, counted from the top.
  fileprivate func row(from top: Int) -> Rect { split(top: top).rest.split(top: 1).top }
}
