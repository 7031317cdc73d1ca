internal import Anime
internal import Capsule
internal import Formats
internal import Library
internal import Mirrors
internal import Providers

extension Synchroniser {
  /// Fetches the feed of `provider` and keeps what it says anew; one that was asked a moment ago is not asked again.
  func runFeed(_ provider: ProviderConfiguration, for purpose: Purpose) async throws(CancellationError) -> SyncResult {
    let began = clock()
    let known = feeds.recall(provider)
    guard known?.isFresh(at: began) != true else { return result(of: provider, .unchanged(version: nil)) }
    do {
      // What could not be stored is not asked for.
      try library.capsule.checkRoom()
    } catch {
      return result(of: provider, .failed(Failure(error)))
    }
    // What is not here any more is asked for whole.
    let isHere = (try? library.feeds())?.contains { $0.name == provider.name } ?? false
    let report = try await fetchFeed(
      from: provider, unless: isHere ? known?.validators : nil, for: purpose, client: client, health: health.health)
    let result = result(of: provider, keep(report, of: provider, known: known), report.failures)
    memory.remember(result, content: nil, at: clock())
    await lookForLocalFault(behind: result, of: provider)
    health.save(after: record(of: result, began: began))
    return result
  }

  private func keep(
    _ report: FeedReport, of provider: ProviderConfiguration, known: FeedMemory.Feed?
  ) -> SyncResult.State {
    switch report.outcome {
    case .failed: return .failed(nil)
    case .unchanged:
      if var known {
        known.answered = clock()
        feeds.remember(known, of: provider)
      }
      return .unchanged(version: nil)
    case .fetched(let file, let mirror, let validators):
      return keep(file, from: mirror, validators, of: provider)
    }
  }

  private func keep(
    _ file: FeedFile, from mirror: String, _ validators: FeedValidators, of provider: ProviderConfiguration
  ) -> SyncResult.State {
    do throws(LibraryError) {
      let change = try library.take(file.feed, as: provider.name, from: Address.host(mirror), at: clock())
      // A feed that broke off is asked for whole the next time.
      let kept = file.problem == nil ? validators : FeedValidators(url: validators.url)
      let remembered = FeedMemory.Feed(answered: clock(), timeToLive: file.feed.timeToLive, validators: kept)
      feeds.remember(remembered, of: provider)
      guard change != FeedChange() else { return .unchanged(version: nil) }
      return .updated(added: change.added, changed: change.changed, removed: 0, mirror: mirror, version: nil)
    } catch {
      return .failed(Failure(error))
    }
  }

  private func result(
    of provider: ProviderConfiguration, _ state: SyncResult.State, _ failures: [MirrorFailure] = []
  ) -> SyncResult {
    SyncResult(
      provider: provider.name, mirrorCount: provider.mirrors.count, state: state, failures: failures)
  }
}
