public import Anime
public import HTTP
public import Mirrors

/// What a comparison of mirrors came to.
public struct MirrorComparisonReport: Sendable {
  /// The verdict, by places among the provider's mirrors.
  public var verdict: Comparison<String>.Verdict
  /// Whose file was compared with the others'.
  public var first: Int
  /// The files of those who were asked, by their places.
  public var files: [Int: FetchedFile] = [:]
  /// Why the others gave nothing.
  public var failures: [MirrorFailure] = []
}

/// A version that was taken from a mirror.
public struct TakenVersion: Sendable {
  /// The version.
  public var version: String
  /// The template of the mirror that gave it.
  public var mirror: String
  /// The SHA-256 of its bytes, in hexadecimal digits.
  public var digest: String

  /// A version with these facts.
  public init(version: String, mirror: String, digest: String) {
    self.version = version
    self.mirror = mirror
    self.digest = digest
  }
}

/// Asks other mirrors for the version that was `taken`, until it is confirmed, refuted or disputed.
///
/// Only an exact version can be compared: nil where the address of its mirror holds none. `digest` names bytes as
/// `taken` does; what `accept` refuses is no opinion. Liars are noted in `health`.
public func compareMirrors(
  of provider: ProviderConfiguration, with taken: TakenVersion, client: HTTPClient, health: MirrorHealth,
  timing: FetchTiming = FetchTiming(), digest: @escaping @Sendable ([UInt8]) -> String,
  accept: @escaping @Sendable ([UInt8]) throws(Rejection) -> Void
) async throws(CancellationError) -> MirrorComparisonReport? {
  let mirrors = provider.plannedMirrors
  guard let first = provider.mirrors.firstIndex(of: taken.mirror), mirrors[first].needsVersion else { return nil }
  var comparison = Comparison(
    groups: mirrors.map { $0.group ?? $0.origin.description }, order: order(provider, mirrors, health), first: first,
    digest: taken.digest)
  var report = MirrorComparisonReport(verdict: .unconfirmed, first: first)
  let asking = Asking(provider: provider, client: client, health: health, timing: timing, accept: accept)
  var actions = comparison.handle(.begin)
  while case .ask(let place)? = actions.first {
    let result = await asking.file(of: place, version: taken.version)
    if Task.isCancelled { throw CancellationError() }
    switch result {
    case .success(let other):
      report.files[place] = other
      actions = comparison.handle(.answered(place, digest(other.bytes)))
    case .failure(let failure):
      report.failures.append(MirrorFailure(mirror: provider.mirrors[place], reason: failure))
      actions = comparison.handle(.failed(place))
    }
  }
  report.verdict = comparison.verdict ?? .unconfirmed
  let now = health.now
  health.withBook { book in
    for liar in report.verdict.liars(first: first) {
      book.note(Observation(mirrors[liar].origin, .content, .failure(Fault(.lying)), provider: provider.name), at: now)
    }
  }
  return report
}

/// Those whose addresses hold the version, the best first.
private func order(
  _ provider: ProviderConfiguration, _ mirrors: [PlannedFetch<FetchFailure>.Mirror], _ health: MirrorHealth
) -> [Int] {
  let now = health.now
  let plan = health.withBook { book in
    var random = SystemRandomNumberGenerator()
    provider.enroll(in: &book)
    return book.plan(
      HealthBook.Pool(provider.name, .content), mirrors.map { Candidate($0.origin) }, for: .typed, at: now,
      random: &random)
  }
  return plan.order.filter { mirrors[$0].needsVersion }
}

/// What the questions of one comparison share.
private struct Asking: Sendable {
  let provider: ProviderConfiguration
  let client: HTTPClient
  let health: MirrorHealth
  let timing: FetchTiming
  let accept: @Sendable ([UInt8]) throws(Rejection) -> Void

  func file(of place: Int, version: String) async -> Result<FetchedFile, FetchFailure> {
    let template = provider.mirrors[place]
    guard let url = provider.address(of: template, version: version), let origin = Origin(template) else {
      return .failure(.versionUnknown)
    }
    let began = health.now
    health.withBook { $0.begin(origin, .content, isRetry: false, at: began) }
    let outcome = await client.fetch(HTTPRequest(url, limits: timing.file))
    let result = judge(outcome, template, url, version)
    let ended = health.now
    health.withBook { book in
      switch result {
      case .success:
        book.note(Observation(origin, .content, .success, outcome.measure, provider: provider.name), at: ended)
      case .failure(.transport(.cancelled)): break
      case .failure(let failure):
        let fault = Observation.Outcome.failure(failure.fault)
        book.note(Observation(origin, .content, fault, outcome.measure, provider: provider.name), at: ended)
      }
    }
    return result
  }

  private func judge(
    _ outcome: HTTPOutcome, _ template: String, _ url: String, _ version: String
  ) -> Result<FetchedFile, FetchFailure> {
    switch outcome.result {
    case .failure(let error): return .failure(.transport(error))
    case .success(let response):
      do throws(Rejection) {
        try accept(response.body)
      } catch {
        return .failure(.rejected(error))
      }
      return .success(
        FetchedFile(
          bytes: response.body, version: version, mirror: template, url: url, etag: response.header("ETag")?.entityTag))
    }
  }
}
