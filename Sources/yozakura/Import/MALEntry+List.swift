internal import Anime
internal import Formats

extension MALEntry {
  /// What MyAnimeList's list says of a show in our words; what it leaves open is not among it.
  var changes: [Change] {
    let fields: [MALField] = [
      .status, .watched, .timesWatched, .score, .started, .finished, .comments, .tags, .priority,
    ]
    return fields.flatMap(meaning)
  }

  /// What `field` says of a show in our words; nothing where they do not hold it.
  private func meaning(of field: MALField) -> [Change] {
    var draft = EntryDraft()
    switch field {
    case .status, .isRewatching: draft.add(listStatus.map { .status($0) })
    case .watched: draft.add(number(.watched), in: ListEntry.progressRange) { .progress($0) }
    case .timesWatched: draft.add(number(.timesWatched), in: ListEntry.rewatchRange) { .rewatches($0) }
    case .score: draft.add(score.map { .score($0 * 10) })
    case .started: draft.add(day: started?.description) { .started($0) }
    case .finished: draft.add(day: finished?.description) { .finished($0) }
    case .comments: if !self[.comments].isEmpty { draft.add(.note(Sanitiser.clean(self[.comments]))) }
    case .tags: if !tags.isEmpty { draft.add(.tags(Tags.clean(tags))) }
    case .priority:
      // Low is what MyAnimeList says where nobody said anything.
      if let priority = Priority(rawValue: self[.priority].lowercased()), priority > .low {
        draft.add(.priority(priority))
      }
    default: break
    }
    return draft.changes
  }

  private var listStatus: WatchStatus? {
    if isRewatching { return .rewatching }
    return switch status {
    case .watching: .watching
    case .completed: .completed
    case .onHold: .paused
    case .dropped: .dropped
    case .planToWatch: .planned
    case nil: nil
    }
  }

  /// What is kept about a show as MyAnimeList's list says it; nil where that has no number for the show.
  ///
  /// What an earlier import found and our words do not hold comes back as it stood, as long as it still means what is
  /// kept: `2021-05-00` while there is no first day, `Tag 2, Tag 1` while these are the tags.
  init?(_ row: ExportRow) {
    guard let id = Int(row.id(at: "mal")) else { return nil }
    self.init(id: id, saying: row.entry)
    if let show = row.show {
      self[.title] = show.titles.native
      self[.type] = show.malType
      self[.episodes] = String(show.episodeCount ?? 0)
    }
    for (name, text) in row.entry.foreign.sorted(by: { $0.key < $1.key }) where name.hasPrefix(Self.prefix) {
      let name = String(name.dropFirst(Self.prefix.count))
      guard let field = MALField(rawValue: name) else {
        others[name] = text
        continue
      }
      let generated = self[field]
      guard text != generated else { continue }
      let meaning = meaning(of: field)
      self[field] = text
      if self.meaning(of: field) != meaning { self[field] = generated }
    }
  }

  private init(id: Int, saying entry: ListEntry) {
    self.init(id: id)
    self[.status] = (entry.status?.malStatus ?? .planToWatch).rawValue
    self[.isRewatching] = entry.status == .rewatching ? "1" : "0"
    self[.watched] = String(entry.progress)
    self[.timesWatched] = String(entry.rewatches)
    // Half up, as everywhere; MyAnimeList knows no score between two whole ones.
    self[.score] = String(((entry.score ?? 0) + 5) / 10)
    if let started = entry.started { self[.started] = started.description }
    if let finished = entry.finished { self[.finished] = finished.description }
    self[.comments] = entry.note
    self[.tags] = entry.tags.joined(separator: ", ")
    if let priority = entry.priority {
      self[.priority] = priority.rawValue.prefix(1).uppercased() + priority.rawValue.dropFirst()
    }
  }

  /// What is said in this entry and would not be said again by what our words hold of it.
  func foreign(kept: [Change]) -> [String: String] {
    let again = MALEntry(id: id ?? 0, saying: ListEntry(show: ShowID(bits: 0)).applying(kept))
    var fields = Dictionary(uniqueKeysWithValues: others.map { (Self.prefix + $0.key, $0.value) })
    for (field, text) in texts where field != .id && text != again[field] {
      fields[Self.prefix + field.rawValue] = text
    }
    return ForeignFields.clean(fields)
  }

  private static let prefix = "mal."
}

extension WatchStatus {
  /// MyAnimeList has no word for what is watched again: it was completed, and is marked besides.
  fileprivate var malStatus: MALStatus {
    switch self {
    case .planned: .planToWatch
    case .watching: .watching
    case .completed, .rewatching: .completed
    case .paused: .onHold
    case .dropped: .dropped
    }
  }
}

extension Show {
  /// What MyAnimeList calls this sort of work.
  fileprivate var malType: String {
    switch kind {
    case .tv: "TV"
    case .movie: "Movie"
    case .ova: "OVA"
    case .web: "ONA"
    }
  }
}
