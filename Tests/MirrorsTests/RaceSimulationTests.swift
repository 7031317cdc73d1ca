import Mirrors
import Testing

/// Random numbers from a seed (SplitMix64), so that a failing seed fails again.
struct SeededNumbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Mirrors with fates, a virtual clock, and the race between them.
///
/// Every event a mirror has ahead is a row of the agenda; the earliest is played, until the race is over or
/// nothing is left to happen, which would be a race that hangs.
struct RaceSimulation {
  enum Fate: CaseIterable {
    case honest, slowHonest, refused, connectTimeout, stalledFromStart, stalledLater, lying, doubted
  }

  struct Row {
    let at: Duration
    let mirror: Int
    let event: Race<String>.Event
  }

  let fates: [Fate]
  private(set) var now = Duration.zero
  private(set) var outcome: Race<String>.Outcome?
  /// What must never happen, in words.
  private(set) var violations: [String] = []
  private var race: Race<String>
  private var agenda: [Row] = []
  private var running: Set<Int> = []
  private var wake: Duration?
  private var numbers: SeededNumbers

  init(seed: UInt64) {
    numbers = SeededNumbers(state: seed)
    let count = Int.random(in: 1...8, using: &numbers)
    var fates: [Fate] = []
    for _ in 0..<count { fates.append(Fate.allCases.randomElement(using: &numbers) ?? .refused) }
    self.fates = fates
    race = Race(groups: (0..<count).map { "\($0)" })
  }

  mutating func run() {
    perform(race.handle(.released(Array(fates.indices)), at: now))
    while outcome == nil, let event = takeNext() { perform(race.handle(event, at: now)) }
  }

  /// Goes to the next thing that happens; nil where nothing ever will.
  private mutating func takeNext() -> Race<String>.Event? {
    let next = agenda.indices.min { agenda[$0].at < agenda[$1].at }
    if let wake, next.map({ agenda[$0].at > wake }) ?? true {
      now = wake
      self.wake = nil
      return .tick
    }
    guard let next else { return nil }
    let row = agenda.remove(at: next)
    now = row.at
    switch row.event {
    case .failed, .finished: running.remove(row.mirror)
    default: break
    }
    return row.event
  }

  private mutating func perform(_ actions: [Race<String>.Action]) {
    for action in actions {
      switch action {
      case .start(let mirror):
        if !running.insert(mirror).inserted { violations.append("\(mirror) started twice") }
        if race.failures.contains(where: { $0.mirror == mirror }) { violations.append("\(mirror) after its failure") }
        schedule(mirror)
      case .cancel(let mirror):
        if running.remove(mirror) == nil { violations.append("\(mirror) cancelled while it did not run") }
        agenda.removeAll { $0.mirror == mirror }
      case .judge(let mirror): plan(mirror, .milliseconds(200), verdict(on: mirror))
      case .wake(let moment):
        if moment < now { violations.append("a wake in the past") }
        wake = min(wake ?? moment, moment)
      case .end(let end):
        outcome = end
        if !running.isEmpty { violations.append("over while \(running) run") }
      }
    }
  }

  private func verdict(on mirror: Int) -> Race<String>.Event {
    switch fates[mirror] {
    case .lying: return .rejected(mirror, "a web page")
    case .doubted:
      let twin = fates.indices.first { index in
        index != mirror && fates[index] == .doubted && race.failures.contains { $0.mirror == index }
      }
      return .doubted(mirror, sameAs: twin, "lacks 900")
    default: return .accepted(mirror)
    }
  }

  private mutating func schedule(_ mirror: Int) {
    let connect = Int.random(in: 5...800, using: &numbers)
    switch fates[mirror] {
    case .refused: plan(mirror, .milliseconds(connect), .failed(mirror, "refused"))
    case .connectTimeout: plan(mirror, .seconds(4), .failed(mirror, "connect timeout"))
    case .stalledFromStart: plan(mirror, .seconds(5), .failed(mirror, "stalled"))
    case .stalledLater:
      plan(mirror, .milliseconds(connect), .received(mirror, total: 10_000))
      plan(mirror, .milliseconds(connect + 5000), .failed(mirror, "stalled"))
    case .honest, .lying, .doubted: send(mirror, from: connect, step: 40, bytes: 200_000, parts: 10)
    case .slowHonest: send(mirror, from: connect, step: 1000, bytes: 1500, parts: 20)
    }
  }

  private mutating func send(_ mirror: Int, from start: Int, step: Int, bytes: Int, parts: Int) {
    for part in 1...parts {
      plan(mirror, .milliseconds(start + part * step), .received(mirror, total: part * bytes))
    }
    plan(mirror, .milliseconds(start + parts * step + 1), .finished(mirror))
  }

  private mutating func plan(_ mirror: Int, _ after: Duration, _ event: Race<String>.Event) {
    agenda.append(Row(at: now + after, mirror: mirror, event: event))
  }
}

@Suite struct `In two thousand simulated races` {
  static let races = (1...2000).map { seed in
    var simulation = RaceSimulation(seed: UInt64(seed))
    simulation.run()
    return (seed, simulation)
  }

  @Test func `none hangs`() {
    for (seed, race) in Self.races { #expect(race.outcome != nil, "seed \(seed): \(race.fates)") }
  }

  @Test func `no mirror runs twice at once, or again after it failed`() {
    for (seed, race) in Self.races { #expect(race.violations == [], "seed \(seed): \(race.fates)") }
  }

  @Test func `an honest mirror wins wherever there is one and nobody is only doubted`() {
    for (seed, race) in Self.races where !race.fates.contains(.doubted) {
      let honest = race.fates.indices.filter { [.honest, .slowHonest].contains(race.fates[$0]) }
      guard !honest.isEmpty else { continue }
      guard case .accepted(let winner) = race.outcome else {
        Issue.record("seed \(seed): \(race.fates)")
        continue
      }
      #expect(honest.contains(winner), "seed \(seed)")
    }
  }

  @Test func `it fails only where no mirror gives a catalogue`() {
    for (seed, race) in Self.races where race.outcome == .failed {
      #expect(!race.fates.contains { [.honest, .slowHonest, .doubted].contains($0) }, "seed \(seed)")
    }
  }

  @Test func `it ends within 5.8 s where nothing answers`() {
    let dead = Set([RaceSimulation.Fate.refused, .connectTimeout, .stalledFromStart])
    for (seed, race) in Self.races where dead.isSuperset(of: race.fates) {
      #expect(race.now <= .milliseconds(5800), "seed \(seed): \(race.fates)")
    }
  }
}
