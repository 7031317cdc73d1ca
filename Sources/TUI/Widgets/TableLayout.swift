/// Which columns of a table fit, and where they stand.
///
/// Columns keep their order; where the width does not suffice, the ones of
/// least `priority` go first. What is left over goes to the growing ones.
public struct TableLayout: Hashable, Sendable {
  /// One column.
  public struct Column: Hashable, Sendable {
    /// The fewest cells that make it useful.
    public var minimum: Int
    /// The most cells that it can use.
    public var maximum: Int
    /// The higher, the longer it stays.
    public var priority: Int

    /// A column of exactly `width` cells.
    public init(width: Int, priority: Int) {
      self.init(minimum: width, maximum: width, priority: priority)
    }

    /// A column that grows from `minimum` to `maximum` cells.
    public init(minimum: Int, maximum: Int = .max, priority: Int) {
      self.minimum = max(0, minimum)
      self.maximum = max(self.minimum, maximum)
      self.priority = priority
    }
  }

  /// The place of each column, from the left edge; nil for a dropped one.
  public let columns: [Range<Int>?]

  /// Fits `columns` into `width` cells, `spacing` apart.
  public init(_ columns: [Column], width: Int, spacing: Int = 1) {
    let kept = Self.fitting(columns, width: width, spacing: spacing)
    let used = kept.reduce(0) { $0 + columns[$1].minimum } + spacing * max(0, kept.count - 1)
    let widths = Self.growing(kept.map { columns[$0] }, by: max(0, width - used))
    var places: [Range<Int>?] = Array(repeating: nil, count: columns.count)
    var left = 0
    for (index, columnWidth) in zip(kept, widths) {
      // The last column that stays is cut rather than dropped.
      places[index] = left..<max(left, min(left + columnWidth, width))
      left += columnWidth + spacing
    }
    self.columns = places
  }

  /// The place of column `index` in `area`; nil where it was dropped.
  public func rect(_ index: Int, in area: Rect) -> Rect? {
    guard let place = columns[index] else { return nil }
    return Rect(column: area.column + place.lowerBound, row: area.row, columns: place.count, rows: area.rows)
  }

  private static func fitting(_ columns: [Column], width: Int, spacing: Int) -> [Int] {
    var kept = Array(columns.indices)
    while kept.count > 1, kept.reduce(-spacing, { $0 + columns[$1].minimum + spacing }) > width {
      guard let least = kept.indices.min(by: { columns[kept[$0]].priority <= columns[kept[$1]].priority }) else {
        break
      }
      kept.remove(at: least)
    }
    return kept
  }

  /// Shares `room` evenly among the columns that can grow.
  private static func growing(_ columns: [Column], by room: Int) -> [Int] {
    var widths = columns.map(\.minimum)
    var room = room
    while room > 0 {
      let hungry = columns.indices.filter { widths[$0] < columns[$0].maximum }
      guard !hungry.isEmpty else { break }
      let share = max(1, room / hungry.count)
      for index in hungry where room > 0 {
        let more = min(share, room, columns[index].maximum - widths[index])
        widths[index] += more
        room -= more
      }
    }
    return widths
  }
}
