/// Every number that the policy goes by and is judged by, so that a world on compressed time can compress them all.
public struct PolicyTiming: Sendable {
  /// The numbers of the book of health.
  public var health = HealthTiming()
  /// The times of one fetch.
  public var fetch = FetchPolicyTiming()
  /// What the transport waits for.
  public var transport = TransportTiming()
  /// The times between syncs.
  public var schedule: SyncSchedule.Timing
  /// The times of what is promised.
  public var promises = PromiseTiming()

  /// The usual numbers, around an interval between two syncs.
  public init(interval: Duration) {
    schedule = SyncSchedule.Timing(interval: interval)
  }

  /// The same in a world where all goes `factor` times as fast.
  public func scaled(by factor: Double) -> PolicyTiming {
    var scaled = self
    scaled.health = health.scaled(by: factor)
    scaled.fetch = fetch.scaled(by: factor)
    scaled.transport = transport.scaled(by: factor)
    scaled.schedule = schedule.scaled(by: factor)
    scaled.promises = promises.scaled(by: factor)
    return scaled
  }

  /// How long after a release a client may be without it while all is well: its interval at its longest, and the time
  /// of a sync.
  var grace: Duration { schedule.interval * 1.2 + promises.freshWithin }
}

/// The times of what is promised about a sync and about a recovery.
public struct PromiseTiming: Hashable, Sendable {
  /// A mirror that has been up for this is settled.
  public var settledAfter = Duration.seconds(60)
  /// Beside a settled mirror somebody who waits is served within this.
  public var freshWithin = Duration.seconds(300)
  /// A blackout of at least this length is an outage, whose end is a recovery.
  public var outage = Duration.seconds(600)
  /// Load is counted in spans of this.
  public var minute = Duration.seconds(60)
  /// So long after a recovery the load is taken to be normal again.
  public var calmAfter = Duration.seconds(3600)

  /// The usual times.
  public init() {}

  /// The same in a world where all goes `factor` times as fast.
  public func scaled(by factor: Double) -> PromiseTiming {
    var scaled = self
    scaled.settledAfter = settledAfter / factor
    scaled.freshWithin = freshWithin / factor
    scaled.outage = outage / factor
    scaled.minute = minute / factor
    scaled.calmAfter = calmAfter / factor
    return scaled
  }
}
