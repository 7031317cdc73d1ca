internal import Anime
internal import Library

/// A show as JSON has it, with what the user keeps about it.
enum ShowFields {
  /// The show that `entry` is about. Where nobody knows it any more, what the user keeps stays, beside empty facts.
  static func json(_ show: Show?, _ entry: ListEntry) -> JSON {
    .object([
      ("id", .string(entry.show.description)),
      ("titles", .object(show.map { titles($0.titles) } ?? [])),
      ("type", .string(orNull: show?.kind.rawValue)),
      ("begin", .string(orNull: show?.begin.iso8601)),
      ("end", .string(orNull: show?.end?.iso8601)),
      ("ids", .object(show.map { ids($0.sites) } ?? [])),
      ("followed", .bool(entry.isFollowed)),
      ("status", .string(orNull: entry.status?.rawValue)),
      ("progress", .number(entry.progress)),
      ("score", .number(orNull: entry.score)),
      ("note", .string(entry.note)),
    ])
  }

  private static func titles(_ titles: Titles) -> [JSON.Field] {
    Language.allCases.compactMap { language in
      let texts = titles.titles(in: language)
      return texts.isEmpty ? nil : (language.rawValue, .array(texts.map { .string($0) }))
    }
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

  /// The show `id` as JSON.
  func json(_ id: ShowID) -> JSON {
    ShowFields.json(catalogue.show(id), entry(for: id))
  }
}
