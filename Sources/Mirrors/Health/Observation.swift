/// What is asked for: breakers and measurements are kept apart for the two.
public enum Traffic: String, CaseIterable, Sendable {
  /// A small answer, such as the newest version.
  case metadata
  /// A file.
  case content
}

/// What a request took.
public struct Measure: Hashable, Sendable {
  /// Until the connection stood; nil where one was used again or none came about.
  public var connect: Duration?
  /// Until the first byte of the answer; nil where none came.
  public var firstByte: Duration?
  /// Until the end.
  public var total: Duration
  /// The bytes that came over the wire.
  public var bytes: Int

  /// A measure.
  public init(connect: Duration? = nil, firstByte: Duration? = nil, total: Duration = .zero, bytes: Int = 0) {
    self.connect = connect
    self.firstByte = firstByte
    self.total = total
    self.bytes = bytes
  }

  /// Bytes a second after the first one; nil where too little came to tell.
  var throughput: Double? {
    guard let firstByte, bytes >= 16 << 10, total > firstByte else { return nil }
    return Double(bytes) / ((total - firstByte) / .seconds(1))
  }
}

/// One request that ended: whom it asked, how it went, what it took.
public struct Observation: Hashable, Sendable {
  /// How it went.
  public enum Outcome: Hashable, Sendable {
    /// A usable answer.
    case success
    /// None.
    case failure(Fault)
    /// Nobody waited for it any longer: another was faster.
    case abandoned
  }

  /// Whom it asked.
  public var origin: Origin
  /// What for.
  public var traffic: Traffic
  /// How it went.
  public var outcome: Outcome
  /// What it took.
  public var measure: Measure
  /// For which provider it was made; "" where for none.
  public var provider: String
  /// Which try of its sync it was: 1 for the first that was asked for this traffic, 0 where it belongs to none.
  public var attempt: Int

  /// An observation.
  public init(
    _ origin: Origin, _ traffic: Traffic, _ outcome: Outcome, _ measure: Measure = Measure(), provider: String = "",
    attempt: Int = 0
  ) {
    self.origin = origin
    self.traffic = traffic
    self.outcome = outcome
    self.measure = measure
    self.provider = provider
    self.attempt = attempt
  }
}
