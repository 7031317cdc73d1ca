internal import Anime

/// One show of an export: what is known of it, what the user keeps about it.
struct ExportRow {
  let entry: ListEntry
  let show: Show?

  /// The show as JSON has it, with what only an export tells: everything that an import can take in again.
  private var json: JSON {
    ShowFields.json(show, entry).adding("pinned", entry.json(.pinned)).adding("offsets", entry.json(.offsets))
      .adding("foreign", entry.json(.foreign)).adding("played", entry.json(.played))
      .adding("skips", entry.json(.skips))
  }

  /// Of that only `fields`, in their order; all of it where none are named.
  func json(_ fields: [ExportColumn]?) -> JSON {
    guard let fields, case .object(let all) = json else { return json }
    return .object(fields.map { column in (column.rawValue, column.json(of: self, in: all)) })
  }

  /// Its id at `site`, or "".
  func id(at site: String) -> String {
    show?.sites.first { $0.site == site }?.id ?? ""
  }
}

/// A column of an export; scripts depend on the names, spreadsheets on the order.
enum ExportColumn: String, CaseIterable, Sendable {
  case id, title, type, begin, end, bangumi, anilist, mal, anidb, followed, status, progress, score, note, rewatches
  case started, finished, tags, priority, delays, episodeOffset

  /// The text of the cell of `row`; scores are 0 to 10 with one decimal whatever the user's scale is, so that the same
  /// library gives the same bytes.
  func text(of row: ExportRow) -> String {
    let (entry, show) = (row.entry, row.show)
    let known = show.flatMap { $0.isKnown ? $0 : nil }
    return switch self {
    case .id: entry.show.description
    case .title: show?.titles.native ?? ""
    case .type: known?.kind.rawValue ?? ""
    case .begin: known?.begin.iso8601 ?? ""
    case .end: known?.end?.iso8601 ?? ""
    case .bangumi, .anilist, .mal, .anidb: row.id(at: rawValue)
    case .followed: entry.isFollowed ? "true" : "false"
    case .status: entry.status?.rawValue ?? ""
    case .progress: String(entry.progress)
    case .score: entry.score.map(ScoreScale.decimal.text) ?? ""
    case .note: entry.note
    case .rewatches: String(entry.rewatches)
    case .started: entry.started?.description ?? ""
    case .finished: entry.finished?.description ?? ""
    case .tags: entry.tags.joined(separator: ",")
    case .priority: entry.priority?.rawValue ?? ""
    case .delays: entry.delays.map(\.description).joined(separator: " ")
    case .episodeOffset: entry.episodeOffset.map(String.init) ?? ""
    }
  }

  /// By what shows are put in order: numbers as numbers, and nothing before everything.
  func key(of row: ExportRow) -> (number: Int, text: String) {
    switch self {
    case .progress: (row.entry.progress, "")
    case .score: (row.entry.score ?? -1, "")
    case .rewatches: (row.entry.rewatches, "")
    case .episodeOffset: (row.entry.episodeOffset ?? .min, "")
    case .status: (row.entry.status.flatMap(WatchStatus.allCases.firstIndex) ?? -1, "")
    case .priority: (row.entry.priority.flatMap(Priority.allCases.firstIndex) ?? -1, "")
    default: (0, text(of: row))
    }
  }

  /// The value that the whole object of the show has under its name, or else the text of the cell.
  fileprivate func json(of row: ExportRow, in all: [JSON.Field]) -> JSON {
    all.first { $0.name == rawValue }?.value ?? .string(text(of: row))
  }
}
