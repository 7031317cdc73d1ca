/// The fetch of a catalogue: learn the newest version, then race the mirrors for it.
///
///     sources  ●─●─●── newest: 0.3.222
///     mirrors            ●─●── those whose address needs the version
///     others         ●── those that do not, once nobody has told a version for too long
///
/// A version that is not newer than the present one ends it: equal is unchanged, lower is a source that lags. One that
/// no mirror has is not believed, whoever told it: the next lower one counts, or the sources that were not asked yet.
/// A value, as ``Race`` is.
public struct CatalogueRace<Reason: Hashable & Sendable>: Equatable, Sendable {
  /// What happened.
  public enum Event: Equatable, Sendable {
    /// Begin.
    case begin
    /// A source told a version that we can read.
    case versionTold(source: Int, Version)
    /// A source told none.
    case sourceFailed(source: Int, Reason)
    /// Something happened to a mirror.
    case mirror(Race<Reason>.Event)
    /// A mirror is there, and does not have the version.
    case missing(mirror: Int, Reason)
    /// A moment that was asked for has come.
    case tick
  }

  /// What is to be done.
  public enum Action: Equatable, Sendable {
    /// Ask this source.
    case ask(source: Int)
    /// Stop asking it.
    case stopAsking(source: Int)
    /// Do this about a mirror; `end` is never among these.
    case mirror(Race<Reason>.Action)
    /// Send a tick at this moment.
    case wake(at: Duration)
    /// It is over.
    case end(Outcome)
  }

  /// How it ended.
  public enum Outcome: Equatable, Sendable {
    /// As the race did.
    case raced(Race<Reason>.Outcome)
    /// There is nothing newer.
    case unchanged(Version)
  }

  /// What went wrong.
  public struct Failure: Equatable, Sendable {
    /// Who was asked.
    public enum Party: Equatable, Sendable {
      case source(Int)
      case mirror(Int)
    }

    /// Who was asked.
    public let party: Party
    /// Why it is of no use.
    public let reason: Reason
  }

  /// One address of the file.
  public struct Mirror: Equatable, Sendable {
    /// Whether its address holds the version.
    public let needsVersion: Bool
    /// Whose fate it shares.
    public let group: String

    /// A mirror with these facts.
    public init(needsVersion: Bool, group: String) {
      self.needsVersion = needsVersion
      self.group = group
    }
  }

  private let mirrors: [Mirror]
  private let mirrorOrder: [Int]
  private let present: Version?
  private let versionUnknown: Reason
  private var poll: VersionPoll
  private var race: Race<Reason>
  private var isOver = false
  /// Whether somebody said that the version is not there.
  private var isVersionMissing = false
  /// What went wrong so far, in order.
  public private(set) var failures: [Failure] = []
  /// The version to fetch, once it is known.
  public private(set) var version: Version?

  /// A fetch from `mirrors` of a version that `sourceCount` sources tell.
  ///
  /// `versionUnknown` is the reason noted for a mirror that was never asked for want of a version. Mirrors and sources
  /// are asked in the orders given; who is in none is never asked. Where `witnesses` is given, the sources are asked one
  /// after the other, until so many tell that there is nothing new.
  public init(
    mirrors: [Mirror], sourceCount: Int, present: Version?, versionUnknown: Reason, mirrorOrder: [Int]? = nil,
    sourceOrder: [Int]? = nil, witnesses: Int? = nil, raceTiming: RaceTiming = RaceTiming(),
    pollTiming: VersionPollTiming = VersionPollTiming()
  ) {
    self.mirrors = mirrors
    self.present = present
    self.versionUnknown = versionUnknown
    self.mirrorOrder = mirrorOrder ?? Array(mirrors.indices)
    poll = VersionPoll(
      count: sourceCount, order: sourceOrder, sufficient: witnesses == nil ? nil : present, witnesses: witnesses ?? 1,
      timing: pollTiming)
    race = Race(groups: mirrors.map(\.group), timing: raceTiming)
  }

  /// Whether a mirror sends bytes at speed, or its answer is looked at.
  func isLed(at now: Duration) -> Bool { race.isLed(at: now) }

  /// What ends every question and every transfer, for one who needs the fetch no longer.
  mutating func cancelAll() -> [Action] {
    isOver = true
    return poll.cancelAll().map { .stopAsking(source: $0) } + race.cancelAll().map { .mirror($0) }
  }

  /// Takes in what happened at `now` and returns what to do about it.
  public mutating func handle(_ event: Event, at now: Duration) -> [Action] {
    guard !isOver else { return [] }
    switch event {
    case .begin: return handle(.begin, inPollAt: now)
    case .versionTold(let source, let version): return handle(.answered(source, version), inPollAt: now)
    case .sourceFailed(let source, let reason):
      failures.append(Failure(party: .source(source), reason: reason))
      return handle(.failed(source), inPollAt: now)
    case .mirror(let event): return handle(event, inRaceAt: now)
    case .missing(let mirror, let reason):
      isVersionMissing = isVersionMissing || mirrors[mirror].needsVersion
      return handle(.failed(mirror, reason), inRaceAt: now)
    case .tick: return handle(.tick, inPollAt: now) + handle(.tick, inRaceAt: now)
    }
  }

  private mutating func handle(_ event: VersionPoll.Event, inPollAt now: Duration) -> [Action] {
    perform(poll.handle(event, at: now), at: now)
  }

  private mutating func perform(_ pollActions: [VersionPoll.Action], at now: Duration) -> [Action] {
    var actions: [Action] = []
    for action in pollActions {
      switch action {
      case .ask(let source): actions.append(.ask(source: source))
      case .cancel(let source): actions.append(.stopAsking(source: source))
      case .wake(let moment): actions.append(.wake(at: moment))
      case .impatient: actions += handle(.released(all(needingVersion: false)), inRaceAt: now)
      case .decided(let version): actions += decide(version, at: now)
      }
    }
    return actions
  }

  private mutating func decide(_ version: Version?, at now: Duration) -> [Action] {
    guard let version else {
      guard race.outcome == nil else { return end(.raced(.failed)) }
      return handle(.released(all(needingVersion: false)), inRaceAt: now)
        + handle(.withdrawn(all(needingVersion: true), versionUnknown), inRaceAt: now)
    }
    if let present, version <= present {
      isOver = true
      return race.cancelAll().map { .mirror($0) } + [.end(.unchanged(version))]
    }
    self.version = version
    isVersionMissing = false
    if race.outcome != nil { race.restart(with: all(needingVersion: true)) }
    return handle(.released(all(needingVersion: true) + all(needingVersion: false)), inRaceAt: now)
  }

  private mutating func handle(_ event: Race<Reason>.Event, inRaceAt now: Duration) -> [Action] {
    guard !isOver else { return [] }
    let known = race.failures.count
    let actions = race.handle(event, at: now)
    failures += race.failures.dropFirst(known).map { Failure(party: .mirror($0.mirror), reason: $0.reason) }
    return actions.flatMap { action -> [Action] in
      switch action {
      case .end(.failed): return disbelieve(at: now) ?? end(.raced(.failed))
      case .end(let outcome): return end(.raced(outcome))
      case .wake(let moment): return [.wake(at: moment)]
      default: return [.mirror(action)]
      }
    }
  }

  /// Goes on with what another source tells, where mirrors that are there do not have the version; else nil.
  private mutating func disbelieve(at now: Duration) -> [Action]? {
    guard isVersionMissing, let version else { return nil }
    self.version = nil
    return perform(poll.disbelieve(version, at: now), at: now)
  }

  private mutating func end(_ outcome: Outcome) -> [Action] {
    isOver = true
    return poll.cancelAll().map { .stopAsking(source: $0) } + [.end(outcome)]
  }

  private func all(needingVersion needsVersion: Bool) -> [Int] {
    mirrorOrder.filter { mirrors[$0].needsVersion == needsVersion }
  }
}
