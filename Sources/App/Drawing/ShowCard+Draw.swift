import Anime
import TUI

extension ShowCard {
  /// The cells that a column takes at least where several stand side by side.
  private static let columnWidth = 56
  /// The cells between two of them.
  private static let spacing = 2

  /// Draws a panel with as much as fits, in up to three columns where it is wide.
  func draw(in area: Rect, on frame: inout Frame) {
    guard let show else {
      _ = world.panel("", in: area, on: &frame)
      return
    }
    let inside = world.panel("", footer: show.id.description, in: area, on: &frame).inset(horizontal: 1, vertical: 0)
    let count = max(1, min(3, inside.columns / Self.columnWidth))
    let width = (inside.columns - (count - 1) * Self.spacing) / count
    let columns = SectionColumns(sections(width: width), count: count, rows: inside.rows).columns
    for (index, lines) in columns.enumerated() {
      let column = inside.column + index * (width + Self.spacing)
      for (row, line) in lines.enumerated() {
        frame.buffer.write(line, column: column, row: inside.row + row, in: inside)
      }
    }
  }

  /// What is known, and then the links under each of their headings.
  private func sections(width: Int) -> [[Line]] {
    var sections = [facts(width: width)]
    let links = links(width: width)
    for (index, link) in links.enumerated() {
      // The blanks between sections are those of the columns.
      let isAtEdge = sections.count == 1 || index + 1 < links.count && links[index + 1].isHeading
      if isAtEdge, link.line.spans.isEmpty { continue }
      if link.isHeading || sections.count == 1 { sections.append([]) }
      sections[sections.count - 1].append(link.line)
    }
    return sections
  }
}
