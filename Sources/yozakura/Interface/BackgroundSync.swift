internal import Anime
internal import App
internal import Locking
internal import Mirrors
internal import Providers
internal import TUINcurses

/// The sync of the open interface: one at a time, on schedule, and never in the way of a key.
final class BackgroundSync: Sendable {
  private let synchroniser: Synchroniser
  private let providers: ProvidersFile
  private let stateFolder: String
  private let clock: InterfaceClock
  private let mailbox: Mailbox<Message>
  private let running = Lock<Task<Void, Never>?>(nil)
  private let schedule: Lock<SyncSchedule>

  /// `interval` is in minutes, as `sync.interval` says; nil where nothing is to be fetched by itself.
  init(
    synchroniser: Synchroniser, providers: ProvidersFile, stateFolder: String, interval: Int?,
    clock: InterfaceClock, mailbox: Mailbox<Message>
  ) {
    self.synchroniser = synchroniser
    self.providers = providers
    self.stateFolder = stateFolder
    self.clock = clock
    self.mailbox = mailbox
    let minutes = interval ?? 6 * 60
    schedule = Lock(SyncSchedule(.init(interval: .seconds(minutes * 60)), start: synchroniser.health.health.now))
    // Whoever opened the interface is there.
    attend()
  }

  /// Asks the enabled providers for news; `installed` is called when the library holds something else.
  func start(isAsked: Bool, installed: @escaping @Sendable () -> Void) {
    let task = Task {
      // Another interface that syncs by itself will bring its news here as a commit.
      var turn = isAsked ? nil : SyncTurn(folder: stateFolder)
      guard isAsked || turn != nil else { return mailbox.post(.synced(.elsewhere)) }
      let outcome = await run(for: isAsked ? .typed : .background)
      withExtendedLifetime(turn) {}
      // Given back before anybody is told: the next sync may come at once.
      turn = nil
      guard !Task.isCancelled else { return }
      installed()
      mailbox.post(.synced(outcome))
      if case .failed = outcome { return }
      // Nobody waits for this: the news is on the screen.
      if await compare() { installed() }
    }
    running.withLock { running in
      running?.cancel()
      running = task
    }
  }

  /// Somebody came back: the next try may be brought forward.
  func attend() {
    let now = synchroniser.health.health.now
    let (isFailing, next) = schedule.withLock { schedule in
      var random = SystemRandomNumberGenerator()
      schedule.attend(at: now, random: &random)
      return (schedule.failures > 0, schedule.nextTry)
    }
    if isFailing { mailbox.post(.retry(at: instant(of: next, at: now))) }
  }

  func cancel() {
    running.withLock { $0?.cancel() }
  }

  private func run(for purpose: Purpose) async -> SyncOutcome {
    do {
      let wanted = try providers.read().filter(\.isEnabled)
      var results: [SyncResult] = []
      for provider in wanted {
        results.append(
          try await synchroniser.run(provider, for: purpose) { [mailbox] in
            mailbox.post(.syncing(SyncProgress($0)))
          })
      }
      return outcome(results)
    } catch {
      return .failed(.other(yozakura.Failure(error).message), nextTry: nextTry(after: .failed()))
    }
  }

  /// Has versions that no second mirror has confirmed yet confirmed; tells whether the library holds something else now.
  private func compare() async -> Bool {
    var hasChanged = false
    for provider in (try? providers.read().filter(\.isEnabled)) ?? [] where synchroniser.isUnconfirmed(provider) {
      guard let opinion = try? await synchroniser.compare(provider) else { continue }
      hasChanged = hasChanged || opinion.verdict == .corrected || opinion.verdict == .disputed
      if opinion.verdict != .agreed, opinion.verdict != .unconfirmed {
        mailbox.post(.compared(MirrorComparison(opinion)))
      }
    }
    return hasChanged
  }

  /// The sum of what the providers gave; a failure counts only where nothing else came.
  private func outcome(_ results: [SyncResult]) -> SyncOutcome {
    var sum: (added: Int, changed: Int, removed: Int)?
    for result in results {
      guard case .updated(let added, let changed, let removed, _, _) = result.state else { continue }
      sum = ((sum?.added ?? 0) + added, (sum?.changed ?? 0) + changed, (sum?.removed ?? 0) + removed)
    }
    guard sum == nil, let bad = results.first(where: \.isBad) else {
      nextTry(after: .answered)
      return sum.map { .updated(added: $0.added, changed: $0.changed, removed: $0.removed) } ?? .unchanged
    }
    let fault = synchroniser.health.health.withBook { $0.localFault }
    let ending = SyncSchedule.Ending.failed(
      notBefore: results.filter(\.isBad).notBefore, isSilent: fault?.isSilent == true)
    let cause = fault.map { NetworkCause(fault: $0.cause) } ?? NetworkCause(bad)
    return .failed(cause, nextTry: nextTry(after: ending))
  }

  /// Notes how a sync ended and returns when the next is due.
  @discardableResult
  private func nextTry(after ending: SyncSchedule.Ending) -> Instant {
    let now = synchroniser.health.health.now
    return schedule.withLock { schedule in
      var random = SystemRandomNumberGenerator()
      schedule.note(ending, at: now, random: &random)
      return instant(of: schedule.nextTry, at: now)
    }
  }

  /// A moment of the schedule on the clock of the screen.
  ///
  /// The schedule's goes on steadily, the screen's follows the machine's, which may be set while the interface is open:
  /// taken for the same, each try would be due at once after it was set forward.
  private func instant(of moment: Duration, at now: Duration) -> Instant {
    clock.now + Instant.Span(milliseconds: Int64((moment - now) / .milliseconds(1)))
  }
}

extension NetworkCause {
  /// Why `result` brought nothing.
  fileprivate init(_ result: SyncResult) {
    switch result.state {
    case .setAside(let missing, _, _, _): self = .setAside(missing: missing)
    case .failed(let failure?): self = failure.code == .full ? .noRoom : .other(failure.message)
    case .failed(nil), .updated, .unchanged: self = NetworkCause(result.failures) ?? .unreachable
    }
  }
}

extension SyncProgress {
  fileprivate init(_ progress: FetchProgress) {
    self.init(
      mirror: progress.phase == .receiving ? progress.mirror.map(Address.host) : nil, bytes: progress.bytes,
      rate: progress.bytesPerSecond)
  }
}
