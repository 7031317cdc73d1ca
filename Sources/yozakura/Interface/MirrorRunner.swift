internal import Anime
internal import App
internal import Library
internal import Locking
internal import Mirrors
internal import Providers
internal import TUINcurses

/// Does what the model asks about mirrors: tells how they do, tries one, compares them, pins one.
final class MirrorRunner: Sendable {
  private let synchroniser: Synchroniser
  private let providers: ProvidersFile
  private let mailbox: Mailbox<Message>
  private let running = Lock<(count: Int, tasks: [Int: Task<Void, Never>])>((0, [:]))
  private var health: HealthStore { synchroniser.health }

  init(synchroniser: Synchroniser, providers: ProvidersFile, mailbox: Mailbox<Message>) {
    self.synchroniser = synchroniser
    self.providers = providers
    self.mailbox = mailbox
  }

  /// Begins it, and posts what came of it.
  func perform(_ effect: Effect) {
    let number = running.withLock { running in
      running.count += 1
      return running.count
    }
    let task = Task {
      defer { running.withLock { $0.tasks[number] = nil } }
      do {
        switch effect {
        case .loadMirrors: break
        case .pinMirror(let provider, let address): try pin(address, of: provider)
        case .tryMirror(let provider, let address): try await attempt(address, of: provider)
        case .compareMirrors(let provider): try await compare(provider)
        default: preconditionFailure("\(effect) is nothing that is done with mirrors")
        }
        mailbox.post(.mirrors(try overview()))
      } catch is CancellationError {
        return
      } catch {
        mailbox.post(.failed(App.Failure(error)))
      }
    }
    // It may have ended already; then it is kept until the end for nothing.
    running.withLock { $0.tasks[number] = task }
  }

  /// Ends what runs: no transfer may outlive the interface.
  func cancel() {
    running.withLock { $0.tasks.values.forEach { $0.cancel() } }
  }

  private func overview() throws -> MirrorsOverview {
    // What other processes learnt is in the file.
    health.save()
    let now = health.health.now
    let states = synchroniser.library.snapshot().providers
    let wanted = try providers.read().filter(\.isEnabled)
    return health.health.withBook { MirrorsOverview(wanted, states, $0, at: now) }
  }

  private func pin(_ address: String?, of name: String) throws {
    _ = try providers.change { providers in
      for index in providers.indices where providers[index].name == name { providers[index].pinned = address }
    }
  }

  /// Asks one mirror, or one source of versions, and nobody else.
  private func attempt(_ address: String, of name: String) async throws {
    guard let provider = try providers.read().first(where: { $0.name == name }) else { return }
    let version = synchroniser.library.snapshot().providers.first { $0.name == name }?.version
    let probes = await probeMirrors(
      of: provider, among: [address], present: version, client: synchroniser.client, health: health.health)
    guard let probe = probes.first else { return }
    mailbox.post(.tried(host: Address.host(address), probe.cause))
  }

  /// Asks other mirrors for the version that is here, and tells who gives the same bytes.
  private func compare(_ name: String) async throws {
    guard let provider = try providers.read().first(where: { $0.name == name }) else { return }
    guard let opinion = try await synchroniser.compare(provider) else {
      return mailbox.post(.compared(MirrorComparison(provider: name, version: nil, agreeing: [])))
    }
    mailbox.post(.library(LibraryState(synchroniser.library.snapshot())))
    mailbox.post(.compared(MirrorComparison(opinion)))
  }
}

extension MirrorProbe {
  /// Why it brought nothing; nil where it did.
  fileprivate var cause: NetworkCause? {
    guard case .failure(let failure) = result else { return nil }
    return NetworkCause([MirrorFailure(mirror: address, reason: failure)]) ?? .unreachable
  }
}

extension MirrorComparison {
  /// What a second opinion came to, as the screen tells it.
  init(_ opinion: SecondOpinion) {
    self.init(
      provider: opinion.provider, version: opinion.version, agreeing: opinion.agreeing, differing: opinion.differing,
      silent: opinion.silent)
  }
}
