internal import Anime
internal import Library

/// A show as JSON has it, with what the user keeps about it.
enum ShowFields {
  static func json(_ show: Show, _ entry: ListEntry) -> JSON {
    let titles = Language.allCases.compactMap { language -> JSON.Field? in
      let texts = show.titles.titles(in: language)
      return texts.isEmpty ? nil : (language.rawValue, .array(texts.map { .string($0) }))
    }
    return .object([
      ("id", .string(show.id.description)),
      ("titles", .object(titles)),
      ("type", .string(show.kind.rawValue)),
      ("begin", .string(show.begin.iso8601)),
      ("end", .string(orNull: show.end?.iso8601)),
      ("ids", .object(ids(show.sites))),
      ("followed", .bool(entry.isFollowed)),
      ("status", .string(orNull: entry.status?.rawValue)),
      ("progress", .number(entry.progress)),
      ("score", .number(orNull: entry.score)),
      ("note", .string(entry.note)),
    ])
  }

  /// The ids by site; a site that lists a show twice is named once, with its first id.
  private static func ids(_ links: [SiteLink]) -> [JSON.Field] {
    var seen: Set<String> = []
    return links.filter { !$0.id.isEmpty && seen.insert($0.site).inserted }.map { ($0.site, .string($0.id)) }
  }
}

extension Snapshot {
  /// The show at `position` as JSON.
  func json(at position: Int) -> JSON {
    let show = catalogue.show(at: position)
    return ShowFields.json(show, entry(for: show.id))
  }

  /// The show `id` as JSON; null where it is not known here.
  func json(_ id: ShowID) -> JSON {
    catalogue.show(id).map { ShowFields.json($0, entry(for: id)) } ?? .null
  }
}
