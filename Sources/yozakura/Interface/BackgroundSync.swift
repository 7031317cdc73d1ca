internal import Anime
internal import App
internal import Locking
internal import Providers
internal import TUINcurses

/// The sync of the open interface: one at a time, and never in the way of a key.
final class BackgroundSync: Sendable {
  private let synchroniser: Synchroniser
  private let providers: ProvidersFile
  private let stateFolder: String
  private let mailbox: Mailbox<Message>
  private let running = Lock<Task<Void, Never>?>(nil)

  init(synchroniser: Synchroniser, providers: ProvidersFile, stateFolder: String, mailbox: Mailbox<Message>) {
    self.synchroniser = synchroniser
    self.providers = providers
    self.stateFolder = stateFolder
    self.mailbox = mailbox
  }

  /// Asks the enabled providers for news; `installed` is called when the library holds something else.
  func start(isAsked: Bool, installed: @escaping @Sendable () -> Void) {
    let task = Task {
      // Another interface that syncs by itself will bring its news here as a commit.
      let turn = isAsked ? nil : SyncTurn(folder: stateFolder)
      guard isAsked || turn != nil else { return mailbox.post(.synced(.unchanged)) }
      let outcome = await run()
      withExtendedLifetime(turn) {}
      guard !Task.isCancelled else { return }
      installed()
      mailbox.post(.synced(outcome))
    }
    running.withLock { running in
      running?.cancel()
      running = task
    }
  }

  func cancel() {
    running.withLock { $0?.cancel() }
  }

  private func run() async -> SyncOutcome {
    do {
      let wanted = try providers.read().filter(\.isEnabled)
      var results: [SyncResult] = []
      for provider in wanted {
        results.append(try await synchroniser.run(provider) { [mailbox] in mailbox.post(.syncing(SyncProgress($0))) })
      }
      return Self.outcome(results)
    } catch {
      return .failed(.other(yozakura.Failure(error).message), nextTry: nil)
    }
  }

  /// The sum of what the providers gave; a failure counts only where nothing else came.
  private static func outcome(_ results: [SyncResult]) -> SyncOutcome {
    var sum: (added: Int, changed: Int, removed: Int)?
    var cause: NetworkCause?
    for result in results {
      switch result.state {
      case .updated(let added, let changed, let removed, _, _):
        sum = ((sum?.added ?? 0) + added, (sum?.changed ?? 0) + changed, (sum?.removed ?? 0) + removed)
      case .unchanged: break
      case .setAside(let missing, _, _, _): cause = cause ?? .setAside(missing: missing)
      case .failed(let failure):
        cause =
          cause ?? failure.map { $0.code == .full ? .noRoom : .other($0.message) } ?? NetworkCause(result.failures)
      }
    }
    if let sum { return .updated(added: sum.added, changed: sum.changed, removed: sum.removed) }
    let isBad = results.contains(where: \.isBad)
    return isBad ? .failed(cause ?? .unreachable, nextTry: nil) : .unchanged
  }
}

extension SyncProgress {
  fileprivate init(_ progress: FetchProgress) {
    self.init(
      mirror: progress.phase == .receiving ? progress.mirror.map(Address.host) : nil, bytes: progress.bytes,
      rate: progress.bytesPerSecond)
  }
}
