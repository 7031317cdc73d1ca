/// One sync of a simulated client: the policy's own ``PlannedFetch``, with exchanges in the place of curl.
///
///     PlannedFetch ──start 2──▶ Exchange (in the world) ──failed 2──▶ PlannedFetch ──start 0──▶ …
struct SimulatedSync {
  typealias Fetch = PlannedFetch<SimulatedReason>

  /// Whom an exchange is with: the place among the sources, or among the mirrors of the file.
  enum Party: Hashable {
    case source(Int)
    case mirror(Int)
  }

  /// An exchange under way, or a whole answer that is looked at.
  struct Running {
    let party: Party
    /// The place of the mirror in the world.
    let place: Int
    let exchange: Exchange
    var isJudged = false
    /// When something happens next; nil while it waits to be looked at.
    var next: Duration?
  }

  /// How a sync ended.
  struct Result {
    /// Whether the policy takes it for an answer.
    var isAnswered: Bool
    /// The release that was told or fetched.
    var release: Int?
  }

  /// What a sync needs to know of the client around it.
  struct Surroundings {
    let world: World
    let trouble: Timeline<LocalFault.Cause?>
    let timing: PolicyTiming
  }

  let surroundings: Surroundings
  /// When it began.
  let began: Duration
  var fetch: Fetch
  var running: [Running] = []
  private var wake: Duration?
  /// How much of a file has come from a mirror that broke off, to go on from.
  private var partial: [Int: Int] = [:]
  private var accepted: Int?
  /// How it ended; nil before that.
  private(set) var result: Result?
  /// What went wrong with whom, and when: what the client was told.
  private(set) var faults: [(place: Int, fault: Fault, moment: Duration)] = []

  init(
    holding release: Int, in surroundings: Surroundings, at now: Duration, book: inout HealthBook,
    random: inout SeededGenerator
  ) {
    let world = surroundings.world
    self.surroundings = surroundings
    began = now
    fetch = Fetch(
      provider: World.provider, mirrors: world.fileMirrors, sources: world.versionSources,
      present: world.versions[release], for: .background, timing: surroundings.timing.fetch, book: &book, at: now,
      random: &random)
  }

  /// When something happens next; nil where nothing ever will.
  var next: Duration? {
    var next = wake
    for row in running {
      if let moment = row.next, next.map({ moment < $0 }) ?? true { next = moment }
    }
    return next
  }

  /// Begins it.
  mutating func begin(book: inout HealthBook, random: inout SeededGenerator, tally: inout Tally) {
    perform(fetch.handle(.begin, book: &book, at: began), at: began, random: &random, tally: &tally)
  }

  /// Lets happen what is next, which is due at `now`.
  mutating func step(at now: Duration, book: inout HealthBook, random: inout SeededGenerator, tally: inout Tally) {
    let event = takeEvent(at: now, &tally)
    perform(fetch.handle(event, book: &book, at: now), at: now, random: &random, tally: &tally)
  }
}

// MARK: - Events in

extension SimulatedSync {
  private mutating func takeEvent(at now: Duration, _ tally: inout Tally) -> Fetch.Event {
    guard let index = running.firstIndex(where: { $0.next.map { $0 <= now } ?? false }) else {
      wake = nil
      return .tick
    }
    let row = running[index]
    switch row.party {
    case .mirror(let mirror) where row.isJudged:
      running.remove(at: index)
      return verdict(on: mirror, row, at: now)
    case .mirror(let mirror) where now < row.exchange.end:
      running[index].next = nextReport(of: row.exchange, after: now)
      return .received(mirror, total: row.exchange.bytes(by: now))
    case .mirror(let mirror):
      tally.end(row.place, bytes: row.exchange.bytes)
      return end(of: mirror, index, at: now)
    case .source(let source):
      tally.end(row.place, bytes: row.exchange.bytes)
      running.remove(at: index)
      return answer(from: source, row, at: now)
    }
  }

  private mutating func answer(from source: Int, _ row: Running, at now: Duration) -> Fetch.Event {
    let measure = row.exchange.measure(at: now)
    switch row.exchange.ending {
    case .release(let release): return .versionTold(source: source, surroundings.world.versions[release], measure)
    case .wrong(let fault), .fault(let fault):
      faults.append((row.place, fault, now))
      return .sourceFailed(source: source, .fault(fault.code), fault, measure)
    }
  }

  /// The end of a transfer. A whole answer stays, to be looked at.
  private mutating func end(of mirror: Int, _ index: Int, at now: Duration) -> Fetch.Event {
    let row = running[index]
    guard case .fault(let fault) = row.exchange.ending else {
      running[index].next = nil
      return .finished(mirror, row.exchange.measure(at: now))
    }
    running.remove(at: index)
    faults.append((row.place, fault, now))
    partial[mirror, default: 0] += row.exchange.bytes
    let isBroken = row.exchange.bytes > 0 && [.reset, .stalled].contains(fault.code)
    return .failed(mirror, .fault(fault.code), fault, row.exchange.measure(at: now), canResume: isBroken)
  }

  private mutating func verdict(on mirror: Int, _ row: Running, at now: Duration) -> Fetch.Event {
    switch row.exchange.ending {
    case .release(let release):
      accepted = release
      let isNamed = surroundings.world.fileMirrors[mirror].needsVersion
      return .accepted(mirror, isNamed ? surroundings.world.versions[release] : nil)
    case .wrong(let fault), .fault(let fault):
      faults.append((row.place, fault, now))
      return .rejected(mirror, .fault(fault.code), fault)
    }
  }

  /// When bytes are told of next: as soon as they are enough to lead, then often enough not to look silent.
  private func nextReport(of exchange: Exchange, after now: Duration) -> Duration {
    guard let firstByte = exchange.firstByte, let lastByte = exchange.lastByte else { return exchange.end }
    let lead = firstByte + (lastByte - firstByte) * min(1, Double(8 << 10) / Double(max(1, exchange.bytes)))
    let next = now < lead ? lead : now + surroundings.timing.transport.silence / 5
    return next < lastByte ? next : exchange.end
  }
}

// MARK: - Actions out

extension SimulatedSync {
  private mutating func perform(
    _ actions: [Fetch.Action], at now: Duration, random: inout SeededGenerator, tally: inout Tally
  ) {
    for action in actions {
      switch action {
      case .ask(let source):
        start(.source(source), .version, of: surroundings.world.tellers[source], at: now, &random, &tally)
      case .mirror(.start(let mirror)):
        start(.mirror(mirror), file(from: mirror), of: surroundings.world.servers[mirror], at: now, &random, &tally)
      case .stopAsking(let source): stop(.source(source), at: now, &tally)
      case .mirror(.cancel(let mirror)): stop(.mirror(mirror), at: now, &tally)
      case .mirror(.judge(let mirror)): judge(mirror, at: now)
      case .wake(let moment), .mirror(.wake(let moment)): wake = min(wake ?? moment, moment)
      case .mirror(.end): break
      case .end(let outcome): finish(outcome)
      }
    }
  }

  /// What is asked of a mirror: the rest, where it broke off before.
  private mutating func file(from mirror: Int) -> Exchange.Kind {
    let needsVersion = surroundings.world.fileMirrors[mirror].needsVersion
    return .file(release: needsVersion ? fetch.version?.numbers.last : nil, from: partial[mirror] ?? 0)
  }

  private mutating func start(
    _ party: Party, _ kind: Exchange.Kind, of place: Int, at now: Duration, _ random: inout SeededGenerator,
    _ tally: inout Tally
  ) {
    let world = surroundings.world
    let circumstances = Exchange.Circumstances(
      now: now, trouble: surroundings.trouble, timing: surroundings.timing.transport)
    var exchange = Exchange(kind, of: place, in: world, circumstances, &random)
    if exchange.reaches, !tally.begin(place, at: now) { exchange.turnAway(by: world.mirrors[place].description) }
    let next = kind == .version ? exchange.end : nextReport(of: exchange, after: now)
    running.append(Running(party: party, place: place, exchange: exchange, next: next))
  }

  private mutating func stop(_ party: Party, at now: Duration, _ tally: inout Tally) {
    guard let index = running.firstIndex(where: { $0.party == party }) else { return }
    let row = running.remove(at: index)
    tally.end(row.place, bytes: row.exchange.bytes(by: now))
  }

  private mutating func judge(_ mirror: Int, at now: Duration) {
    guard let index = running.firstIndex(where: { $0.party == .mirror(mirror) }) else { return }
    running[index].isJudged = true
    running[index].next = now + surroundings.timing.transport.judging
  }

  private mutating func finish(_ outcome: CatalogueRace<SimulatedReason>.Outcome) {
    switch outcome {
    case .unchanged(let version): result = Result(isAnswered: true, release: version.numbers.last)
    case .raced(.accepted): result = Result(isAnswered: true, release: accepted)
    case .raced(.doubted), .raced(.failed): result = Result(isAnswered: false)
    }
  }
}
