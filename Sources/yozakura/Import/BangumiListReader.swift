internal import Anime

/// Reads collections of Bangumi: an answer of `/v0/users/NAME/collections`, or its entries by themselves.
enum BangumiListReader {
  /// The list in `tree`; nil where it is none of Bangumi's.
  static func read(_ tree: JSONTree) -> ListFile? {
    let rows = tree.fields == nil ? tree.elements : tree["data"].elements
    guard rows.contains(where: { $0["subject_id"].integer != nil }) else { return nil }
    // 2 is an anime; where nothing is said, only anime were asked for.
    let anime = rows.filter { $0["subject_id"].integer != nil && ($0["subject_type"].integer ?? 2) == 2 }
    return ListFile(format: .bangumi, entries: anime.map(entry), skipped: rows.count - anime.count)
  }

  private static func entry(_ row: JSONTree) -> ImportedEntry {
    var draft = EntryDraft()
    let statuses: [Int: WatchStatus] = [1: .planned, 2: .completed, 3: .watching, 4: .paused, 5: .dropped]
    draft.add(row["type"].integer.flatMap { statuses[$0] }.map { .status($0) })
    draft.add(row["ep_status"].integer, in: ListEntry.progressRange) { .progress($0) }
    draft.add(row["rate"].integer, in: 1...10) { .score($0 * 10) }
    draft.add(row["comment"].text.flatMap { $0.isEmpty ? nil : .note(Sanitiser.clean($0)) })
    // A row without tags says nothing of them; an empty list says that there are none.
    if case .array(let tags) = row["tags"] { draft.add(.tags(Tags.clean(tags.compactMap(\.text)))) }
    let id = row["subject_id"].integer.map { [Alias(site: "bangumi", id: String($0))] } ?? []
    return ImportedEntry(
      aliases: id, title: Sanitiser.clean(row["subject"]["name"].text ?? ""), changes: draft.changes,
      written: row["updated_at"].text.flatMap { Instant(iso8601: $0) })
  }
}
