import Anime

extension Strings {
  /// What a change did, in a word or two; a score stands in the user's `scale`.
  @Sendable static func englishChange(_ change: Change, _ scale: ScoreScale) -> String {
    switch change {
    case .followed(let isFollowed): isFollowed ? "followed" : "not followed"
    case .status(let status): status.map(englishStatus) ?? "no status"
    case .progress(let count): "watched \(count)"
    case .rewatches(let count): count == 1 ? "watched again once" : "watched again \(count) times"
    case .score(let score): score.map { "score \(scale.text($0))" } ?? "no score"
    case .started(let day): day.map { "begun \($0)" } ?? "no first day"
    case .finished(let day): day.map { "finished \($0)" } ?? "no last day"
    case .note(let note): note.isEmpty ? "no note" : "note: \(note)"
    case .tags(let tags): tags.isEmpty ? "no tags" : "tags: \(tags.joined(separator: ", "))"
    case .priority(let priority): priority.map { "\(englishPriority($0)) priority" } ?? "no priority"
    case .delays(let delays):
      delays.isEmpty ? "comes as planned" : "delayed: \(delays.map(\.description).joined(separator: ", "))"
    case .episodeOffset(let offset): offset.map { "first episode \($0 + 1)" } ?? "no first episode"
    case .pinned(let isPinned): isPinned ? "pinned" : "not pinned"
    case .offsets(let offsets): offsets.isEmpty ? "comments not moved" : "comments moved"
    case .played(let played): played.map { "played episode \($0.episode)" } ?? "nothing played"
    case .skips(let skips): skips.isEmpty ? "nothing skipped" : "parts skipped: \(skips.count)"
    case .foreign(let fields): fields.isEmpty ? "no other fields" : "other fields: \(fields.count)"
    }
  }

  /// How soon a show is to be watched.
  @Sendable static func englishPriority(_ priority: Priority) -> String {
    switch priority {
    case .low: "low"
    case .medium: "medium"
    case .high: "high"
    }
  }
}
