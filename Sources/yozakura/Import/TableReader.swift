internal import Anime

/// Reads a table whose first row names columns of our exports, in whatever order, others among them.
enum TableReader {
  /// The list in `bytes`; nil where no column names a show.
  static func read(_ bytes: [UInt8], as format: ImportFormat, delimiter: Unicode.Scalar) -> ListFile? {
    let rows = DelimitedText.rows(String(decoding: bytes, as: UTF8.self), delimiter: delimiter)
    guard let head = rows.first else { return nil }
    let columns = head.map { ExportColumn(rawValue: $0) }
    guard columns.contains(where: { $0.map(naming.contains) ?? false }) else { return nil }
    let entries = rows.dropFirst().compactMap { row in
      entry(Dictionary(zip(columns, row).compactMap { column, cell in column.map { ($0, cell) } }) { $1 })
    }
    return ListFile(format: format, entries: entries, skipped: rows.count - 1 - entries.count)
  }

  private static let sites: [ExportColumn] = [.bangumi, .anilist, .mal, .anidb]
  private static let naming: Set<ExportColumn> = Set(sites + [.id])

  private static func entry(_ cells: [ExportColumn: String]) -> ImportedEntry? {
    let cells = cells.mapValues { Sanitiser.clean(DelimitedText.unguarded($0)) }
    let id = cells[.id].flatMap(ShowID.init)
    let aliases = sites.compactMap { site in
      cells[site].flatMap { $0.isEmpty ? nil : Alias(site: site.rawValue, id: $0) }
    }
    guard id != nil || !aliases.isEmpty else { return nil }
    return ImportedEntry(id: id, aliases: aliases, title: cells[.title] ?? "", changes: changes(cells))
  }

  /// An empty cell says nothing, but of text.
  private static func changes(_ cells: [ExportColumn: String]) -> [Change] {
    var draft = EntryDraft()
    func number(_ column: ExportColumn) -> Int? { cells[column].flatMap { Int($0) } }
    draft.add(cells[.followed].flatMap { ["true": true, "false": false][$0] }.map { .followed($0) })
    draft.add(cells[.status].flatMap(WatchStatus.init).map { .status($0) })
    draft.add(number(.progress), in: ListEntry.progressRange) { .progress($0) }
    draft.add(number(.rewatches), in: ListEntry.rewatchRange) { .rewatches($0) }
    draft.add(cells[.score].flatMap(ScoreScale.decimal.read).map { .score($0) })
    for (column, change) in [(ExportColumn.started, Change.started), (.finished, Change.finished)] {
      draft.add(day: cells[column].flatMap { $0.isEmpty ? nil : $0 }, change)
    }
    draft.add(cells[.note].map { .note($0) })
    draft.add(cells[.tags].map { .tags(Tags.clean([$0])) })
    draft.add(cells[.priority].flatMap(Priority.init).map { .priority($0) })
    draft.add(cells[.delays].map { .delays(Delay.sorted($0.split(separator: " ").compactMap { Delay($0) })) })
    draft.add(number(.episodeOffset), in: ListEntry.episodeOffsetRange) { .episodeOffset($0) }
    return draft.changes
  }
}
