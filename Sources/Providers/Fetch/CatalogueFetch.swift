import Anime
import HTTP
import Mirrors

/// Does what a ``PlannedFetch`` asks for: tasks, timers, transfers. It decides nothing.
///
///     tasks ──occurrences──▶ run() ──events──▶ PlannedFetch ──actions──▶ tasks
///
/// Only the task that calls `run` touches it; the tasks that it starts report through `mailbox`.
final class CatalogueFetch<Accepted: Sendable, FetchClock: Clock> where FetchClock.Duration == Duration {
  /// What the tasks report.
  enum Occurrence: Sendable {
    case versionTold(source: Int, Result<Version, FetchFailure>, Measure)
    case event(mirror: Int, attempt: Int, HTTPEvent)
    case transferred(mirror: Int, attempt: Int, HTTPOutcome)
    case judged(mirror: Int, FileJudge<Accepted>.Verdict)
    case tick(at: Duration)
  }

  let provider: ProviderConfiguration
  let judge: FileJudge<Accepted>
  let client: HTTPClient
  let timing: FetchTiming
  private let health: MirrorHealth
  private let clock: FetchClock
  private let start: FetchClock.Instant
  /// The start, as the book of health counts.
  private let began: Duration
  private let occurrences: AsyncStream<Occurrence>
  let mailbox: AsyncStream<Occurrence>.Continuation

  var fetch: PlannedFetch<FetchFailure>
  var verdict: FileJudge<Accepted>.Verdict?
  /// Files that the guard refused, for the case that nothing better comes.
  var doubted: [(mirror: Int, file: FetchedFile, missing: Int, present: Int)] = []
  /// Whole answers that wait for their judge.
  var answers: [Int: HTTPResponse] = [:]
  var attempts: [Int]
  /// What is left of transfers that broke off.
  var partials: [Int: HTTPPartial] = [:]
  var transfers: [Int: Task<Void, Never>] = [:]
  var questions: [Int: Task<Void, Never>] = [:]
  private var timer: (at: Duration, task: Task<Void, Never>)?
  private var meter: ProgressMeter

  init(
    provider: ProviderConfiguration, present: PresentCatalogue?, client: HTTPClient, health: MirrorHealth,
    purpose: Purpose, timing: FetchTiming, clock: FetchClock,
    accept: @escaping @Sendable ([UInt8]) throws(Rejection) -> Accepted,
    progress: @escaping @Sendable (FetchProgress) -> Void
  ) {
    self.provider = provider
    judge = FileJudge(present: present, accept: accept)
    self.client = client
    self.timing = timing
    self.clock = clock
    start = clock.now
    (occurrences, mailbox) = AsyncStream.makeStream()
    attempts = Array(repeating: 0, count: provider.mirrors.count)
    meter = ProgressMeter(provider: provider, interval: timing.progress, report: progress)
    self.health = health
    began = health.now
    let moment = began
    fetch = health.withBook { book in
      var random = SystemRandomNumberGenerator()
      return PlannedFetch(
        provider: provider.name, mirrors: provider.plannedMirrors, sources: provider.plannedSources,
        present: present?.version.flatMap { Version($0) }, for: purpose, timing: timing.policy, book: &book, at: moment,
        random: &random)
    }
  }

  /// Runs the fetch to its end.
  func run() async throws(CancellationError) -> FetchReport<Accepted> {
    defer { stopAll() }
    if !provider.versionFrom.isEmpty { meter.show(.askingVersion, at: now) }
    var outcome = handle(.begin)
    var next = occurrences.makeAsyncIterator()
    while outcome == nil {
      // The stream ends early only when this task is cancelled.
      guard let occurrence = await next.next() else { throw CancellationError() }
      outcome = event(for: occurrence).flatMap(handle)
    }
    return FetchReport(outcome: finish(outcome), failures: fetch.failures.map(named))
  }

  private func handle(_ event: PlannedFetch<FetchFailure>.Event) -> CatalogueRace<FetchFailure>.Outcome? {
    let moment = now
    return perform(health.withBook { fetch.handle(event, book: &$0, at: moment) })
  }

  private var now: Duration {
    began + start.duration(to: clock.now)
  }
}

// MARK: - Occurrences in

extension CatalogueFetch {
  /// What an occurrence means to the fetch; nil where it comes from an attempt that was given up.
  private func event(for occurrence: Occurrence) -> PlannedFetch<FetchFailure>.Event? {
    switch occurrence {
    case .versionTold(let source, let answer, let measure):
      guard questions.removeValue(forKey: source) != nil else { return nil }
      switch answer {
      case .success(let version): return .versionTold(source: source, version, measure)
      case .failure(let failure): return .sourceFailed(source: source, failure, failure.fault, measure)
      }
    case .event(let mirror, let attempt, let event):
      guard attempt == attempts[mirror] else { return nil }
      return meter.note(event, from: mirror, at: now).map { .received(mirror, total: $0) }
    case .transferred(let mirror, let attempt, let outcome):
      guard attempt == attempts[mirror] else { return nil }
      return ended(mirror, outcome)
    case .judged(let mirror, let verdict):
      return judged(mirror, verdict)
    case .tick(let moment):
      if timer?.at == moment { timer = nil }
      return .tick
    }
  }

  private func ended(_ mirror: Int, _ outcome: HTTPOutcome) -> PlannedFetch<FetchFailure>.Event {
    switch outcome.result {
    case .success(let response):
      answers[mirror] = response
      meter.complete(mirror, bytes: response.wireBytes)
      return .finished(mirror, outcome.measure)
    case .failure(let error):
      meter.forget(mirror)
      partials[mirror] = outcome.partial
      return .failed(
        mirror, .transport(error), error.fault, outcome.measure, canResume: outcome.partial != nil)
    }
  }

  private func judged(
    _ mirror: Int, _ verdict: FileJudge<Accepted>.Verdict
  ) -> PlannedFetch<FetchFailure>.Event {
    switch verdict {
    case .accepted(_, let file):
      self.verdict = verdict
      return .accepted(mirror, file.version.flatMap { Version($0) })
    case .present(let version, _):
      self.verdict = verdict
      return .accepted(mirror, version.flatMap { Version($0) })
    case .rejected(.guarded(let missing, let present), let file):
      meter.forget(mirror)
      let twin = doubted.first { $0.file.bytes == file.bytes }?.mirror
      doubted.append((mirror, file, missing, present))
      return .doubted(mirror, sameAs: twin, .rejected(.guarded(missing: missing, present: present)))
    case .rejected(let rejection, _):
      meter.forget(mirror)
      return .rejected(mirror, .rejected(rejection), FetchFailure.rejected(rejection).fault)
    }
  }
}

// MARK: - Actions out

extension CatalogueFetch {
  private typealias Outcome = CatalogueRace<FetchFailure>.Outcome

  /// Does what is asked, and returns how it ended if it did.
  private func perform(_ actions: [CatalogueRace<FetchFailure>.Action]) -> Outcome? {
    var outcome: Outcome?
    for action in actions {
      switch action {
      case .ask(let source): ask(source)
      case .stopAsking(let source): questions.removeValue(forKey: source)?.cancel()
      case .mirror(.start(let mirror)):
        meter.show(.connecting, from: mirror, at: now)
        begin(mirror)
      case .mirror(.cancel(let mirror)):
        meter.forget(mirror)
        attempts[mirror] += 1
        transfers.removeValue(forKey: mirror)?.cancel()
      case .mirror(.judge(let mirror)):
        meter.show(.checking, from: mirror, at: now)
        look(at: mirror)
      case .mirror(.wake(let moment)), .wake(let moment): wake(at: moment)
      case .mirror(.end): break
      case .end(let end): outcome = end
      }
    }
    return outcome
  }

  private func wake(at moment: Duration) {
    // An earlier tick than needed does no harm: it asks for the next.
    if let timer, timer.at <= moment { return }
    timer?.task.cancel()
    let (clock, deadline, mailbox) = (clock, start.advanced(by: moment - began), mailbox)
    let task = Task {
      // Without a tolerance the system takes a tenth of the wait, and 5.4 s may be 5.9.
      guard (try? await clock.sleep(until: deadline, tolerance: .milliseconds(10))) != nil else { return }
      mailbox.yield(.tick(at: moment))
    }
    timer = (moment, task)
  }

  private func finish(_ outcome: Outcome?) -> FetchOutcome<Accepted> {
    switch outcome {
    case .unchanged(let version): return .unchanged(version: version.description, nil)
    case .raced(.doubted(let mirror)):
      guard let held = doubted.first(where: { $0.mirror == mirror }) else { return .failed }
      return .setAside(held.file, missing: held.missing, present: held.present)
    case .raced(.accepted):
      switch verdict {
      case .accepted(let accepted, let file): return .updated(accepted, file)
      case .present(let version, let file): return .unchanged(version: version, file)
      case .rejected, nil: return .failed
      }
    case .raced(.failed), nil:
      return .failed
    }
  }

  private func named(_ failure: CatalogueRace<FetchFailure>.Failure) -> MirrorFailure {
    switch failure.party {
    case .source(let index): MirrorFailure(mirror: provider.versionFrom[index], reason: failure.reason)
    case .mirror(let index): MirrorFailure(mirror: provider.mirrors[index], reason: failure.reason)
    }
  }

  private func stopAll() {
    timer?.task.cancel()
    questions.values.forEach { $0.cancel() }
    transfers.values.forEach { $0.cancel() }
    mailbox.finish()
  }
}
