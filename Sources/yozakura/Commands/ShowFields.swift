internal import Anime
internal import Library

/// A show as JSON has it, with what the user keeps about it.
enum ShowFields {
  /// The show that `entry` is about. Where nobody knows it any more, what the user keeps stays, beside empty facts.
  static func json(_ show: Show?, _ entry: ListEntry) -> JSON {
    .object(fields(show, entry, ShowFacts(show, entry)))
  }

  /// The fields of that, and what is kept of `more` behind them.
  static func fields(_ show: Show?, _ entry: ListEntry, _ facts: ShowFacts, besides more: [Change.Field] = [])
    -> [JSON.Field]
  {
    var fields: [JSON.Field] = []
    fields.reserveCapacity(24)
    fields.append(("id", .string(entry.show.description)))
    facts.append(to: &fields)
    for field in kept { fields.append((field.rawValue, entry.json(field))) }
    for field in more { fields.append((field.rawValue, entry.json(field))) }
    return fields
  }

  /// What the user keeps, in the order of JSON; later fields come last.
  private static let kept: [Change.Field] = [
    .followed, .status, .progress, .score, .note, .rewatches, .started, .finished, .tags, .priority, .delays,
    .episodeOffset,
  ]
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
    case .foreign:
      .object(
        foreign.filter { !$0.key.hasPrefix(ForeignFields.factPrefix) }.sorted { $0.key < $1.key }
          .map { ($0.key, .string($0.value)) })
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
