public import Anime
public import HTTP
import Mirrors

/// Fetches a provider's newest catalogue from whichever mirror serves it well.
///
/// `accept` reads the bytes and may refuse them, whereupon the next mirror is asked; it runs on a thread
/// of its own, as does `progress`, which is called at most ten times a second. Cancelling the task ends
/// every transfer at once.
public func fetchCatalogue<Accepted: Sendable>(
  from provider: ProviderConfiguration, present: PresentCatalogue? = nil, client: HTTPClient,
  timing: FetchTiming = FetchTiming(),
  accept: @escaping @Sendable ([UInt8]) throws(Rejection) -> Accepted,
  progress: @escaping @Sendable (FetchProgress) -> Void = { _ in }
) async throws(CancellationError) -> FetchReport<Accepted> {
  FetchReport(
    outcome: .failed, failures: provider.mirrors.map { MirrorFailure(mirror: $0, reason: .versionUnknown) })
}
