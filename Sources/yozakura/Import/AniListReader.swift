internal import Anime

/// Reads lists of AniList: the answer of its API to `MediaListCollection`, and `gdpr_data.json`, its own export.
///
/// Entries stand in several lists where somebody made lists of their own; each counts once.
enum AniListReader {
  /// The list in `tree`; nil where it is none of AniList's.
  static func read(_ tree: JSONTree) -> ListFile? {
    let collection = tree["data"]["MediaListCollection"].fields.map { JSONTree.object($0) } ?? tree
    guard case .array(let lists) = collection["lists"] else { return nil }
    let answered = lists.flatMap { $0["entries"].elements }
    if !answered.isEmpty || lists.contains(where: { !$0["entries"].isNull }) {
      let scale = AniListScale(collection["user"]["mediaListOptions"]["scoreFormat"].text, answered.compactMap(\.score))
      return file(answered.filter { !$0.media.isEmpty }, of: answered.count) { entry($0, scale) }
    }
    guard lists.allSatisfy({ $0["series_id"].integer != nil }) else { return nil }
    // 0 is an anime, 1 a manga.
    return file(lists.filter { $0["series_type"].integer == 0 }, of: lists.count, exported)
  }

  private static func file(
    _ rows: [JSONTree], of count: Int, _ entry: (JSONTree) -> ImportedEntry
  ) -> ListFile {
    var seen: Set<[Alias]> = []
    let entries = rows.map(entry).filter { seen.insert($0.aliases).inserted }
    return ListFile(format: .anilist, entries: entries, skipped: count - rows.count)
  }

  private static func entry(_ row: JSONTree, _ scale: AniListScale) -> ImportedEntry {
    var draft = EntryDraft()
    draft.add(row["status"].text.flatMap(status).map { .status($0) })
    draft.add(row["progress"].integer, in: ListEntry.progressRange) { .progress($0) }
    draft.add(row["repeat"].integer, in: ListEntry.rewatchRange) { .rewatches($0) }
    draft.add(row.score.map { scale.points($0) }, in: 1...100) { .score($0) }
    draft.add(day: day(row["startedAt"])) { .started($0) }
    draft.add(day: day(row["completedAt"])) { .finished($0) }
    draft.add(row["notes"].text.flatMap { $0.isEmpty ? nil : .note(Sanitiser.clean($0)) })
    let titles = ["native", "romaji", "english"].compactMap { row["media"]["title"][$0].text }
    return ImportedEntry(
      aliases: row.media, title: Sanitiser.clean(titles.first ?? ""), changes: draft.changes,
      written: row["updatedAt"].integer.flatMap { times.contains($0) ? Instant(seconds: Int64($0)) : nil })
  }

  private static func exported(_ row: JSONTree) -> ImportedEntry {
    var draft = EntryDraft()
    let statuses: [WatchStatus] = [.watching, .planned, .completed, .dropped, .paused, .rewatching]
    if let index = row["status"].integer, statuses.indices.contains(index) { draft.add(.status(statuses[index])) }
    draft.add(row["progress"].integer, in: ListEntry.progressRange) { .progress($0) }
    draft.add(row["score"].integer, in: 1...100) { .score($0) }
    draft.add(day: row["started_on"].integer.flatMap(day)) { .started($0) }
    draft.add(day: row["finished_on"].integer.flatMap(day)) { .finished($0) }
    let id = row["series_id"].integer.map { [Alias(site: "anilist", id: String($0))] } ?? []
    return ImportedEntry(aliases: id, changes: draft.changes)
  }

  /// The seconds since 1970 at which an entry can have been changed: up to the year 9999.
  private static let times = 1...253_402_300_799

  /// The status that AniList, or a program that keeps AniList's list, has this word for, in either case.
  static func status(_ word: String) -> WatchStatus? {
    switch word.uppercased() {
    case "CURRENT", "WATCHING": .watching
    case "PLANNING": .planned
    case "COMPLETED": .completed
    case "DROPPED": .dropped
    case "PAUSED": .paused
    case "REPEATING", "REWATCHING": .rewatching
    default: nil
    }
  }

  /// `{"year": 2026, "month": 7, "day": 4}`; nil where a part is missing.
  private static func day(_ date: JSONTree) -> String? {
    guard let year = date["year"].integer, let month = date["month"].integer, let day = date["day"].integer else {
      return nil
    }
    return CivilDate(year: year, month: month, day: day).description
  }

  /// `20260704`; nil for 0.
  private static func day(_ number: Int) -> String? {
    guard number > 10_000_000, number <= 99_999_999 else { return nil }
    return CivilDate(year: number / 10_000, month: number / 100 % 100, day: number % 100).description
  }
}

extension JSONTree {
  /// The score of an entry, in whatever scale.
  fileprivate var score: Double? { self["score"].number }

  /// The ids of an entry's anime.
  fileprivate var media: [Alias] {
    let own = (self["mediaId"].integer ?? self["media"]["id"].integer).map { Alias(site: "anilist", id: String($0)) }
    return [own, self["media"]["idMal"].integer.map { Alias(site: "mal", id: String($0)) }].compactMap(\.self)
  }
}
