/// One fetch from whichever mirror serves it well: which to start, which to stop, when it is over.
///
///     A  ●───────── refused
///     B      ●══ bytes at speed ═══════════ finished → judged → accepted
///     C          ●── cancelled, and ready to start again should B fail
///
/// Mirrors start one after the other and run side by side. As soon as one sends bytes at speed, or is
/// whole and being judged, those that never did are cancelled and wait; when the leader fails, is refused
/// or falls silent, they start again. Whatever is wrong with an answer, the next mirror gets its chance.
///
/// A value: events and moments in, actions out. It starts no transfer and reads no clock.
public struct Race<Reason: Hashable & Sendable>: Equatable, Sendable {
  /// What happened.
  public enum Event: Equatable, Sendable {
    /// These may be asked now, in this order.
    case released([Int])
    /// These will never be asked.
    case withdrawn([Int], Reason)
    /// So many bytes have come since the attempt began.
    case received(Int, total: Int)
    /// The attempt ended without a whole answer.
    case failed(Int, Reason)
    /// It ended so too, and what has come can be gone on from: it is tried once more, before all that wait.
    case interrupted(Int, Reason)
    /// The answer is whole.
    case finished(Int)
    /// The judge takes the answer.
    case accepted(Int)
    /// The judge refuses the answer.
    case rejected(Int, Reason)
    /// The answer is well-formed but hard to believe; its bytes are the same as those of an earlier such one.
    case doubted(Int, sameAs: Int?, Reason)
    /// A moment that was asked for has come.
    case tick
  }

  /// What is to be done.
  public enum Action: Equatable, Sendable {
    /// Begin the transfer.
    case start(Int)
    /// End the transfer. Nothing is to be reported about this attempt any more.
    case cancel(Int)
    /// Look at the whole answer; one at a time.
    case judge(Int)
    /// Send a tick at this moment, unless something happens before.
    case wake(at: Duration)
    /// The race is over.
    case end(Outcome)
  }

  /// How it ended.
  public enum Outcome: Equatable, Sendable {
    /// With this mirror's answer.
    case accepted(Int)
    /// With an answer that is hard to believe, on which independent mirrors agree or beside which there is none.
    case doubted(Int)
    /// With nothing.
    case failed
  }

  /// What went wrong.
  public struct Failure: Equatable, Sendable {
    /// The mirror.
    public let mirror: Int
    /// Why.
    public let reason: Reason
  }

  enum State: Equatable, Sendable {
    /// Not released yet.
    case held
    case waiting
    case running(Attempt)
    case finished
    case judging
    case doubted
    case failed
  }

  struct Attempt: Equatable, Sendable {
    var bytes = 0
    var lastByte = Duration.zero
    var hasLed = false
  }

  private let timing: RaceTiming
  private let groups: [String]
  private(set) var states: [State]
  /// Who waits, in the order of starting.
  private var queue: [Int] = []
  /// Who has been tried a second time.
  private var resumed: Set<Int> = []
  private var nextStart = Duration.zero
  /// What went wrong so far, in order.
  public private(set) var failures: [Failure] = []
  /// How it ended, once it has.
  public private(set) var outcome: Outcome?

  /// A race of one mirror per element of `groups`. Mirrors of one group share their fate and count as one
  /// witness. All are held until they are released.
  public init(groups: [String], timing: RaceTiming = RaceTiming()) {
    self.groups = groups
    self.timing = timing
    states = Array(repeating: .held, count: groups.count)
  }

  /// Begins anew with those of `mirrors`, which are held until they are released; all others have had their turn.
  mutating func restart(with mirrors: [Int]) {
    outcome = nil
    queue = []
    resumed = []
    states = states.indices.map { mirrors.contains($0) ? .held : .failed }
  }

  /// Takes in what happened at `now` and returns what to do about it.
  public mutating func handle(_ event: Event, at now: Duration) -> [Action] {
    guard outcome == nil else { return [] }
    note(event, at: now)
    return outcome == nil ? settle(at: now) : end()
  }
}

// MARK: - What happened

extension Race {
  private mutating func note(_ event: Event, at now: Duration) {
    switch event {
    case .released(let mirrors):
      let released = mirrors.filter { states[$0] == .held }
      released.forEach { states[$0] = .waiting }
      queue += released
    case .withdrawn(let mirrors, let reason):
      mirrors.filter { states[$0] == .held }.forEach { fail($0, reason, at: now) }
    case .received(let mirror, let total):
      receive(total, from: mirror, at: now)
    case .failed(let mirror, let reason):
      if case .running = states[mirror] { fail(mirror, reason, at: now) }
    case .interrupted(let mirror, let reason):
      if case .running = states[mirror] { interrupt(mirror, reason, at: now) }
    case .finished(let mirror):
      if case .running = states[mirror] { states[mirror] = .finished }
    case .accepted(let mirror):
      if states[mirror] == .judging { outcome = .accepted(mirror) }
    case .rejected(let mirror, let reason):
      if states[mirror] == .judging { fail(mirror, reason, at: now) }
    case .doubted(let mirror, let twin, let reason):
      if states[mirror] == .judging { doubt(mirror, sameAs: twin, reason, at: now) }
    case .tick: break
    }
  }

  private mutating func receive(_ total: Int, from mirror: Int, at now: Duration) {
    guard case .running(var attempt) = states[mirror], total > attempt.bytes else { return }
    attempt.bytes = total
    attempt.lastByte = now
    attempt.hasLed = total >= timing.leadBytes
    states[mirror] = .running(attempt)
  }

  /// A failure lets the next one start at once: nobody waits for a stagger behind a closed door.
  private mutating func fail(_ mirror: Int, _ reason: Reason, at now: Duration) {
    states[mirror] = .failed
    failures.append(Failure(mirror: mirror, reason: reason))
    nextStart = now
  }

  private mutating func interrupt(_ mirror: Int, _ reason: Reason, at now: Duration) {
    guard resumed.insert(mirror).inserted else { return fail(mirror, reason, at: now) }
    states[mirror] = .waiting
    queue.insert(mirror, at: 0)
    nextStart = now
  }

  private mutating func doubt(_ mirror: Int, sameAs twin: Int?, _ reason: Reason, at now: Duration) {
    fail(mirror, reason, at: now)
    states[mirror] = .doubted
    if let twin, states[twin] == .doubted, groups[twin] != groups[mirror] { outcome = .doubted(twin) }
  }
}

// MARK: - What to do

extension Race {
  private mutating func settle(at now: Duration) -> [Action] {
    var actions = judgeNext()
    if isLed(at: now) {
      actions += cancelFollowers(at: now)
      if !queue.isEmpty, let moment = endOfLead(at: now) { actions.append(.wake(at: moment)) }
    } else {
      actions += startNext(at: now)
      if !queue.isEmpty { actions.append(.wake(at: nextStart)) }
    }
    guard !isAlive else { return actions }
    outcome = states.firstIndex(of: .doubted).map { .doubted($0) } ?? .failed
    return actions + end()
  }

  private mutating func judgeNext() -> [Action] {
    guard !states.contains(.judging), let mirror = states.firstIndex(of: .finished) else { return [] }
    states[mirror] = .judging
    return [.judge(mirror)]
  }

  /// Whether one sends bytes at speed, or is whole.
  func isLed(at now: Duration) -> Bool {
    states.contains { isLeading($0, at: now) }
  }

  private func isLeading(_ state: State, at now: Duration) -> Bool {
    switch state {
    case .finished, .judging: true
    case .running(let attempt): attempt.hasLed && now - attempt.lastByte < timing.quiet
    default: false
    }
  }

  /// When the last of the leaders has been silent for too long, should they all fall silent now. Nil while
  /// one is judged, because the verdict is an event.
  private func endOfLead(at now: Duration) -> Duration? {
    guard !states.contains(.judging) else { return nil }
    return states.compactMap { state in
      if case .running(let attempt) = state, isLeading(state, at: now) { attempt.lastByte + timing.quiet } else { nil }
    }.max()
  }

  private mutating func cancelFollowers(at now: Duration) -> [Action] {
    let followers = states.indices.filter { index in
      if case .running(let attempt) = states[index] { !attempt.hasLed } else { false }
    }
    followers.forEach { states[$0] = .waiting }
    // They had begun before those that still wait.
    queue = followers + queue
    return followers.map { .cancel($0) }
  }

  private mutating func startNext(at now: Duration) -> [Action] {
    var actions: [Action] = []
    while !queue.isEmpty, now >= nextStart || !states.contains(where: isRunning) {
      let mirror = queue.remove(at: nextInQueue)
      states[mirror] = .running(Attempt())
      nextStart = now + timing.spacing(states.count)
      actions.append(.start(mirror))
    }
    return actions
  }

  /// The first that waits and does not share the fate of one that runs; the first at all where there is none.
  private var nextInQueue: Int {
    let running = Set(states.indices.filter { isRunning(states[$0]) }.map { groups[$0] })
    return queue.firstIndex { !running.contains(groups[$0]) } ?? 0
  }

  private var isAlive: Bool {
    states.contains { state in
      switch state {
      case .held, .waiting, .running, .finished, .judging: true
      case .doubted, .failed: false
      }
    }
  }

  private func end() -> [Action] {
    cancelAll() + (outcome.map { [.end($0)] } ?? [])
  }

  /// What stops every transfer, for one who needs the race no longer.
  func cancelAll() -> [Action] {
    states.indices.filter { isRunning(states[$0]) }.map { .cancel($0) }
  }

  private func isRunning(_ state: State) -> Bool {
    if case .running = state { true } else { false }
  }
}
