public import Anime

/// One address of a provider, and how it does: a row of the Mirrors screen.
public struct MirrorLine: Identifiable, Hashable, Sendable {
  /// Its provider and its address.
  public var id: String { "\(provider) \(address)" }
  /// Whose it is.
  public var provider: String
  /// The address as it was written, `{version}` standing for the release.
  public var address: String
  /// The host, and the port where it is not the usual one.
  public var host: String
  /// Those with which it shares its fate; nil where it stands alone.
  public var group: String?
  /// What it is asked for.
  public var role: Role
  /// Whether it is asked at all, and why not.
  public var state: MirrorState
  /// Milliseconds to the first byte of the last attempts, the oldest first; nil where there came none.
  public var latencies: [Int?]
  /// Milliseconds within which half of the first bytes came.
  public var p50: Int?
  /// Milliseconds within which 95 of 100 first bytes came.
  public var p95: Int?
  /// Bytes a second, once bytes come.
  public var throughput: Int?
  /// How old its data is.
  public var dataAge: DataAge
  /// What went wrong last.
  public var lastError: NetworkCause?
  /// When that was.
  public var lastErrorAt: Instant?
  /// Until when its state lasts: a probe, or the end of a wait, is due then.
  public var until: Instant?
  /// The part of its attempts that went well, 0 to 1.
  public var successRate: Double?
  /// How many attempts that is the part of.
  public var attempts: Int
  /// How good it is, all in all.
  public var grade: Grade?
  /// Why it is no better.
  public var gradeReasons: [GradeReason]
  /// Whether the user wants it first.
  public var isPinned: Bool
  /// When it last gave what was asked.
  public var lastSuccess: Instant?

  /// A mirror of which nothing is known but what is said.
  public init(
    provider: String, address: String, host: String, group: String? = nil, role: Role = .mirror,
    state: MirrorState = .unknown, latencies: [Int?] = [], p50: Int? = nil, p95: Int? = nil, throughput: Int? = nil,
    dataAge: DataAge = DataAge(), lastError: NetworkCause? = nil, lastErrorAt: Instant? = nil, until: Instant? = nil,
    successRate: Double? = nil, attempts: Int = 0, grade: Grade? = nil, gradeReasons: [GradeReason] = [],
    isPinned: Bool = false, lastSuccess: Instant? = nil
  ) {
    self.provider = provider
    self.address = address
    self.host = host
    self.group = group
    self.role = role
    self.state = state
    self.latencies = latencies
    self.p50 = p50
    self.p95 = p95
    self.throughput = throughput
    self.dataAge = dataAge
    self.lastError = lastError
    self.lastErrorAt = lastErrorAt
    self.until = until
    self.successRate = successRate
    self.attempts = attempts
    self.grade = grade
    self.gradeReasons = gradeReasons
    self.isPinned = isPinned
    self.lastSuccess = lastSuccess
  }

  /// What an address is asked for.
  public enum Role: Hashable, Sendable, CaseIterable {
    /// The content.
    case mirror
    /// The newest version, and nothing else.
    case versionSource
  }

  /// How old the data of a mirror is.
  public struct DataAge: Hashable, Sendable {
    /// The version that it gave last.
    public var version: String?
    /// Whether others have a newer one.
    public var isBehind: Bool

    /// The age of data of `version`.
    public init(version: String? = nil, isBehind: Bool = false) {
      self.version = version
      self.isBehind = isBehind
    }
  }
}
