import TUI

/// Sections of lines in columns: below one another in each, and side by side where there is a column for each of them.
///
///     葬送のフリーレン      Streams              Elsewhere
///     TV · 2023 autumn    Netflix  Fri 23:30   Bangumi  bangumi:400602
struct SectionColumns {
  /// The lines of each column, at most as many as there are rows.
  private(set) var columns: [[Line]] = [[]]

  private let rows: Int

  /// The sections in at most `count` columns of `rows` rows; what does not fit is left out.
  init(_ sections: [[Line]], count: Int, rows: Int) {
    self.rows = rows
    for (index, section) in sections.enumerated() {
      let free = count - columns.count
      let isCut = section.count >= room
      if room < rows, free > 0, isCut || free >= sections.count - index { columns.append([]) }
      append(section)
    }
  }

  /// How many lines the last column still takes.
  private var room: Int { rows - (columns.last?.count ?? 0) }

  private mutating func append(_ section: [Line]) {
    let gap = room == rows ? [] : [Line()]
    let fitting = section.prefix(max(0, room - gap.count))
    // A heading alone would promise what nobody sees.
    guard fitting.count > min(1, section.count - 1) else { return }
    columns[columns.count - 1] += gap + fitting
  }
}
