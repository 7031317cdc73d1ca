/// What is known about every origin, and what follows from it: whom to ask first, whom to leave alone.
///
///     observations ──note──▶ HealthBook ──plan──▶ who may be asked, in which order, and who not and why
///
/// A value: it reads no clock and keeps no file. All moments are durations since one origin of time that its
/// owner chooses; whoever keeps a book across runs takes the Unix epoch.
public struct HealthBook: Equatable, Sendable {
  /// Mirrors that serve the same thing: nobody is put aside unless others of them remain.
  public struct Pool: Hashable, Sendable {
    /// The provider's name.
    public var provider: String
    /// What they serve.
    public var traffic: Traffic

    /// The pool of a provider.
    public init(_ provider: String, _ traffic: Traffic) {
      self.provider = provider
      self.traffic = traffic
    }
  }

  /// The numbers that it goes by.
  public let timing: HealthTiming
  /// What is known, by origin.
  public internal(set) var origins: [Origin: OriginHealth] = [:]
  /// Who went first last time, by pool: it does again unless another has become much better.
  public internal(set) var favourites: [Pool: Origin] = [:]
  /// When several sources last told the same, by pool.
  public internal(set) var confirmed: [Pool: Duration] = [:]
  /// What is wrong on this side; nil where nothing is.
  public internal(set) var localFault: LocalFault?
  /// What was noted since the journal was last taken, for whoever keeps a log and a file.
  public private(set) var journal: [Entry] = []
  var members: [Pool: [Origin]] = [:]
  /// Requests of the last minute, one entry for each origin.
  var recent: [Origin: Recent] = [:]
  var budget: RetryBudget
  /// When a file was last proven true.
  var lastTruth: Duration?

  /// One note of the journal.
  public struct Entry: Hashable, Sendable {
    /// What was noted.
    public enum Note: Hashable, Sendable {
      /// How a request ended.
      case observation(Observation)
      /// The version that an origin told or gave.
      case version(Version, from: Origin)
      /// What a look at this machine found.
      case localCause(LocalFault.Cause?)
    }

    /// What was noted.
    public var note: Note
    /// When.
    public var at: Duration
  }

  /// What an origin last said, and how it stood before the failures that are looked at as one event.
  struct Recent: Equatable, Sendable {
    var observation: Observation
    var at: Duration
    var before: OriginHealth
    var windowBegan: Duration
    /// Whether the failure is not counted, because of a fault on this side.
    var isAcquitted = false

    /// Nil after a success.
    var fault: Fault? {
      if case .failure(let fault) = observation.outcome { fault } else { nil }
    }
  }

  /// An empty book.
  public init(timing: HealthTiming = HealthTiming()) {
    self.timing = timing
    budget = RetryBudget(tokens: timing.tokens, every: timing.retryEvery)
  }

  /// A book that is taken up again at `now`. Moments that lie further ahead than the policy ever sets them come from
  /// a clock that was wrong, and are brought back, and so are counts that nobody can have counted.
  public init(
    timing: HealthTiming = HealthTiming(), origins: [Origin: OriginHealth], favourites: [Pool: Origin],
    confirmed: [Pool: Duration] = [:], localFault: LocalFault?, at now: Duration
  ) {
    self.init(timing: timing)
    self.origins = origins.mapValues { $0.brought(back: now, timing) }
    self.favourites = favourites
    self.confirmed = confirmed.mapValues { min($0, now) }
    self.localFault = localFault.flatMap { $0.brought(back: now, timing) }
  }

  /// When it makes sense to ask those of `provider` again, should they all have failed by `now`.
  public func nextChance(for provider: String, at now: Duration) -> Duration {
    if let fault = localFault, fault.nextTry > now { return fault.nextTry }
    let pool = Pool(provider, .content)
    let moments = (members[pool] ?? []).map { obstacle(to: $0, .content, at: now)?.until ?? now + timing.localRetry }
    return max(now, moments.min() ?? now + timing.localRetry)
  }

  /// Hands over the journal, which begins anew.
  public mutating func takeJournal() -> [Entry] {
    defer { journal = [] }
    return journal
  }

  /// Takes `stored`, which other processes have written meanwhile, as the truth, and notes again on it what was met here
  /// since the journal was last taken. Returns that.
  public mutating func rebase(onto stored: HealthBook) -> [Entry] {
    let entries = takeJournal()
    var book = stored
    (book.members, book.budget) = (members, budget)
    book.favourites.merge(favourites) { _, own in own }
    book.confirmed.merge(confirmed) { max($0, $1) }
    for (origin, own) in origins {
      var health = book.origins[origin] ?? OriginHealth(group: own.group)
      health.group = own.group
      health.retests = max(own.retests, health.retests)
      book.origins[origin] = health
    }
    for entry in entries { book.replay(entry) }
    (book.recent, book.journal, book.lastTruth) = (recent, [], lastTruth)
    self = book
    return entries
  }

  private mutating func replay(_ entry: Entry) {
    switch entry.note {
    case .observation(let observation): note(observation, at: entry.at)
    case .version(let version, let origin): note(version, from: origin, at: entry.at)
    case .localCause(let cause): note(localCause: cause, at: entry.at)
    }
  }

  mutating func write(_ note: Entry.Note, at now: Duration) {
    // Whoever never takes it gets the latest: a simulated month would fill the memory.
    if journal.count >= 4096 { journal.removeFirst(2048) }
    journal.append(Entry(note: note, at: now))
  }

  /// Tells who serves `pool`, in the order of the configuration; `group` is nil where none is declared.
  public mutating func enroll(_ pool: Pool, _ mirrors: [(origin: Origin, group: String?)]) {
    var all: [Origin] = []
    for (origin, group) in mirrors {
      if !all.contains(origin) { all.append(origin) }
      let group = group ?? origins[origin]?.group ?? origin.description
      origins[origin, default: OriginHealth(group: group)].group = group
    }
    members[pool] = all
  }

  /// How many sources of `pool` have to tell that there is nothing new before that is believed.
  ///
  /// One is enough for a day after two were of one opinion: a source that lags tells the same for days, and would never
  /// be found out.
  func witnessesWanted(for pool: Pool, at now: Duration) -> Int {
    confirmed[pool].map { now - $0 < timing.confirmEvery } == true ? 1 : 2
  }

  /// Several sources told the same.
  mutating func confirm(_ pool: Pool, at now: Duration) {
    confirmed[pool] = now
  }

  /// What is known about `origin` for `traffic`.
  public func track(_ origin: Origin, _ traffic: Traffic) -> Track {
    origins[origin]?[traffic] ?? Track(tokens: timing.tokens)
  }

  /// Notes that a request to `origin` begins; `isRetry` tells whether another was made for the same answer before.
  ///
  /// A breaker that is open becomes a probe: until it is known how that went, nobody else asks in the background.
  public mutating func begin(_ origin: Origin, _ traffic: Traffic, isRetry: Bool, at now: Duration) {
    if isRetry { budget.spend(at: now) } else { budget.earn(at: now) }
    var health = origins[origin] ?? OriginHealth(group: origin.description)
    var track = health.tracks[traffic] ?? Track(tokens: timing.tokens)
    track.lastAsked = now
    if track.breaker != .closed { track.breaker = .probing(since: now) }
    health[traffic] = track
    origins[origin] = health
  }
}

/// What all retries and hedges together may cost: a fifth of the requests, and one a second.
struct RetryBudget: Equatable, Sendable {
  private let capacity: Double
  private let pace: Duration
  private var tokens: Double
  private var countedAt = Duration.zero

  init(tokens: Double, every pace: Duration) {
    capacity = tokens
    self.pace = pace
    self.tokens = tokens
  }

  /// How many more there may be at `now`.
  func allowance(at now: Duration) -> Int {
    Int(available(at: now))
  }

  /// A request that is no retry was made.
  mutating func earn(at now: Duration) {
    settle(at: now, adding: 0.2)
  }

  mutating func spend(at now: Duration) {
    settle(at: now, adding: -1)
  }

  private mutating func settle(at now: Duration, adding change: Double) {
    tokens = min(capacity, max(0, available(at: now) + change))
    countedAt = now
  }

  private func available(at now: Duration) -> Double {
    min(capacity, tokens + max(0, (now - countedAt) / pace))
  }
}
