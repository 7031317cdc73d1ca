import Anime
import TUI

/// A show in the table of the watchlist.
struct WatchlistRow {
  private let item: WatchlistScreen.Item
  private let entry: ListEntry
  private let summary: ShowSummary?
  private let row: RowPainter
  private let table: WatchlistTable

  private var world: Surroundings { row.world }

  init(_ item: WatchlistScreen.Item, _ row: RowPainter, _ table: WatchlistTable) {
    self.item = item
    self.row = row
    self.table = table
    entry = row.world.library[item.id]
    summary = item.position.map(row.world.catalogue.summary)
  }

  func draw(on buffer: inout Buffer) {
    let next = world.nextTime(of: item.id)
    for (index, column) in table.columns.enumerated() {
      switch column {
      case .marks: drawMarks(in: index, on: &buffer)
      case .gauge: drawGauge(in: index, on: &buffer)
      default:
        let (text, style) = cell(column, next)
        row.write(text, style, column: index, alignment: column.alignment, on: &buffer)
      }
    }
  }

  private func drawMarks(in index: Int, on buffer: inout Buffer) {
    guard let area = row.area(index) else { return }
    let marks = world.marks(of: item.id)
    let first = Line(marks[0].0 + " ", style: row.color(marks[0].1))
    let blank = marks[0].0 == " " ? String(repeating: " ", count: world.widest([world.marks.followed]) - 1) : ""
    buffer.write(
      first + Line(blank, style: row.color(.list)) + Line(marks[1].0, style: row.color(marks[1].1)), in: area)
  }

  private func drawGauge(in index: Int, on buffer: inout Buffer) {
    guard let count = summary?.episodeCount, count > 0, entry.progress > 0, let area = row.area(index) else { return }
    let fraction = Double(entry.progress) / Double(count)
    Gauge(fraction, style: row.color(.gauge), rest: row.color(.gaugeRest)).draw(in: area, on: &buffer)
  }

  private func cell(_ column: WatchlistColumn, _ next: Surroundings.NextTime?) -> (String, StyleName) {
    let strings = world.strings
    switch column {
    case .title: return (world.title(of: item.id), summary?.isGone ?? true ? .textFaint : .list)
    case .status: return (entry.status.map(strings.status) ?? "", .textDim)
    case .progress:
      if world.isReserved(entry) { return (strings.reserved, .new) }
      return (table.progress(entry.progress, of: summary?.episodeCount, world), .textDim)
    case .airs: return (next.map(time) ?? "", next?.isMoved == true ? .new : .time)
    case .next: return (next.map { world.relative($0.at) } ?? "", .textDim)
    case .score: return (entry.score.map(world.configuration.scoreScale.text) ?? "", .new)
    case .priority: return (entry.priority.map(strings.priority) ?? "", entry.priority == .high ? .new : .textDim)
    case .tags: return (WatchlistTable.words(entry.tags), .textDim)
    case .started: return (entry.started?.description ?? "", .textDim)
    case .finished: return (entry.finished?.description ?? "", .textDim)
    case .rewatches: return (entry.rewatches > 0 ? String(entry.rewatches) : "", .textDim)
    case .note: return (entry.note, .textFaint)
    case .changed: return (entry.changed.map(world.date) ?? "", .textFaint)
    case .marks, .gauge: return ("", .list)
    }
  }

  /// `Sat 20:00` within a week, `2 Oct` later or where the hour is not known.
  private func time(_ next: Surroundings.NextTime) -> String {
    let civil = world.civil(next.at)
    guard next.isExact, civil.date.daysSince1970 - world.today.daysSince1970 < 7 else {
      return world.strings.monthDay((next.isExact ? civil : Zone.japan.civil(next.at)).date)
    }
    return "\(world.strings.weekday(civil.date.weekday)) \(Strings.clock(civil))"
  }
}
