internal import Anime
internal import Library

/// A show as JSON has it, with what the user keeps about it.
enum ShowFields {
  /// The show that `entry` is about. Where nobody knows it any more, what the user keeps stays, beside empty facts.
  static func json(_ show: Show?, _ entry: ListEntry) -> JSON {
    .object(facts(show, entry.show) + kept.map { ($0.rawValue, entry.json($0)) })
  }

  /// What the user keeps, in the order of JSON; later fields come last.
  private static let kept: [Change.Field] = [
    .followed, .status, .progress, .score, .note, .rewatches, .started, .finished, .tags, .priority, .delays,
    .episodeOffset,
  ]

  private static func facts(_ show: Show?, _ id: ShowID) -> [JSON.Field] {
    let known = show.flatMap { $0.isKnown ? $0 : nil }
    return [
      ("id", .string(id.description)),
      ("titles", .object(show.map { titles($0.titles) } ?? [])),
      ("type", .string(orNull: known?.kind.rawValue)),
      ("begin", .string(orNull: known?.begin.iso8601)),
      ("end", .string(orNull: known?.end?.iso8601)),
      ("ids", .object(show.map { ids($0.sites) } ?? [])),
    ]
  }

  private static func titles(_ titles: Titles) -> [JSON.Field] {
    Language.allCases.compactMap { language in
      let texts = titles.titles(in: language)
      return texts.isEmpty ? nil : (language.rawValue, .array(texts.map { .string($0) }))
    }
  }

  /// The ids by site; a site that lists a show twice is named once, with its first id.
  private static func ids(_ links: [SiteLink]) -> [JSON.Field] {
    // A dozen names: a set of them takes longer to make than to look through.
    var fields: [JSON.Field] = []
    for link in links where !link.id.isEmpty && !fields.contains(where: { $0.name == link.site }) {
      fields.append((link.site, .string(link.id)))
    }
    return fields
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

extension ListEntry {
  /// The value of `field` as JSON has it.
  func json(_ field: Change.Field) -> JSON {
    switch field {
    case .followed: .bool(isFollowed)
    case .status: .string(orNull: status?.rawValue)
    case .progress: .number(progress)
    case .rewatches: .number(rewatches)
    case .score: .number(orNull: score)
    case .started: .string(orNull: started?.description)
    case .finished: .string(orNull: finished?.description)
    case .note: .string(note)
    case .tags: .array(tags.map { .string($0) })
    case .priority: .string(orNull: priority?.rawValue)
    case .delays: .array(delays.map(\.json))
    case .episodeOffset: .number(orNull: episodeOffset)
    case .pinned: .bool(isPinned)
    case .offsets: .object(offsets.sorted { $0.key < $1.key }.map { ($0.key, .number($0.value)) })
    case .played: played?.json ?? .null
    case .skips:
      .object(
        SkippedPart.allCases.compactMap { part in
          skips[part].map { (part.rawValue, .array([.number($0.lowerBound), .number($0.upperBound)])) }
        })
    case .foreign: .object(foreign.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) })
    }
  }
}

extension Played {
  /// What was played as JSON has it; `of` is null where nobody knows how long the media are.
  fileprivate var json: JSON {
    .object([
      ("episode", .number(episode)), ("at", .number(position)), ("of", .number(orNull: duration)),
      ("seconds", .number(seconds)),
    ])
  }
}

extension Delay {
  /// The delay as JSON has it; `by` is null where the broadcast does not come at all.
  fileprivate var json: JSON {
    .object([("of", .string(of.description)), ("by", .number(orNull: by))])
  }
}
