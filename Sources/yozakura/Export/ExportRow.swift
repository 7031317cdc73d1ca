internal import Anime

/// One show of an export: what is known of it, what the user keeps about it.
///
/// A reference, for it is handed around a lot and long to copy.
final class ExportRow: Sendable {
  let entry: ListEntry
  let show: Show?
  /// What is told of the show itself.
  let facts: ShowFacts

  /// What is known of `entry`'s show, which `catalogue` may have.
  init(_ entry: ListEntry, in catalogue: Catalogue) {
    let show = catalogue.show(entry.show)
    (self.entry, self.show) = (entry, show)
    facts = ShowFacts(show, entry)
  }

  /// The show as JSON has it, with what only an export tells: everything that an import can take in again.
  private var json: JSON {
    .object(ShowFields.fields(show, entry, facts, besides: [.pinned, .offsets, .foreign, .played, .skips]))
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
    switch self {
    case .id: row.entry.show.description
    case .title: row.show?.titles.native ?? ""
    case .type: row.facts.kind?.rawValue ?? ""
    case .begin: row.facts.begin?.iso8601 ?? ""
    case .end: row.facts.end?.iso8601 ?? ""
    case .bangumi, .anilist, .mal, .anidb: row.id(at: rawValue)
    case .followed: row.entry.isFollowed ? "true" : "false"
    case .status: row.entry.status?.rawValue ?? ""
    case .progress: String(row.entry.progress)
    case .score: row.entry.score.map(ScoreScale.decimal.text) ?? ""
    case .note: row.entry.note
    case .rewatches: String(row.entry.rewatches)
    case .started: row.entry.started?.description ?? ""
    case .finished: row.entry.finished?.description ?? ""
    case .tags: row.entry.tags.joined(separator: ",")
    case .priority: row.entry.priority?.rawValue ?? ""
    case .delays: row.entry.delays.map(\.description).joined(separator: " ")
    case .episodeOffset: row.entry.episodeOffset.map(String.init) ?? ""
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
