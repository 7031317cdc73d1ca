import Anime

/// Changes as an object of fields and values; null where a field is emptied.
///
///     {"delays": [{"by": 30, "of": "2026-08-15"}, {"of": "2026-08-22"}], "score": null, "tags": ["iyashikei"]}
struct ChangesBody: Codable {
  var changes: [Change]

  init(changes: [Change]) {
    self.changes = changes
  }

  init(from decoder: any Decoder) throws {
    let fields = ChangeFields(container: try decoder.container(keyedBy: ChangeFields.Key.self))
    changes = Change.Field.allCases.compactMap(fields.change)
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: ChangeFields.Key.self)
    for change in changes {
      let key = ChangeFields.Key(change.field)
      switch change {
      case .followed(let value), .pinned(let value): try container.encode(value, forKey: key)
      case .progress(let value), .rewatches(let value): try container.encode(value, forKey: key)
      case .score(let value), .episodeOffset(let value): try container.encode(value, forKey: key)
      case .started(let value), .finished(let value): try container.encode(value?.description, forKey: key)
      case .note(let value): try container.encode(value, forKey: key)
      case .tags(let value): try container.encode(value, forKey: key)
      case .status(let value): try container.encode(value?.rawValue, forKey: key)
      case .priority(let value): try container.encode(value?.rawValue, forKey: key)
      case .delays(let value): try container.encode(value.map(DelayBody.init), forKey: key)
      case .offsets(let value): try container.encode(value, forKey: key)
      case .foreign(let value): try container.encode(value, forKey: key)
      case .played(let value): try container.encode(value.map(PlayedBody.init), forKey: key)
      case .skips(let value):
        let spans = value.map { ($0.key.rawValue, [$0.value.lowerBound, $0.value.upperBound]) }
        try container.encode(Dictionary(uniqueKeysWithValues: spans), forKey: key)
      }
    }
  }
}

/// A delay as the log holds it; without `by` the broadcast does not come at all.
private struct DelayBody: Codable {
  var of: String
  var by: Int?

  init(_ delay: Delay) {
    of = delay.of.description
    by = delay.by
  }

  /// The delay, where there can be such a one.
  var delay: Delay? {
    guard let day = CivilDate(iso8601: of), ListEntry.yearRange.contains(day.year) else { return nil }
    guard by.map(Delay.range.contains) ?? true else { return nil }
    return Delay(of: day, by: by)
  }
}

/// What was played as the log holds it: where it was left at, and of how many milliseconds, where that is known.
private struct PlayedBody: Codable {
  var episode: Int
  var at: Int
  var of: Int?
  var seconds: Int

  init(_ played: Played) {
    (episode, at, of, seconds) = (played.episode, played.position, played.duration, played.seconds)
  }

  /// What was played, where that can be.
  var played: Played? {
    let played = Played(episode: episode, position: at, duration: of, seconds: seconds)
    return played.isPlausible ? played : nil
  }
}

/// Reads the fields of a log's line leniently: what nobody can mean is passed over, field by field.
private struct ChangeFields {
  let container: KeyedDecodingContainer<Key>

  struct Key: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) {
      self.stringValue = stringValue
    }

    init?(intValue: Int) {
      nil
    }

    init(_ field: Change.Field) {
      stringValue = field.rawValue
    }
  }

  /// The change of `field`; nil where the line says nothing of it that can be meant.
  func change(of field: Change.Field) -> Change? {
    switch field {
    case .followed: value(field, Bool.self).map { .followed($0) }
    case .pinned: value(field, Bool.self).map { .pinned($0) }
    case .progress: number(field, ListEntry.progressRange).map { .progress($0) }
    case .rewatches: number(field, ListEntry.rewatchRange).map { .rewatches($0) }
    case .note: value(field, String.self).map { .note(Sanitiser.clean($0)) }
    case .tags: value(field, [String].self).map { .tags(Tags.clean($0)) }
    case .delays: value(field, [DelayBody].self).map { .delays(Delay.sorted($0.compactMap(\.delay))) }
    case .offsets: value(field, [String: Int].self).map { .offsets(Self.plausible($0)) }
    case .foreign: value(field, [String: String].self).map { .foreign(ForeignFields.clean($0)) }
    case .skips: value(field, [String: [Int]].self).map { .skips(Self.plausible(skips: $0)) }
    case .played: optional(field, value(field, PlayedBody.self)?.played).map { .played($0) }
    case .score: optional(field, number(field, ListEntry.scoreRange)).map { .score($0) }
    case .episodeOffset: optional(field, number(field, ListEntry.episodeOffsetRange)).map { .episodeOffset($0) }
    case .started: optional(field, day(field)).map { .started($0) }
    case .finished: optional(field, day(field)).map { .finished($0) }
    case .status: optional(field, value(field, String.self).flatMap(WatchStatus.init)).map { .status($0) }
    case .priority: optional(field, value(field, String.self).flatMap(Priority.init)).map { .priority($0) }
    }
  }

  /// What `field` is set to where it may be emptied: null empties it; nil where it is set to nothing that can be meant.
  private func optional<Value>(_ field: Change.Field, _ value: Value?) -> Value?? {
    if let value { return .some(value) }
    let isNull = (try? container.decodeNil(forKey: Key(field))) ?? false
    return isNull ? .some(nil) : .none
  }

  private func value<Value: Decodable>(_ field: Change.Field, _ type: Value.Type) -> Value? {
    try? container.decodeIfPresent(type, forKey: Key(field))
  }

  private func number(_ field: Change.Field, _ range: ClosedRange<Int>) -> Int? {
    value(field, Int.self).flatMap { range.contains($0) ? $0 : nil }
  }

  private func day(_ field: Change.Field) -> CivilDate? {
    value(field, String.self).flatMap(CivilDate.init(iso8601:)).flatMap {
      ListEntry.yearRange.contains($0.year) ? $0 : nil
    }
  }

  /// What a log may say of parts that are skipped.
  private static func plausible(skips: [String: [Int]]) -> [SkippedPart: Range<Int>] {
    ListEntry.plausible(
      skips: skips.reduce(into: [:]) { spans, pair in
        guard let part = SkippedPart(rawValue: pair.key), pair.value.count == 2, pair.value[0] < pair.value[1] else {
          return
        }
        spans[part] = pair.value[0]..<pair.value[1]
      })
  }

  /// What a log may say of offsets: of sources that there can be, and no more than a day.
  private static func plausible(_ offsets: [String: Int]) -> [String: Int] {
    offsets.filter { DanmakuSource($0.key) != nil && $0.value != 0 && ListEntry.offsetRange.contains($0.value) }
  }
}
