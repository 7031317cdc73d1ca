/// Where a show stands in the user's watchlist; the raw values are those of JSON and the command line.
public enum WatchStatus: String, CaseIterable, Sendable {
  case planned, watching, completed, paused, dropped, rewatching
}

/// What the user keeps about a show.
public struct ListEntry: Hashable, Sendable {
  /// The show.
  public var show: ShowID
  /// Whether new episodes are wanted.
  public var isFollowed: Bool
  /// Its place in the watchlist; nil where it has none.
  public var status: WatchStatus?
  /// Episodes watched.
  public var progress: Int
  /// 0 to 100, shown as 0 to 10 with one decimal; nil where not scored.
  public var score: Int?
  /// The user's own words, or "".
  public var note: String
  /// Whether the capsule keeps every version of the show for ever.
  public var isPinned: Bool
  /// By how many milliseconds the comments of a source come later than they are written down, by the source's word;
  /// only those that were moved.
  public var offsets: [String: Int]
  /// When something about it was last changed.
  public var changed: Instant?

  /// The numbers of episodes that somebody can have watched.
  public static let progressRange = 0...100_000
  /// The scores there are.
  public static let scoreRange = 0...100
  /// By how many milliseconds comments can be moved: a day, either way.
  public static let offsetRange = -86_400_000...86_400_000

  /// An entry for `show`, empty where nothing is said.
  public init(
    show: ShowID, isFollowed: Bool = false, status: WatchStatus? = nil, progress: Int = 0, score: Int? = nil,
    note: String = "", isPinned: Bool = false, offsets: [String: Int] = [:], changed: Instant? = nil
  ) {
    self.show = show
    self.isFollowed = isFollowed
    self.status = status
    self.progress = progress
    self.score = score
    self.note = note
    self.isPinned = isPinned
    self.offsets = offsets
    self.changed = changed
  }

  /// Whether nothing is kept.
  public var isEmpty: Bool {
    !isFollowed && status == nil && progress == 0 && score == nil && note.isEmpty && !isPinned && offsets.isEmpty
  }
}

/// One field of an entry and its new value.
public enum Change: Hashable, Sendable {
  case followed(Bool)
  case status(WatchStatus?)
  case progress(Int)
  case score(Int?)
  case note(String)
  case pinned(Bool)
  /// All of the show's offsets at once, by source, so that the last writer of any of them wins.
  case offsets([String: Int])
}

extension ListEntry {
  /// Puts `change` in effect.
  public mutating func apply(_ change: Change) {
    switch change {
    case .followed(let value): isFollowed = value
    case .status(let value): status = value
    case .progress(let value): progress = value
    case .score(let value): score = value
    case .note(let value): note = value
    case .pinned(let value): isPinned = value
    case .offsets(let value): offsets = value
    }
  }

  /// The change that moves the comments of `source` by `milliseconds`; 0 leaves them where they are written down.
  public func moving(_ source: String, by milliseconds: Int) -> Change {
    var moved = offsets
    moved[source] =
      milliseconds == 0 ? nil : min(max(milliseconds, Self.offsetRange.lowerBound), Self.offsetRange.upperBound)
    return .offsets(moved)
  }

  /// The entry with `changes` in effect.
  public func applying(_ changes: [Change]) -> ListEntry {
    var entry = self
    for change in changes { entry.apply(change) }
    return entry
  }
}
