/// What a collection would do, or did.
public struct CollectionPlan: Sendable {
  /// How many commits keep their content.
  public internal(set) var keptCount = 0
  /// The commits whose content is given up, oldest first.
  public internal(set) var thinned: [CommitID] = []
  /// The objects that go to quarantine now.
  public internal(set) var objects: [ObjectID] = []
  /// How many bytes they have.
  public internal(set) var bytes = 0
  /// How many more objects no commit needs, which are left to later runs.
  public internal(set) var leftCount = 0
  /// How many objects there are, and their bytes.
  public internal(set) var allObjects = 0
  /// The bytes of all objects.
  public internal(set) var allBytes = 0
  /// What has been in quarantine for its 14 days and goes for good: names of files.
  public internal(set) var expired: [String] = []
  /// How many bytes that frees.
  public internal(set) var expiredBytes = 0

  /// Whether there is nothing to do.
  public var isEmpty: Bool { thinned.isEmpty && objects.isEmpty && expired.isEmpty }

  /// A run takes at most one object and one byte in so many.
  static let share = 5
  /// How long what was collected stays in quarantine.
  static let quarantineMilliseconds: Int64 = 14 * 86_400_000
}

/// What a collection goes by.
public struct CollectionRules: Sendable {
  /// Which commits keep their content, by age.
  public var retention: Retention
  /// Commits that keep theirs whatever their age.
  public var pinned: Set<CommitID>
  /// The user's calendar.
  public var place: @Sendable (Int64) -> Retention.CalendarPlace

  /// Rules for a collection.
  public init(
    retention: Retention, pinned: Set<CommitID> = [],
    place: @escaping @Sendable (Int64) -> Retention.CalendarPlace
  ) {
    self.retention = retention
    self.pinned = pinned
    self.place = place
  }
}
