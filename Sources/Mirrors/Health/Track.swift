/// How one origin has done for one kind of traffic.
public struct Track: Hashable, Sendable {
  /// Seconds until the connection stood.
  public var connect = RunningMean()
  /// Seconds until the first byte.
  public var firstByte = RunningMean()
  /// Bytes a second.
  public var throughput = RunningMean()
  /// Milliseconds to the first byte of the latest requests, oldest first; nil for a failure.
  public var latencies: [Int?] = []
  /// Usable answers.
  public var successes = 0
  /// Failures, whatever their kind.
  public var failures = 0
  /// Illnesses since the last success.
  public var failuresInRow = 0
  /// Whether it may be asked.
  public var breaker = Breaker.closed
  /// How often the breaker opened, less what was forgiven.
  public var openings = 0
  /// What is left of its retry budget.
  public var tokens: Double
  /// When the tokens were last counted.
  public var tokensAt = Duration.zero
  /// Until when the service asked to be left alone.
  public var busyUntil: Duration?
  /// Until when its refusal is respected.
  public var refusedUntil: Duration?
  /// When it was last asked.
  public var lastAsked: Duration?
  /// When it last did well.
  public var lastSuccess: Duration?
  /// When it last failed.
  public var lastFailure: Duration?
  /// How it last failed.
  public var lastFault: Fault?

  /// How many latencies are kept.
  public static let latencyCount = 32

  /// A track without a request.
  public init(tokens: Double = HealthTiming().tokens) {
    self.tokens = tokens
  }

  /// The share of requests that went well, by Laplace's rule of succession.
  var successRate: Double {
    Double(successes + 1) / Double(successes + failures + 2)
  }

  /// The latency that `percent` of the latest answers did not exceed, in milliseconds.
  public func latency(percentile percent: Int) -> Int? {
    let sorted = latencies.compactMap(\.self).sorted()
    guard !sorted.isEmpty else { return nil }
    return sorted[min(sorted.count - 1, max(0, (sorted.count * percent + 99) / 100 - 1))]
  }

  mutating func add(_ measure: Measure) {
    if let connect = measure.connect { self.connect.add(connect / .seconds(1)) }
    if let first = measure.firstByte {
      firstByte.add(first / .seconds(1))
      add(latency: Int(first / .milliseconds(1)))
    }
    if let speed = measure.throughput { throughput.addDropping(speed) }
  }

  mutating func add(latency: Int?) {
    latencies.append(latency)
    if latencies.count > Self.latencyCount { latencies.removeFirst() }
    // The counts forget at the same pace, so that a bad week is not held against a mirror for ever.
    guard successes + failures > 4 * Self.latencyCount else { return }
    successes /= 2
    failures /= 2
  }

  /// Gives back the tokens that time has earned, and takes `cost`.
  mutating func spend(_ cost: Double, _ timing: HealthTiming, at now: Duration) {
    tokens = min(timing.tokens, max(0, availableTokens(timing, at: now) - cost))
    tokensAt = now
  }

  func availableTokens(_ timing: HealthTiming, at now: Duration) -> Double {
    min(timing.tokens, tokens + max(0, (now - tokensAt) / timing.tokenEvery))
  }
}

/// Whether an origin may be asked.
///
///     closed ──3 failures──▶ open ──time──▶ probing ──success──▶ closed
///                              ▲────────────── failure ┘
public enum Breaker: Hashable, Sendable {
  /// Yes.
  case closed
  /// Not before this moment, then once.
  case open(until: Duration)
  /// One request is under way since this moment; nobody else asks.
  case probing(since: Duration)
}
