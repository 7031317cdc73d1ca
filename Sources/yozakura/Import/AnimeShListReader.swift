internal import Anime

/// Reads what anime-sh prints: `anime list --json`, and `anime history --json`.
///
/// Either is an array of objects with `anilist_id`; source: src/anime_sh/cli/main.py of anime-sh 0.2.
enum AnimeShListReader {
  /// The list in `tree`; nil where it is none of anime-sh's.
  static func read(_ tree: JSONTree) -> ListFile? {
    let rows = tree.elements
    let named = rows.filter { $0["anilist_id"].integer != nil }
    guard !named.isEmpty else { return nil }
    let isHistory = named.contains { $0["watched_at"].text != nil }
    guard isHistory || named.contains(where: { $0["status"].text != nil }) else { return nil }
    let entries = isHistory ? history(named) : list(named)
    return ListFile(format: .animeSh, entries: entries, skipped: rows.count - named.count)
  }

  private static func list(_ rows: [JSONTree]) -> [ImportedEntry] {
    let scale = AniListScale(rows.compactMap { $0["score"].number })
    return rows.map { row in
      var draft = EntryDraft()
      draft.add(row["status"].text.flatMap(AniListReader.status).map { .status($0) })
      draft.add(row["progress"].integer, in: ListEntry.progressRange) { .progress($0) }
      draft.add(row["score"].number.map { scale.points($0) }, in: 1...100) { .score($0) }
      return entry(row, draft)
    }
  }

  /// The shows of a history, which has a row for each time that an episode was played, in the order in which they come
  /// first; the highest episode counts as watched. One that is no whole number is no step of a season.
  private static func history(_ rows: [JSONTree]) -> [ImportedEntry] {
    var places: [Int?: Int] = [:]
    var shows: [(row: JSONTree, progress: Int, played: Instant?)] = []
    for row in rows {
      let place = places[row["anilist_id"].integer] ?? shows.count
      places[row["anilist_id"].integer] = place
      if place == shows.count { shows.append((row, 0, nil)) }
      shows[place].progress = max(shows[place].progress, row["episode"].integer ?? 0)
      let played = row["watched_at"].text.flatMap { Instant(iso8601: $0) }
      shows[place].played = [shows[place].played, played].compactMap(\.self).max()
    }
    return shows.map { show in
      var draft = EntryDraft()
      draft.add(show.progress, in: 1...ListEntry.progressRange.upperBound) { .progress($0) }
      return entry(show.row, draft, written: show.played)
    }
  }

  private static func entry(_ row: JSONTree, _ draft: EntryDraft, written: Instant? = nil) -> ImportedEntry {
    let id = row["anilist_id"].integer.map { [Alias(site: "anilist", id: String($0))] } ?? []
    return ImportedEntry(
      aliases: id, title: Sanitiser.clean(row["title"].text ?? ""), changes: draft.changes, written: written)
  }
}
