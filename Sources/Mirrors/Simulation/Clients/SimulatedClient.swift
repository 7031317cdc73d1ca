/// One client: somebody now and then before a program that keeps its catalogue fresh, as the real one does.
///
///     SyncSchedule ──due──▶ SimulatedSync ──ended──▶ SyncSchedule
///          ▲ keys                  │ HealthBook, kept from sync to sync
struct SimulatedClient {
  /// Its number among those that are simulated.
  let number: Int
  private let surroundings: SimulatedSync.Surroundings
  private let presence: Timeline<Bool>
  private var random: SeededGenerator
  private var book: HealthBook
  private var schedule: SyncSchedule
  private var sync: SimulatedSync?
  /// When somebody presses a key next; nil where nobody will.
  private var nextKey: Duration?
  private var watch: FreshnessWatch
  private var lastStep = Duration.zero
  /// How many things happened at the moment of the last one.
  private var stepsAtOnce = 0

  /// Client `number` of those that `seed` gives in `world`.
  init(_ number: Int, in world: World, seed: UInt64, timing: PolicyTiming) {
    self.number = number
    let (clients, span) = (world.scenario.clients, world.scenario.span)
    var random = SeededGenerator(seed: seed, stream: World.clientStreams + UInt64(number))
    let trouble = clients.troubles.reduce(Timeline<LocalFault.Cause?>(nil)) { timeline, trouble in
      timeline.merged(with: trouble.timeline(until: span, &random)) { $0 ?? $1 }
    }
    presence = Self.presence(clients, until: span, &random)
    surroundings = SimulatedSync.Surroundings(world: world, trouble: trouble, timing: timing)
    book = HealthBook(timing: timing.health)
    // As if it had run for long: clients do not start in one moment.
    schedule = SyncSchedule(timing.schedule, start: timing.schedule.interval * random.fraction())
    self.random = random
    nextKey = presence.firstMoment(where: \.self)
    watch = FreshnessWatch(
      client: number, world: world, timing: timing,
      isAble: presence.merged(with: trouble) { isThere, cause in isThere && cause == nil })
  }

  /// When something happens next.
  var next: Duration? {
    guard let work = sync == nil ? schedule.nextTry : sync?.next else { return nextKey }
    return nextKey.map { min($0, work) } ?? work
  }

  /// Lets happen what is next, which is due at `now`.
  mutating func step(at now: Duration, tally: inout Tally) {
    guard isMoving(at: now) else {
      tally.break(.timer, by: number, at: now)
      nextKey = nil
      return giveUp(at: now)
    }
    if let key = nextKey, key <= now {
      schedule.attend(at: now, random: &random)
      nextKey = keyPress(after: now)
    } else if sync == nil {
      begin(at: now, tally: &tally)
    } else {
      sync?.step(at: now, book: &book, random: &random, tally: &tally)
      conclude(at: now, tally: &tally)
    }
    if sync != nil, sync?.next == nil {
      tally.break(.timer, by: number, at: now)
      giveUp(at: now)
    }
  }

  /// Counts what is open when the simulation ends.
  func finish(at end: Duration, tally: inout Tally) {
    watch.finish(at: end, tally: &tally)
  }

  private static func presence(
    _ clients: Scenario.Clients, until end: Duration, _ random: inout SeededGenerator
  ) -> Timeline<Bool> {
    Trouble([true], every: clients.away, lasts: clients.attended).timeline(until: end, &random).mapped { $0 == true }
  }

  /// Keys come twice as often as the policy needs to take somebody to be there.
  private func keyPress(after now: Duration) -> Duration? {
    let next = now + surroundings.timing.schedule.attention / 2
    if presence.value(at: next) { return next }
    guard let piece = presence.change(after: next) else { return nil }
    return piece.start
  }

  /// Whether time goes on: a policy that does things for ever at one moment stands still.
  private mutating func isMoving(at now: Duration) -> Bool {
    stepsAtOnce = now == lastStep ? stepsAtOnce + 1 : 0
    lastStep = now
    return stepsAtOnce < 5000
  }
}

// MARK: - Syncs

extension SimulatedClient {
  private mutating func begin(at now: Duration, tally: inout Tally) {
    var begun = SimulatedSync(holding: watch.release, in: surroundings, at: now, book: &book, random: &random)
    watch.noteCandidates(of: begun.fetch, at: now, tally: &tally)
    begun.begin(book: &book, random: &random, tally: &tally)
    sync = begun
    conclude(at: now, tally: &tally)
  }

  private mutating func conclude(at now: Duration, tally: inout Tally) {
    guard let ended = sync, let result = ended.result else { return }
    sync = nil
    // The program writes it to its log.
    _ = book.takeJournal()
    watch.note(ended, result, at: now, tally: &tally)
    schedule.note(result.isAnswered ? .answered : failure(of: ended.fetch, at: now), at: now, random: &random)
  }

  /// How the program tells its schedule that a sync failed.
  private func failure(of fetch: SimulatedSync.Fetch, at now: Duration) -> SyncSchedule.Ending {
    let reasons = fetch.failures.map(\.reason).filter { $0 != .versionUnknown }
    let moments = reasons.compactMap(\.until)
    return .failed(
      notBefore: moments.count == reasons.count ? moments.min() : nil, isSilent: book.localFault?.isSilent == true)
  }

  /// Takes a sync that nothing moves any more for a failed one, so that the simulation can go on.
  private mutating func giveUp(at now: Duration) {
    sync = nil
    schedule.note(.failed(), at: now, random: &random)
  }
}
