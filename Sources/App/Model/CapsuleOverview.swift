public import Anime

/// What the capsule holds, as its screen tells it.
public struct CapsuleOverview: Hashable, Sendable {
  /// Where it lies.
  public var folder: String
  /// Every commit, the newest first.
  public var commits: [CommitLine]
  /// How many objects there are.
  public var objectCount: Int
  /// The bytes that they take on disk.
  public var objectBytes: Int
  /// How many changes the user made.
  public var operationCount: Int
  /// How many devices made them.
  public var deviceCount: Int
  /// The bytes of what was damaged and put aside.
  public var quarantineBytes: Int
  /// The bytes that are free on the disk; nil where it does not say.
  public var room: Int64?
  /// The free bytes below which no more content is stored.
  public var reserve: Int64
  /// The shows of which every version is kept.
  public var pins: [ShowID]
  /// What the last verification found; nil where there was none.
  public var verified: Verified?
  /// The answers that were stored and not applied.
  public var setAside: [SetAside]
  /// How much of the user's list would outlive every server.
  public var coverage: Coverage

  /// A capsule in `folder`, empty where nothing is said.
  public init(
    folder: String, commits: [CommitLine] = [], objectCount: Int = 0, objectBytes: Int = 0, operationCount: Int = 0,
    deviceCount: Int = 0, quarantineBytes: Int = 0, room: Int64? = nil, reserve: Int64 = 0, pins: [ShowID] = [],
    verified: Verified? = nil, setAside: [SetAside] = [], coverage: Coverage = Coverage()
  ) {
    self.folder = folder
    self.commits = commits
    self.objectCount = objectCount
    self.objectBytes = objectBytes
    self.operationCount = operationCount
    self.deviceCount = deviceCount
    self.quarantineBytes = quarantineBytes
    self.room = room
    self.reserve = reserve
    self.pins = pins
    self.verified = verified
    self.setAside = setAside
    self.coverage = coverage
  }

  /// A verification of the capsule.
  public struct Verified: Hashable, Sendable {
    /// When it ended.
    public var at: Instant
    /// Whether every byte was read, and not the structure alone.
    public var isWhole: Bool
    /// How many objects, commits and lines were not as they should be.
    public var damaged: Int

    /// A verification that ended `at` a moment.
    public init(at: Instant, isWhole: Bool, damaged: Int) {
      self.at = at
      self.isWhole = isWhole
      self.damaged = damaged
    }
  }

  /// An answer that lacked so much that it was stored and not applied.
  public struct SetAside: Hashable, Sendable {
    /// Who gave it.
    public var provider: String
    /// When it came.
    public var fetched: Instant
    /// How many of the present shows it lacks.
    public var missing: Int

    /// The answer of `provider`.
    public init(provider: String, fetched: Instant, missing: Int) {
      self.provider = provider
      self.fetched = fetched
      self.missing = missing
    }
  }

  /// One commit, as a row of the time line.
  public struct CommitLine: Identifiable, Hashable, Sendable {
    /// The commit's name.
    public var id: String
    /// Its place in the order of commits.
    public var sequence: Int
    /// When it was made.
    public var time: Instant
    /// Whose catalogue it brought.
    public var provider: String
    /// The address, or the host, of the mirror that gave it; "" where none did.
    public var mirror: String
    /// Why it was made.
    public var cause: Cause
    /// How many shows it brought.
    public var added: Int
    /// How many shows it changed.
    public var changed: Int
    /// How many shows it took away.
    public var removed: Int
    /// Whether its content was given up to make room; what is told here stays.
    public var isThinned: Bool
    /// Whether it is the present.
    public var isHead: Bool

    /// A commit.
    public init(
      id: String, sequence: Int, time: Instant, provider: String, mirror: String = "", cause: Cause = .sync,
      added: Int = 0, changed: Int = 0, removed: Int = 0, isThinned: Bool = false, isHead: Bool = false
    ) {
      self.id = id
      self.sequence = sequence
      self.time = time
      self.provider = provider
      self.mirror = mirror
      self.cause = cause
      self.added = added
      self.changed = changed
      self.removed = removed
      self.isThinned = isThinned
      self.isHead = isHead
    }

    /// Why a commit is made.
    public enum Cause: Hashable, Sendable, CaseIterable {
      /// A sync brought news.
      case sync
      /// A sync brought what was not applied.
      case setAside
      /// The user accepted what was set aside.
      case accept
      /// The user brought an earlier commit back.
      case restore
      /// What another device knew came in.
      case merge
      /// Old content was given up.
      case collection
      /// Something that this version does not know.
      /// Comments came.
      case comments
      case other
    }
  }
}
