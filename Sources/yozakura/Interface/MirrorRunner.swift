internal import Anime
internal import App
internal import HTTP
internal import Library
internal import Locking
internal import Mirrors
internal import Providers
internal import TUINcurses

/// Does what the model asks about mirrors: tells how they do, tries one, compares them, pins one.
final class MirrorRunner: Sendable {
  private let library: ShowLibrary
  private let client: HTTPClient
  private let providers: ProvidersFile
  private let health: HealthStore
  private let mailbox: Mailbox<Message>
  /// The providers whose mirrors were last seen to give different bytes for one version.
  private let disputed = Lock<Set<String>>([])

  init(
    library: ShowLibrary, client: HTTPClient, providers: ProvidersFile, health: HealthStore, mailbox: Mailbox<Message>
  ) {
    self.library = library
    self.client = client
    self.providers = providers
    self.health = health
    self.mailbox = mailbox
  }

  /// Begins it, and posts what came of it.
  func perform(_ effect: Effect) {
    Task {
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
  }

  private func overview() throws -> MirrorsOverview {
    // What other processes learnt is in the file.
    health.save()
    let now = health.health.now
    let disputed = disputed.withLock { $0 }
    let states = library.snapshot().providers
    let wanted = try providers.read().filter(\.isEnabled)
    return health.health.withBook { book in
      MirrorsOverview(
        providers: wanted.map { provider in
          let state = states.first { $0.name == provider.name }
          return .init(provider, state, isDisputed: disputed.contains(provider.name), book, at: now)
        },
        localFault: book.localFault.map { NetworkCause(fault: $0.cause) }, now: Instant(now))
    }
  }

  private func pin(_ address: String?, of name: String) throws {
    let changed = try providers.read().map { provider in
      var provider = provider
      if provider.name == name { provider.pinned = address }
      return provider
    }
    try providers.write(changed)
  }

  /// Asks one mirror, or one source of versions, and nobody else.
  private func attempt(_ address: String, of name: String) async throws {
    guard let provider = try providers.read().first(where: { $0.name == name }) else { return }
    var alone = provider
    let isMirror = provider.mirrors.contains(address)
    if isMirror { alone.mirrors = [address] } else { alone.versionFrom = [address] }
    let present = library.snapshot().providers.first { $0.name == name }
    let report = try await fetchCatalogue(
      from: alone, present: isMirror ? nil : present.map { PresentCatalogue(version: $0.version) }, client: client,
      health: health.health, for: .typed,
      accept: { bytes throws(Rejection) in try BangumiData.decode(bytes) })
    let failures = report.failures.filter { $0.mirror == address }
    let isWhole = if case .failed = report.outcome { false } else { true }
    let cause = failures.isEmpty && isWhole ? nil : NetworkCause(failures.isEmpty ? report.failures : failures)
    mailbox.post(.tried(host: Address.host(address), cause))
  }

  /// Asks every mirror for the version that is here, and tells who gives the same bytes.
  private func compare(_ name: String) async throws {
    guard let provider = try providers.read().first(where: { $0.name == name }) else { return }
    let version = library.snapshot().providers.first { $0.name == name }?.version
    let answers = try await bodies(of: provider, version: version)
    let groups = Dictionary(grouping: answers.filter { $0.body != nil }, by: \.body)
    let most = groups.values.max { $0.count < $1.count } ?? []
    let comparison = MirrorComparison(
      provider: name, version: version, agreeing: most.map(\.host),
      differing: groups.values.filter { $0 != most }.joined().map(\.host).sorted(),
      silent: answers.filter { $0.body == nil }.map(\.host))
    disputed.withLock { disputed in
      if comparison.differing.isEmpty { disputed.remove(name) } else { disputed.insert(name) }
    }
    mailbox.post(.compared(comparison))
  }

  /// What one mirror gave; nil where that was nothing.
  private struct Answer: Hashable {
    var host: String
    var body: [UInt8]?
  }

  /// The answers of those mirrors that can be asked for one version, in the order of the configuration.
  private func bodies(of provider: ProviderConfiguration, version: String?) async throws -> [Answer] {
    let addresses = zip(provider.mirrors, provider.mirrors.map { $0.replacing("{version}", with: version ?? "") })
      .filter { $0 != $1 && version != nil }.map(\.1)
    return try await withThrowingTaskGroup(of: (Int, Answer).self) { [client] group in
      for (index, address) in addresses.enumerated() {
        group.addTask {
          let body = try? await client.get(HTTPRequest(address)).body
          try Task.checkCancellation()
          return (index, Answer(host: Address.host(address), body: body))
        }
      }
      var answers: [(Int, Answer)] = []
      for try await answer in group { answers.append(answer) }
      return answers.sorted { $0.0 < $1.0 }.map(\.1)
    }
  }
}
