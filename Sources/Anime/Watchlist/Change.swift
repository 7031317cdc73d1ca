/// One field of an entry and its new value.
public enum Change: Hashable, Sendable {
  case followed(Bool)
  case status(WatchStatus?)
  case progress(Int)
  case rewatches(Int)
  case score(Int?)
  case started(CivilDate?)
  case finished(CivilDate?)
  case note(String)
  /// All of the show's tags at once, so that the last writer of any of them wins.
  case tags([String])
  case priority(Priority?)
  /// All of the show's delays at once.
  case delays([Delay])
  case episodeOffset(Int?)
  case pinned(Bool)
  /// All of the show's offsets at once, by source.
  case offsets([String: Int])
  /// All that other programs said of the show at once.
  case foreign([String: String])
  /// What was played last, and for how long this time.
  case played(Played?)
  /// All parts of the show's episodes that are skipped at once, in milliseconds of the media.
  case skips([SkippedPart: Range<Int>])
}

extension ListEntry {
  /// Puts `change` in effect.
  public mutating func apply(_ change: Change) {
    switch change {
    case .followed(let value): isFollowed = value
    case .status(let value): status = value
    case .progress(let value): progress = value
    case .rewatches(let value): rewatches = value
    case .score(let value): score = value
    case .started(let value): started = value
    case .finished(let value): finished = value
    case .note(let value): note = value
    case .tags(let value): tags = value
    case .priority(let value): priority = value
    case .delays(let value): delays = value
    case .episodeOffset(let value): episodeOffset = value
    case .pinned(let value): isPinned = value
    case .offsets(let value): offsets = value
    case .foreign(let value): foreign = value
    case .played(let value): played = value
    case .skips(let value): skips = value
    }
  }

  /// The entry with `changes` in effect.
  public func applying(_ changes: [Change]) -> ListEntry {
    var entry = self
    for change in changes { entry.apply(change) }
    return entry
  }
}

extension Change {
  /// The field that a change sets; the raw values are the words of the log.
  public enum Field: String, CaseIterable, Sendable {
    case followed, status, progress, rewatches, score, started, finished, note, tags, priority, delays, episodeOffset
    case pinned, offsets, foreign, played, skips
  }

  /// The field that it sets.
  public var field: Field {
    switch self {
    case .followed: .followed
    case .status: .status
    case .progress: .progress
    case .rewatches: .rewatches
    case .score: .score
    case .started: .started
    case .finished: .finished
    case .note: .note
    case .tags: .tags
    case .priority: .priority
    case .delays: .delays
    case .episodeOffset: .episodeOffset
    case .pinned: .pinned
    case .offsets: .offsets
    case .foreign: .foreign
    case .played: .played
    case .skips: .skips
    }
  }

  /// The change that sets `field` as it is in `entry`.
  public init(_ field: Field, of entry: ListEntry) {
    switch field {
    case .followed: self = .followed(entry.isFollowed)
    case .status: self = .status(entry.status)
    case .progress: self = .progress(entry.progress)
    case .rewatches: self = .rewatches(entry.rewatches)
    case .score: self = .score(entry.score)
    case .started: self = .started(entry.started)
    case .finished: self = .finished(entry.finished)
    case .note: self = .note(entry.note)
    case .tags: self = .tags(entry.tags)
    case .priority: self = .priority(entry.priority)
    case .delays: self = .delays(entry.delays)
    case .episodeOffset: self = .episodeOffset(entry.episodeOffset)
    case .pinned: self = .pinned(entry.isPinned)
    case .offsets: self = .offsets(entry.offsets)
    case .foreign: self = .foreign(entry.foreign)
    case .played: self = .played(entry.played)
    case .skips: self = .skips(entry.skips)
    }
  }
}
