/// What came of one world.
public struct Course: Equatable, Sendable {
  /// One mirror's share of the work.
  public struct MirrorFigures: Hashable, Sendable {
    /// Its name.
    public var name: String
    /// The requests that reached it.
    public var requests: Double
    /// The most of them in one minute.
    public var peak: Double
    /// How many it turned away because they were too many.
    public var turnedAway: Double
    /// The bytes that it sent.
    public var bytes: Double
  }

  /// What followed an outage: a span in which the newest release could be had from nobody.
  public struct Recovery: Hashable, Sendable {
    /// When it was over.
    public var moment: Duration
    /// How long it had lasted.
    public var outage: Duration
    /// The requests in the first minute.
    public var firstMinute: Double
    /// The most requests of one minute in the first hour.
    public var peak: Double
    /// The requests of a normal minute: of one after a release where the outage hid one from most clients, since then as
    /// now each of them fetches a file. Nil where there was none.
    public var normal: Double?
    /// How many requests one that is simulated stands for.
    var weight: Double

    /// How many times as much as normal the first minute brings.
    public var ratio: Double? { normal.flatMap { $0 > 0 ? firstMinute / $0 : nil } }

    /// Two standard deviations of the ratio, as far as chance decides how many simulated clients come in the minute.
    public var margin: Double? {
      normal.flatMap { $0 > 0 ? 2 * (firstMinute * weight * Self.requestsTogether).squareRoot() / $0 : nil }
    }

    /// About so many requests come together, those of one sync, and are one event of chance.
    private static let requestsTogether = 3.0

    /// Whether the first minute brings more than twice as much as normal, and that is not by chance.
    public var isStorm: Bool {
      // With fewer simulated requests a minute nothing can be told.
      guard let normal, normal >= 5 * weight, let ratio, let margin else { return false }
      return ratio - margin > 2
    }
  }

  /// The seed of the world.
  public var seed: UInt64
  /// The share of all clients' time in which they were not behind.
  ///
  /// A client is behind from when a release has been out for longer than the client's interval at its longest and five
  /// minutes, until it has it. Where all is well nobody ever is.
  public var availability: Double
  /// How many syncs were answered, whatever with.
  public var answered: Proportion
  /// How many ended with the release that was the newest when they began.
  public var fresh: Proportion
  /// From each release to each client's having it, in seconds.
  public var delays: [Double]
  /// From each recovery to the first answer of each client before which somebody sat, in seconds…
  public var attendedWaits: [Double]
  /// …and of each other one that had failed.
  public var unattendedWaits: [Double]
  /// How long somebody waited beside a settled mirror each time that happened, in seconds: what the promise is about.
  public var promisedWaits: [Double]
  /// The load on each mirror.
  public var mirrors: [MirrorFigures]
  /// What followed each outage.
  public var recoveries: [Recovery]
  /// The requests of a normal minute; nil where none was normal.
  public var normal: Double?
  /// What must not have happened.
  public var broken: [BrokenPromise]
}

extension Course {
  init(_ tally: Tally, of world: World, seed: UInt64, _ timing: PolicyTiming) {
    let (clients, load) = (world.scenario.clients, tally.load)
    let weight = clients.weight
    self.seed = seed
    availability = 1 - tally.lost / (world.scenario.span.seconds * Double(clients.sample))
    (answered, fresh, delays) = (tally.answered, tally.fresh, tally.delays)
    promisedWaits = tally.promisedWaits
    attendedWaits = tally.waits.filter(\.isAttended).map(\.seconds)
    unattendedWaits = tally.waits.filter { !$0.isAttended }.map(\.seconds)
    mirrors = zip(world.scenario.mirrors, load.mirrors).map { mirror, load in
      MirrorFigures(
        name: mirror.name, requests: Double(load.requests) * weight, peak: Double(load.peak) * weight,
        turnedAway: Double(load.turnedAway) * weight, bytes: Double(load.bytes) * weight)
    }
    recoveries = zip(world.outages(timing.promises), load.firstMinutes).map { outage, requests in
      let hour = outage.upperBound..<outage.upperBound + timing.promises.calmAfter
      let hidden = outage.lowerBound - timing.schedule.interval / 2..<outage.upperBound
      return Recovery(
        moment: outage.upperBound, outage: outage.length, firstMinute: Double(requests) * weight,
        peak: Double(load.peak(in: hour)) * weight,
        normal: load.perMinute(world.hasRelease(in: hidden) ? [.release] : [.quiet, .release]).map { $0 * weight },
        weight: weight)
    }
    normal = load.perMinute([.quiet, .release]).map { $0 * weight }
    let storms = recoveries.filter(\.isStorm)
    broken =
      tally.broken
      + storms.map { BrokenPromise(promise: .recovery, client: nil, moment: $0.moment, seed: seed) }
  }
}
