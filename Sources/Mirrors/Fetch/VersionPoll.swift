/// Learning the newest version from several sources, some of which are dead and some behind.
///
///     1  ●── 0.3.221
///     2     ●───────── 0.3.222       highest answer within the grace → 0.3.222
///     3     ●─────────────────────── not waited for
///            ├─ grace ─┤
///
/// All sources are asked, because the first to answer may lag; or, to spare them, one after the other until one tells a
/// version that is newer than the present one, or enough of them that there is none. A value, as ``Race`` is.
public struct VersionPoll: Equatable, Sendable {
  /// What happened.
  public enum Event: Equatable, Sendable {
    /// Begin.
    case begin
    /// The source tells a version that we can read.
    case answered(Int, Version)
    /// The source tells none.
    case failed(Int)
    /// A moment that was asked for has come.
    case tick
  }

  /// What is to be done.
  public enum Action: Equatable, Sendable {
    /// Ask this source.
    case ask(Int)
    /// Stop asking it.
    case cancel(Int)
    /// Send a tick at this moment.
    case wake(at: Duration)
    /// Nobody has answered for so long that what needs no version should be tried beside.
    case impatient
    /// The poll is over. Nil where no source answered.
    case decided(Version?)
  }

  enum State: Equatable, Sendable {
    case waiting
    case asked
    case answered(Version)
    case failed
  }

  private let timing: VersionPollTiming
  private let order: [Int]
  /// The version that is enough; nil where all are to be heard.
  private let sufficient: Version?
  private let witnesses: Int
  private var states: [State]
  private var nextStart = Duration.zero
  private var patienceEnd: Duration?
  private var graceEnd: Duration?
  private var isOver = false
  /// The lowest version that turned out to be nowhere.
  private var disbelieved: Version?

  /// A poll of `count` sources in `order`; those that are not in it are not asked.
  ///
  /// Where a `sufficient` version is given, the first newer answer ends the poll, or so many `witnesses` that tell the same.
  public init(
    count: Int, order: [Int]? = nil, sufficient: Version? = nil, witnesses: Int = 1,
    timing: VersionPollTiming = VersionPollTiming()
  ) {
    self.timing = timing
    self.witnesses = witnesses
    self.order = order ?? Array(0..<count)
    self.sufficient = sufficient
    states = Array(repeating: .failed, count: count)
    for source in self.order { states[source] = .waiting }
  }

  /// Takes in what happened at `now` and returns what to do about it.
  public mutating func handle(_ event: Event, at now: Duration) -> [Action] {
    guard !isOver else { return [] }
    switch event {
    case .begin:
      patienceEnd = now + timing.patience
    case .answered(let source, let version):
      guard isBelieved(version) else { return fail(source, at: now) }
      if states[source] == .asked { states[source] = .answered(version) }
      note(version, at: now)
    case .failed(let source):
      return fail(source, at: now)
    case .tick: break
    }
    return settle(at: now)
  }

  /// Goes on, after it was decided, without those who told `version` or a higher one: no mirror has it.
  mutating func disbelieve(_ version: Version, at now: Duration) -> [Action] {
    disbelieved = min(version, disbelieved ?? version)
    for source in states.indices {
      switch states[source] {
      case .answered(let told) where !isBelieved(told): states[source] = .failed
      // It was given up when the others were believed.
      case .asked: states[source] = .waiting
      default: break
      }
    }
    isOver = false
    graceEnd = highest == nil ? nil : now
    nextStart = now
    return settle(at: now)
  }

  private func isBelieved(_ version: Version) -> Bool {
    disbelieved.map { version < $0 } ?? true
  }

  private mutating func fail(_ source: Int, at now: Duration) -> [Action] {
    if states[source] == .asked { states[source] = .failed }
    nextStart = now
    return settle(at: now)
  }

  private mutating func note(_ version: Version, at now: Duration) {
    guard let sufficient else {
      graceEnd = graceEnd ?? now + timing.grace
      return
    }
    let isConfirmed = states.count { $0 == .answered(version) } >= witnesses
    // A source that lags is no better than one that fails, and whether one that has nothing new lags, another has to say.
    if version > sufficient || version == sufficient && isConfirmed { graceEnd = now } else { nextStart = now }
  }

  private mutating func settle(at now: Duration) -> [Action] {
    var actions = graceEnd == now ? [] : startNext(at: now)
    let isDone = !states.contains(.asked) && !states.contains(.waiting)
    if isDone || graceEnd.map({ now >= $0 }) == true {
      let cancelled = cancelAll()
      return actions + cancelled.map { .cancel($0) } + [.decided(highest)]
    }
    if let end = patienceEnd, now >= end {
      patienceEnd = nil
      actions.append(.impatient)
    }
    let moments = [states.contains(.waiting) ? nextStart : nil, patienceEnd, graceEnd]
    return actions + (moments.compactMap(\.self).min().map { [.wake(at: $0)] } ?? [])
  }

  private mutating func startNext(at now: Duration) -> [Action] {
    var actions: [Action] = []
    // Once one has answered, the rest have only the grace left: they all start.
    while let source = order.first(where: { states[$0] == .waiting }), now >= nextStart || graceEnd != nil {
      states[source] = .asked
      nextStart = now + timing.spacing(states.count)
      actions.append(.ask(source))
    }
    return actions
  }

  /// Ends the poll and returns the sources that are being asked.
  mutating func cancelAll() -> [Int] {
    guard !isOver else { return [] }
    isOver = true
    return states.indices.filter { states[$0] == .asked }
  }

  private var highest: Version? {
    states.compactMap { if case .answered(let version) = $0 { version } else { nil } }.max()
  }
}

/// The times of a poll.
public struct VersionPollTiming: Equatable, Sendable {
  /// Between two starts…
  public var stagger: Duration
  /// …and between the first and the last.
  public var staggerTotal: Duration
  /// How long the others are waited for after the first answer.
  public var grace: Duration
  /// How long no answer at all is borne before what needs no version is tried beside.
  public var patience: Duration

  /// The usual times.
  public init(
    stagger: Duration = .milliseconds(100), staggerTotal: Duration = .milliseconds(300),
    grace: Duration = .milliseconds(350), patience: Duration = .milliseconds(500)
  ) {
    self.stagger = stagger
    self.staggerTotal = staggerTotal
    self.grace = grace
    self.patience = patience
  }

  func spacing(_ count: Int) -> Duration {
    count > 1 ? min(stagger, staggerTotal / (count - 1)) : .zero
  }
}
