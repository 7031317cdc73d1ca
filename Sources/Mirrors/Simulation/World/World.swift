/// One course of things: when which mirror does what, and when which release comes out.
///
/// It is drawn whole from a seed before any client asks, so that the clients cannot change it and each of them sees
/// the same.
public struct World: Sendable {
  /// A mirror and what becomes of it.
  struct Mirror: Sendable {
    let description: Scenario.Mirror
    let origin: Origin
    let timeline: Timeline<Behaviour>
  }

  /// What the policy is told that it fetches.
  static let provider = "simulated"

  /// What it was drawn from.
  public let scenario: Scenario
  let mirrors: [Mirror]
  /// The places of those who tell versions.
  let tellers: [Int]
  /// The places of those who serve the file.
  let servers: [Int]
  /// The places of those who do both.
  let wholeMirrors: [Int]
  /// When each release came out; the first at the beginning.
  let releases: [Duration]
  /// The version that stands for each release, and one more that does not exist.
  let versions: [Version]
  /// Those who serve the file and those who tell its version, as the policy is told of them.
  let fileMirrors: [PlannedFetch<SimulatedReason>.Mirror]
  let versionSources: [PlannedFetch<SimulatedReason>.Source]
  /// When the newest release could be had from nobody.
  let blackouts: [Range<Duration>]

  /// The course of things in `scenario` that `seed` gives.
  public init(_ scenario: Scenario, seed: UInt64) {
    self.scenario = scenario
    let groups = Self.groups(of: scenario, seed)
    let mirrors = scenario.mirrors.enumerated().map { place, mirror in
      var random = SeededGenerator(seed: seed, stream: Self.mirrorStreams + UInt64(place))
      let own = mirror.troubles.timeline(until: scenario.span, &random)
      let shared = mirror.group.flatMap { groups[$0] } ?? Timeline(nil)
      let known = Self.timeline(of: scenario.outages.filter { $0.isFor(mirror) })
      let timeline = known.merged(with: shared) { $0 ?? $1 }.merged(with: own) { $0 ?? $1 ?? .up }
      return Mirror(description: mirror, origin: Self.origin(mirror.name), timeline: timeline)
    }
    self.mirrors = mirrors
    tellers = mirrors.indices.filter { scenario.mirrors[$0].tells }
    servers = mirrors.indices.filter { scenario.mirrors[$0].serves }
    wholeMirrors = tellers.filter(servers.contains)
    releases = Self.releases(of: scenario, seed)
    versions = (0...releases.count).map(Self.version)
    fileMirrors = servers.map {
      .init(mirrors[$0].origin, group: scenario.mirrors[$0].group, needsVersion: scenario.mirrors[$0].isVersioned)
    }
    versionSources = tellers.map { .init(mirrors[$0].origin, group: scenario.mirrors[$0].group) }
    blackouts = Self.blackouts(mirrors, until: scenario.span)
  }

  private static let releaseStream: UInt64 = 1
  private static let groupStreams: UInt64 = 1 << 16
  private static let mirrorStreams: UInt64 = 1 << 17
  /// Where the streams of the clients begin.
  static let clientStreams: UInt64 = 1 << 32

  /// The place of the newest release at `moment`.
  public func newestRelease(at moment: Duration) -> Int {
    var (low, high) = (0, releases.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if releases[middle] <= moment { low = middle } else { high = middle }
    }
    return low
  }

  /// The blackouts that end in `range`.
  func blackouts(endingIn range: Range<Duration>) -> [Range<Duration>] {
    blackouts.filter { range.contains($0.upperBound) }
  }

  /// Whether a release came out in `range`.
  func hasRelease(in range: Range<Duration>) -> Bool {
    releases.contains { range.contains($0) }
  }

  /// The blackouts that are long enough for an outage and over before the end.
  func outages(_ timing: PromiseTiming) -> [Range<Duration>] {
    blackouts.filter { $0.length >= timing.outage && $0.upperBound < scenario.span }
  }

  private static func version(ofRelease place: Int) -> Version {
    guard let version = Version("0.3.\(place)") else { preconditionFailure("release \(place) has no version") }
    return version
  }
}

// MARK: - Drawing

extension World {
  private static func origin(_ name: String) -> Origin {
    guard let origin = Origin("https://\(name).test") else { preconditionFailure("\(name) is no name of a host") }
    return origin
  }

  private static func groups(of scenario: Scenario, _ seed: UInt64) -> [String: Timeline<Behaviour?>] {
    var timelines: [String: Timeline<Behaviour?>] = [:]
    for (place, group) in scenario.groups.enumerated() {
      var random = SeededGenerator(seed: seed, stream: groupStreams + UInt64(place))
      timelines[group.name] = group.troubles.timeline(until: scenario.span, &random)
    }
    return timelines
  }

  private static func timeline(of outages: [Scenario.Outage]) -> Timeline<Behaviour?> {
    outages.reduce(Timeline<Behaviour?>(nil)) { timeline, outage in
      var one = Timeline<Behaviour?>(nil)
      one.append(outage.behaviour, from: outage.start)
      one.append(nil, from: outage.end)
      return timeline.merged(with: one) { $0 ?? $1 }
    }
  }

  private static func releases(of scenario: Scenario, _ seed: UInt64) -> [Duration] {
    var random = SeededGenerator(seed: seed, stream: releaseStream)
    var releases = [Duration.zero]
    var now = max(scenario.releases.draw(&random), .milliseconds(1))
    while now < scenario.span {
      releases.append(now)
      now += max(scenario.releases.draw(&random), .milliseconds(1))
    }
    return releases
  }

  /// The spans in which nobody honest serves the file, or nobody honest tells its version where that is needed.
  private static func blackouts(_ mirrors: [Mirror], until end: Duration) -> [Range<Duration>] {
    func isThere(_ isMeant: (Scenario.Mirror) -> Bool) -> Timeline<Bool> {
      mirrors.filter { isMeant($0.description) }.reduce(Timeline(false)) { timeline, mirror in
        timeline.merged(with: mirror.timeline) { $0 || $1.isHonest }
      }
    }
    let versioned = isThere { $0.serves && $0.isVersioned }.merged(with: isThere(\.tells)) { $0 && $1 }
    let served = versioned.merged(with: isThere { $0.serves && !$0.isVersioned }) { $0 || $1 }
    return served.pieces.indices.filter { !served.pieces[$0].value }.map { index in
      let start = served.pieces[index].start
      return start..<max(start, index + 1 < served.pieces.count ? served.pieces[index + 1].start : end)
    }
  }
}

extension Scenario.Outage {
  fileprivate func isFor(_ mirror: Scenario.Mirror) -> Bool {
    target == nil || target == mirror.name || target == mirror.group
  }
}

// MARK: - For whoever plays it with real servers

extension World {
  /// What a mirror does at some moment.
  public struct Moment: Hashable, Sendable {
    /// How it treats those who ask.
    public var behaviour: Behaviour
    /// The newest release that it knows.
    public var release: Int
  }

  /// What the mirror at `place` does at `moment`.
  public func moment(of place: Int, at moment: Duration) -> Moment {
    let piece = mirrors[place].timeline.piece(at: moment)
    let knownAt = piece.value == .stale ? piece.start : moment
    return Moment(behaviour: piece.value, release: newestRelease(at: knownAt))
  }

  /// Every moment after the first at which somebody changes or a release comes out, in order.
  public var changes: [Duration] {
    let all = Set(mirrors.flatMap { $0.timeline.pieces.map(\.start) } + releases)
    return all.filter { $0 > .zero && $0 < scenario.span }.sorted()
  }
}
