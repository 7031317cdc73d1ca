import Anime
import TUI

/// The columns that have something to show for the rows of a list, and how wide they are.
struct WatchlistTable: Sendable {
  /// The columns that are not empty.
  private(set) var columns: [WatchlistColumn] = []
  private var widths: [WatchlistColumn: Int] = [:]
  /// The digits of the numbers of episodes: watched, and of how many.
  private var watchedDigits = 1
  /// 0 where the number of episodes is known of no show.
  private var totalDigits = 0

  /// Two blanks stand between columns.
  static let spacing = 2
  private static let gaugeWidth = 10
  private static let dateWidth = 10
  /// The cells that most titles take.
  private static let widestNeed = 34

  /// The table of no rows.
  init() {}

  /// The table of `entries` in `tab`.
  init(_ entries: [ListEntry], tab: WatchlistTab, _ world: Surroundings) {
    measureCounts(of: entries, world)
    columns = WatchlistColumn.allCases.filter { column in
      column == .gauge ? totalDigits > 0 : Self.isWorthwhile(column, entries, tab)
    }
    let strings = world.entryStrings
    for column in columns {
      // The mark of the order stands behind the head.
      let head = world.widest([column.head(strings)]) + (column.isSortable ? 1 : 0)
      widths[column] = max(head, width(of: column, entries, world))
    }
  }

  private mutating func measureCounts(of entries: [ListEntry], _ world: Surroundings) {
    for entry in entries {
      watchedDigits = max(watchedDigits, String(entry.progress).utf8.count)
      if let count = world.episodeCount(of: entry.show) { totalDigits = max(totalDigits, String(count).utf8.count) }
    }
  }

  /// Whether `column` says anything of `entries`; the status is told by its tab.
  private static func isWorthwhile(_ column: WatchlistColumn, _ entries: [ListEntry], _ tab: WatchlistTab) -> Bool {
    switch column {
    case .marks, .title, .gauge, .progress, .changed: true
    case .airs, .next: entries.contains { $0.isFollowed || $0.status != .completed && $0.status != .dropped }
    case .status: if case .status = tab { false } else { entries.contains { $0.status != nil } }
    case .score: entries.contains { $0.score != nil }
    case .priority: entries.contains { $0.priority != nil }
    case .tags: entries.contains { !$0.tags.isEmpty }
    case .started: entries.contains { $0.started != nil }
    case .finished: entries.contains { $0.finished != nil }
    case .rewatches: entries.contains { $0.rewatches > 0 }
    case .note: entries.contains { !$0.note.isEmpty }
    }
  }

  /// Of more entries it is not asked when each is on next, which takes a few microseconds: a key is to be done at once.
  private static let mostAsked = 500

  /// The cells of the widest value; of a day and an hour, and of long lists, of the widest that there can be.
  private func width(of column: WatchlistColumn, _ entries: [ListEntry], _ world: Surroundings) -> Int {
    let strings = world.strings
    switch column {
    case .marks:
      return world.widest([world.marks.followed]) + 1 + world.widest(WatchStatus.allCases.map(world.marks.status))
    case .title: return 0
    case .status: return world.widest(WatchStatus.allCases.map(strings.status))
    case .gauge: return Self.gaugeWidth
    case .progress:
      let isReserved = entries.contains { world.isReserved($0) }
      return max(
        watchedDigits + (totalDigits > 0 ? totalDigits + 3 : 0), isReserved ? world.widest([strings.reserved]) : 0)
    case .airs:
      let days = (0..<7).map { strings.weekday($0) + " 25:30" }
      return world.widest(days + (1...12).map { strings.monthDay(CivilDate(year: 2026, month: $0, day: 30)) })
    case .next:
      guard entries.count <= Self.mostAsked else {
        return world.widest([strings.inTime(strings.duration(1439)), strings.inTime(strings.duration(1_439_000))])
      }
      return world.widest(entries.lazy.compactMap { world.nextTime(of: $0.show) }.map { world.relative($0.at) })
    case .score:
      return world.widest(Set(entries.map(\.score)).compactMap(\.self).map(world.configuration.scoreScale.text))
    case .priority: return world.widest(Priority.allCases.map(strings.priority))
    case .tags: return min(30, world.widest(Set(entries.map(\.tags)).map(Self.words)))
    case .started, .finished, .changed: return Self.dateWidth
    case .rewatches: return world.widest(entries.map { String($0.rewatches) })
    case .note: return min(40, world.widest(entries.map(\.note)))
    }
  }

  /// The columns for `TableLayout` in `cells`, of which those of least importance go first.
  func layout(in cells: Int) -> [TableLayout.Column] {
    // A title needs half of a narrow table; of a wide one what most titles take.
    let title = cells < 60 ? cells / 2 : min(Self.widestNeed, cells * 3 / 8)
    return columns.map { column in
      let width = widths[column] ?? 0
      return switch column {
      case .title: .init(minimum: title, priority: column.importance)
      case .tags, .note: .init(minimum: min(12, width), maximum: width, priority: column.importance)
      default: .init(width: width, priority: column.importance)
      }
    }
  }

  /// The columns for which there is room in `width` cells, with their places.
  func shown(in width: Int) -> [(column: WatchlistColumn, place: Range<Int>)] {
    let places = TableLayout(layout(in: width), width: width, spacing: Self.spacing).columns
    return zip(columns, places).compactMap { column, place in place.map { (column, $0) } }
  }

  /// `  7 / 12`, with the strokes of all rows below each other; `7` where no number of episodes is known.
  func progress(_ watched: Int, of count: Int?, _ world: Surroundings) -> String {
    guard totalDigits > 0 else { return String(watched) }
    let total = count.map(String.init) ?? world.marks.nothing
    return String(watched).padded(to: watchedDigits, alignment: .right) + " / "
      + total.padded(to: totalDigits, alignment: .right, ambiguity: world.ambiguity)
  }

  /// Tags as they stand in a row.
  static func words(_ tags: [String]) -> String { tags.joined(separator: ", ") }
}

extension Surroundings {
  /// Whether a show is followed that has not begun.
  func isReserved(_ entry: ListEntry) -> Bool {
    entry.isFollowed && catalogue.position(of: entry.show).map { catalogue.summary(at: $0).begin > shown } ?? false
  }
}
