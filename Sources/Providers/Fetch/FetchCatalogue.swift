public import Anime
public import HTTP
public import Mirrors

/// Fetches a provider's newest catalogue from whichever mirror serves it well.
///
///     let report = try await fetchCatalogue(from: .bangumiData, present: present, client: client) {
///       bytes throws(Rejection) in try BangumiData.decode(bytes)
///     }
///
/// `accept` reads the bytes and may refuse them, whereupon the next mirror is asked; it runs beside the
/// transfers, not on their thread. `progress` is called when the phase changes, else at most ten times a
/// second. Whom to ask first is what `health` knows, and what is learnt from the answers is noted there. Cancelling the task ends every transfer at once.
public func fetchCatalogue<Accepted: Sendable>(
  from provider: ProviderConfiguration, present: PresentCatalogue? = nil, client: HTTPClient,
  health: MirrorHealth = .ephemeral, for purpose: Purpose = .typed, timing: FetchTiming = FetchTiming(),
  clock: some Clock<Duration> = ContinuousClock(),
  accept: @escaping @Sendable ([UInt8]) throws(Rejection) -> Accepted,
  progress: @escaping @Sendable (FetchProgress) -> Void = { _ in }
) async throws(CancellationError) -> FetchReport<Accepted> {
  let fetch = CatalogueFetch(
    provider: provider, present: present, client: client, health: health, purpose: purpose, timing: timing,
    clock: clock, accept: accept, progress: progress)
  return try await fetch.run()
}
