/// One sync of one provider as the policy wants it: whom to ask and in which order, what to learn from how it goes.
///
///     HealthBook ──plan──▶ CatalogueRace ──actions──▶ driver (curl, or the simulator)
///          ▲                     ▲                       │
///          └──── observations ───┴──────── events ───────┘
///
/// The book is handed in with every event, because several syncs share one. A value, as ``Race`` is.
public struct PlannedFetch<Reason: FetchReason>: Equatable, Sendable {
  /// What happened.
  public enum Event: Equatable, Sendable {
    /// Begin.
    case begin
    /// A source told a version that we can read.
    case versionTold(source: Int, Version, Measure)
    /// A source told none.
    case sourceFailed(source: Int, Reason, Fault, Measure)
    /// So many bytes have come from a mirror since the attempt began.
    case received(Int, total: Int)
    /// The attempt ended without a whole answer; `canResume` tells whether what has come can be gone on from.
    case failed(Int, Reason, Fault, Measure, canResume: Bool)
    /// The answer is whole.
    case finished(Int, Measure)
    /// The judge takes the answer, which is of this version where it is known.
    case accepted(Int, Version?)
    /// The judge refuses the answer.
    case rejected(Int, Reason, Fault)
    /// The answer is well-formed but hard to believe; its bytes are those of an earlier such one.
    case doubted(Int, sameAs: Int?, Reason)
    /// A moment that was asked for has come.
    case tick
  }

  /// What is to be done.
  public typealias Action = CatalogueRace<Reason>.Action
  /// What went wrong.
  public typealias Failure = CatalogueRace<Reason>.Failure

  /// One address of the file.
  public struct Mirror: Equatable, Sendable {
    /// Whose it is.
    public var origin: Origin
    /// Whose fate it shares; nil where nothing is declared.
    public var group: String?
    /// Whether its address holds the version.
    public var needsVersion: Bool
    /// Whether the user wants it first.
    public var isPinned: Bool

    /// A mirror with these facts.
    public init(_ origin: Origin, group: String? = nil, needsVersion: Bool, isPinned: Bool = false) {
      self.origin = origin
      self.group = group
      self.needsVersion = needsVersion
      self.isPinned = isPinned
    }
  }

  /// One address that tells the newest version.
  public struct Source: Equatable, Sendable {
    /// Whose it is.
    public var origin: Origin
    /// Whose fate it shares; nil where nothing is declared.
    public var group: String?

    /// A source with these facts.
    public init(_ origin: Origin, group: String? = nil) {
      self.origin = origin
      self.group = group
    }
  }

  /// The provider's name.
  public let provider: String
  let mirrors: [Mirror]
  let sources: [Source]
  let purpose: Purpose
  let timing: FetchPolicyTiming
  private(set) var race: CatalogueRace<Reason>
  /// Which mirrors are asked, in which order.
  public let mirrorPlan: Plan
  /// Which sources are.
  public let sourcePlan: Plan
  var deadline: Duration?
  var attempts: [Int: Attempt] = [:]
  var questions: [Int: Attempt] = [:]
  /// How many questions were put, and how many transfers were started.
  var questionCount = 0
  var startCount = 0
  /// What each source told.
  var told: [Int: Version] = [:]
  private var excused: [Failure] = []
  private var isOver = false

  /// A question to a source, or a transfer from a mirror, as far as it is measured here.
  struct Attempt: Equatable, Sendable {
    /// Which it is among those of this sync, from 1.
    var number: Int
    var began: Duration
    var firstByte: Duration?
    var bytes = 0
    /// What it took in all, once the answer is whole.
    var measure: Measure?
  }

  /// A sync from those whom `book` thinks best at `now`.
  public init(
    provider: String, mirrors: [Mirror], sources: [Source], present: Version?, for purpose: Purpose,
    timing: FetchPolicyTiming = FetchPolicyTiming(), book: inout HealthBook, at now: Duration,
    random: inout some RandomNumberGenerator
  ) {
    self.provider = provider
    self.mirrors = mirrors
    self.sources = sources
    self.purpose = purpose
    self.timing = timing
    let (content, metadata) = (HealthBook.Pool(provider, .content), HealthBook.Pool(provider, .metadata))
    book.enroll(content, mirrors.map { ($0.origin, $0.group) })
    book.enroll(metadata, sources.map { ($0.origin, $0.group) })
    mirrorPlan = book.plan(
      content, mirrors.map { Candidate($0.origin, isPinned: $0.isPinned) }, for: purpose, at: now, random: &random)
    sourcePlan = book.plan(metadata, sources.map { Candidate($0.origin) }, for: purpose, at: now, random: &random)
    race = CatalogueRace(
      mirrors: mirrors.map { mirror in
        CatalogueRace.Mirror(
          needsVersion: mirror.needsVersion, group: mirror.group ?? mirror.origin.description)
      },
      sourceCount: sources.count, present: present, versionUnknown: .versionUnknown, mirrorOrder: mirrorPlan.order,
      sourceOrder: sourcePlan.order,
      witnesses: purpose == .background ? book.witnessesWanted(for: metadata, at: now) : nil,
      raceTiming: timing.race(mirrorPlan, for: purpose), pollTiming: timing.poll(sourcePlan, for: purpose))
  }

  /// What went wrong so far, in order; those who were left alone stand first.
  public var failures: [Failure] { excused + race.failures }

  /// The version to fetch, once it is known.
  public var version: Version? { race.version }

  /// Takes in what happened at `now`, notes in `book` what is to be learnt from it, and returns what to do.
  public mutating func handle(_ event: Event, book: inout HealthBook, at now: Duration) -> [Action] {
    guard !isOver else { return [] }
    note(event, in: &book, at: now)
    // Whoever was led until now has the whole time again for the next one.
    if deadline != nil, race.isLed(at: now) { deadline = now + timing.deadline }
    var actions = event == .begin ? begin(at: now) : race.handle(raceEvent(event), at: now)
    if event == .tick, !actions.contains(where: \.isEnd) { actions += endInTime(book: &book, at: now) }
    prepare(actions, in: &book, at: now)
    isOver = isOver || actions.contains(where: \.isEnd)
    return actions
  }

  private mutating func begin(at now: Duration) -> [Action] {
    excuse(sourcePlan, as: { .source($0) })
    let waiting = mirrorPlan.excluded.map { (place: $0.candidate, reason: Reason.leftAlone($0.reason)) }
    var actions: [Action] = []
    // Before anybody is asked: where every mirror is left alone, a version would be of no use.
    for (place, reason) in waiting { actions += race.handle(.mirror(.withdrawn([place], reason)), at: now) }
    actions += race.handle(.begin, at: now)
    if purpose == .typed, !actions.contains(where: \.isEnd) {
      deadline = now + timing.deadline
      actions.append(.wake(at: now + timing.deadline))
    }
    return actions
  }

  private mutating func excuse(_ plan: Plan, as party: (Int) -> Failure.Party) {
    excused += plan.excluded.map { Failure(party: party($0.candidate), reason: .leftAlone($0.reason)) }
  }

  /// A person is told after some seconds that nobody sends anything; whoever sends at speed is waited for.
  private mutating func endInTime(book: inout HealthBook, at now: Duration) -> [Action] {
    guard let moment = deadline, !isOver else { return [] }
    // A driver has one alarm clock: who rings it for something else sets it anew.
    guard now >= moment else { return [.wake(at: moment)] }
    isOver = true
    for (mirror, attempt) in attempts.sorted(by: { $0.key < $1.key }) where attempt.measure == nil {
      excused.append(Failure(party: .mirror(mirror), reason: .tooLate))
      let fault = Fault(attempt.bytes > 0 ? .tooSlow : .stalled)
      conclude(mirrors[mirror].origin, .content, attempt, lateness(of: attempt, fault, now), nil, in: &book, at: now)
    }
    for (source, attempt) in questions.sorted(by: { $0.key < $1.key }) {
      excused.append(Failure(party: .source(source), reason: .tooLate))
      let outcome = lateness(of: attempt, Fault(.stalled), now)
      conclude(sources[source].origin, .metadata, attempt, outcome, nil, in: &book, at: now)
    }
    attempts = [:]
    questions = [:]
    return race.cancelAll() + [.end(.raced(.failed))]
  }

  /// Whoever was asked just before the end is not to blame for it.
  private func lateness(of attempt: Attempt, _ fault: Fault, _ now: Duration) -> Observation.Outcome {
    now - attempt.began < timing.deadline / 4 ? .abandoned : .failure(fault)
  }

  private func raceEvent(_ event: Event) -> CatalogueRace<Reason>.Event {
    switch event {
    case .begin: .begin
    case .versionTold(let source, let version, _): .versionTold(source: source, version)
    case .sourceFailed(let source, let reason, _, _): .sourceFailed(source: source, reason)
    case .received(let mirror, let total): .mirror(.received(mirror, total: total))
    case .failed(let mirror, let reason, let fault, _, _) where fault.code == .missing:
      .missing(mirror: mirror, reason)
    case .failed(let mirror, let reason, _, _, let canResume):
      .mirror(canResume ? .interrupted(mirror, reason) : .failed(mirror, reason))
    case .finished(let mirror, _): .mirror(.finished(mirror))
    case .accepted(let mirror, _): .mirror(.accepted(mirror))
    case .rejected(let mirror, let reason, _): .mirror(.rejected(mirror, reason))
    case .doubted(let mirror, let twin, let reason): .mirror(.doubted(mirror, sameAs: twin, reason))
    case .tick: .tick
    }
  }
}

/// Why an address is of no use, as the driver of a fetch tells it.
public protocol FetchReason: Hashable, Sendable {
  /// It was never asked: its address needs a version, and no source told one.
  static var versionUnknown: Self { get }
  /// It sent nothing in the time that a person waits.
  static var tooLate: Self { get }
  /// It was not asked, on purpose.
  static func leftAlone(_ reason: Plan.Reason) -> Self
}

extension CatalogueRace.Action {
  var isEnd: Bool {
    if case .end = self { true } else { false }
  }
}
