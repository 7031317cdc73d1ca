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
  /// How often it was watched again, from beginning to end.
  public var rewatches = 0
  /// 0 to 100, shown in the user's scale; nil where not scored.
  public var score: Int?
  /// The day on which the user began to watch it.
  public var started: CivilDate?
  /// The day on which the user had watched all of it.
  public var finished: CivilDate?
  /// The user's own words, or "".
  public var note: String
  /// The user's own short words by which shows are found again, as `Tags.clean` leaves them.
  public var tags: [String] = []
  /// How soon it is to be watched, where the user said so.
  public var priority: Priority?
  /// The broadcasts that do not come as planned, as the user says, in the order of `Delay.sorted`.
  public var delays: [Delay] = []
  /// The number of the first broadcast's episode, minus one; nil where the user did not say.
  public var episodeOffset: Int?
  /// Whether the capsule keeps every version of the show for ever.
  public var isPinned: Bool
  /// By how many milliseconds the comments of a source come later than they are written down, by the source's word;
  /// only those that were moved.
  public var offsets: [String: Int]
  /// Fields of other programs' exports, as `ForeignFields.clean` leaves them.
  public var foreign: [String: String] = [:]
  /// What of it was played last.
  public var played: Played?
  /// The parts of its episodes that are skipped, in milliseconds of the media.
  public var skips: [SkippedPart: Range<Int>] = [:]
  /// When it came to the list: since then something is kept about it.
  public var added: Instant?
  /// When something about it was last changed.
  public var changed: Instant?

  /// The numbers of episodes that somebody can have watched.
  public static let progressRange = 0...100_000
  /// How often somebody can have watched something again.
  public static let rewatchRange = 0...10_000
  /// The scores there are.
  public static let scoreRange = 0...100
  /// The years in which somebody can have watched something.
  public static let yearRange = 1900...2200
  /// What can be counted from: a show's first broadcast may be its episode 0, or its 1001st.
  public static let episodeOffsetRange = -1000...100_000
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
    var empty = ListEntry(show: show)
    (empty.added, empty.changed) = (added, changed)
    return self == empty
  }
}

extension ListEntry {
  /// The change that moves the comments of `source` by `milliseconds`; 0 leaves them where they are written down.
  public func moving(_ source: String, by milliseconds: Int) -> Change {
    var moved = offsets
    moved[source] =
      milliseconds == 0 ? nil : min(max(milliseconds, Self.offsetRange.lowerBound), Self.offsetRange.upperBound)
    return .offsets(moved)
  }

  /// The change that adds some tags and takes others off.
  public func tagging(adding: [String], removing: [String] = []) -> Change {
    let removed = Set(Tags.clean(removing))
    return .tags(Tags.clean(tags + adding).filter { !removed.contains($0) })
  }

  /// The change by which the broadcasts of the days of `new` come as it says, and the others as before.
  public func delaying(_ new: [Delay]) -> Change {
    .delays(Delay.sorted(delays + new))
  }
}
