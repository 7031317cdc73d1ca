internal import Anime
internal import Capsule
internal import HTTP
internal import Library
internal import Mirrors
internal import Providers

/// Brings a provider's catalogue up to date: fetched, read, guarded, committed.
///
/// The `sync` command and the interface's background sync are this.
struct Synchroniser: Sendable {
  let library: ShowLibrary
  let client: HTTPClient
  let memory: SyncMemory
  /// What servers said of feeds.
  let feeds: FeedMemory
  /// What is known of the mirrors.
  let health: HealthStore
  /// When something is fetched.
  let clock: @Sendable () -> Instant

  /// Fetches what is new from `provider` and makes it the catalogue.
  func run(
    _ provider: ProviderConfiguration, for purpose: Purpose = .typed,
    progress: @escaping @Sendable (FetchProgress) -> Void = { _ in }
  ) async throws(CancellationError) -> SyncResult {
    guard !provider.isFeed else { return try await runFeed(provider, for: purpose) }
    let library = library
    do {
      // What could not be stored is not asked for.
      try library.capsule.checkRoom()
    } catch {
      return SyncResult(
        provider: provider.name, mirrorCount: provider.mirrors.count, state: .failed(Failure(error)), failures: [])
    }
    let began = clock()
    let report = try await fetchCatalogue(
      from: provider, present: present(provider).map(catalogue), client: client, health: health.health, for: purpose,
      accept: { bytes throws(Rejection) in
        let decoded = try BangumiData.decode(bytes)
        try library.check(decoded, from: provider.name)
        return decoded
      },
      progress: progress)
    let result = SyncResult(
      provider: provider.name, mirrorCount: provider.mirrors.count, state: install(report, of: provider),
      failures: report.failures)
    let content = report.file.flatMap { file in present(provider).flatMap { SyncMemory.Content(file, of: $0) } }
    memory.remember(result, content: content, at: clock())
    await lookForLocalFault(behind: result, of: provider)
    health.save(after: record(of: result, began: began))
    return result
  }

  /// Where nobody gave anything, looks at this machine before the mirrors are blamed for it.
  func lookForLocalFault(behind result: SyncResult, of provider: ProviderConfiguration) async {
    guard case .failed(nil) = result.state else { return }
    let addresses = provider.mirrors + provider.versionFrom
    var facts = await LocalProbe(origins: Set(addresses.compactMap { Origin($0) }), deadline: .milliseconds(500)).look()
    facts.faults = result.failures.map(\.reason).filter { $0 != .versionUnknown }.map(\.fault.code)
    // Whoever speaks for itself, whatever it says, was reached.
    facts.hasAnswer = facts.faults.contains { [.busy, .refusing, .missing, .serverError].contains($0) }
    if let cause = facts.cause { health.health.withBook { $0.note(localCause: cause, at: health.health.now) } }
  }

  /// `result` as a line of the mirror log.
  func record(of result: SyncResult, began: Instant) -> MirrorRecord {
    let now = clock()
    let confirmed = memory.recall()[result.provider]?.confirmed
    return MirrorRecord(
      at: .milliseconds(now.milliseconds), provider: result.provider, origin: result.giver,
      event: .sync(
        .init(
          result.outcome, took: .milliseconds(max(0, (now - began).milliseconds)),
          age: confirmed.map { .milliseconds(max(0, (now - $0).milliseconds)) })),
      version: result.version.flatMap { Version($0) }, cause: result.cause)
  }

  func present(_ provider: ProviderConfiguration) -> ProviderState? {
    library.snapshot().providers.first { $0.name == provider.name }
  }

  private func catalogue(_ present: ProviderState) -> PresentCatalogue {
    let known = memory.content(of: present)
    return PresentCatalogue(version: known?.version ?? present.version, url: known?.url, etag: known?.etag) {
      present.holds($0)
    }
  }

  private func install(
    _ report: FetchReport<DecodedCatalogue>, of provider: ProviderConfiguration
  ) -> SyncResult.State {
    do {
      switch report.outcome {
      case .updated(let decoded, let file):
        let received = ReceivedFile(file, of: provider, at: clock())
        return SyncResult.State(try library.install(received, decoded), file)
      case .setAside(let file, let missing, let present):
        let received = ReceivedFile(file, of: provider, at: clock())
        _ = try library.setAside(received, decoding: BangumiData.decode)
        return .setAside(missing: missing, present: present, mirror: file.mirror, version: file.version)
      case .unchanged(let version, _):
        return .unchanged(version: version)
      case .failed:
        return .failed(nil)
      }
    } catch {
      return .failed(Failure(error))
    }
  }
}

extension FetchReport {
  /// The file that came, also where it is what was here.
  fileprivate var file: FetchedFile? {
    switch outcome {
    case .updated(_, let file), .setAside(let file, _, _): file
    case .unchanged(_, let file): file
    case .failed: nil
    }
  }
}

extension SyncResult.State {
  /// What `installed` means for someone who asked for news.
  fileprivate init(_ installed: Installed, _ file: FetchedFile) {
    switch installed {
    case .updated(let difference):
      self = .updated(
        added: difference.added, changed: difference.changed, removed: difference.removed, mirror: file.mirror,
        version: file.version)
    case .unchanged:
      self = .unchanged(version: file.version)
    case .guarded(let missing, let present), .setAside(let missing, let present):
      self = .setAside(missing: missing, present: present, mirror: file.mirror, version: file.version)
    }
  }
}
