import Anime
public import HTTP
public import Mirrors

/// How one address answered a question that costs it nearly nothing.
public struct MirrorProbe: Sendable {
  /// The address as it is configured.
  public let address: String
  /// What it is asked for.
  public let traffic: Traffic
  /// The version that it told, where it tells one, or why it gave nothing.
  public let result: Result<Version?, FetchFailure>
  /// What it took.
  public let measure: Measure
  /// What the server takes for now, in seconds since 1970; nil where it did not say.
  public var serverDate: Int?
}

/// Asks every address of `provider` once, side by side, and notes in `health` what is learnt.
///
/// A source is asked for the newest version, a mirror for the first byte of its file: one that sends the whole all the
/// same is cut off at its headers. Who asked to be left alone, is. With everything down it ends within
/// 6 s, or twice that where nothing is here yet and the version has to be learnt first.
public func probeMirrors(
  of provider: ProviderConfiguration, among wanted: Set<String>? = nil, present: String?, client: HTTPClient,
  health: MirrorHealth, timing: FetchTiming = FetchTiming()
) async -> [MirrorProbe] {
  health.withBook { provider.enroll(in: &$0) }
  let probing = Probing(provider: provider, client: client, health: health, timing: timing)
  async let sources = probing.ask(provider.versionFrom.filter { wanted?.contains($0) ?? true }) {
    await probing.ask(source: $0)
  }
  // Where nothing is here yet, only the sources know which version there is.
  let version = if let present { present } else { await sources.compactMap(\.version).max()?.description }
  let mirrors = await probing.ask(provider.mirrors.filter { wanted?.contains($0) ?? true }) {
    await probing.ask(mirror: $0, version: version)
  }
  return await mirrors + sources
}

extension MirrorProbe {
  /// The version that it told.
  fileprivate var version: Version? {
    if case .success(let version) = result { version } else { nil }
  }
}

/// What the questions of one probe share.
private struct Probing: Sendable {
  let provider: ProviderConfiguration
  let client: HTTPClient
  let health: MirrorHealth
  let timing: FetchTiming

  /// Asks all of `addresses` side by side; the answers come in their order.
  func ask(
    _ addresses: [String], _ body: @escaping @Sendable (String) async -> MirrorProbe
  ) async -> [MirrorProbe] {
    await withTaskGroup(of: (Int, MirrorProbe).self) { group in
      for (place, address) in addresses.enumerated() { group.addTask { (place, await body(address)) } }
      var probes: [(Int, MirrorProbe)] = []
      for await probe in group { probes.append(probe) }
      return probes.sorted { $0.0 < $1.0 }.map(\.1)
    }
  }

  func ask(source address: String) async -> MirrorProbe {
    if let probe = excuse(address, .metadata) { return probe }
    let request = HTTPRequest(
      address, headers: [("Accept", "application/json")], limits: timing.document,
      redirects: .followUnless(VersionAnswer.isAnswer))
    let outcome = await client.fetch(request)
    let result: Result<Version?, FetchFailure>
    do throws(FetchFailure) {
      result = .success(try VersionAnswer.read(outcome, pin: provider.versionPin))
    } catch {
      result = .failure(error)
    }
    return note(address, .metadata, result, outcome)
  }

  func ask(mirror address: String, version: String?) async -> MirrorProbe {
    if let probe = excuse(address, .content) { return probe }
    guard let url = provider.address(of: address, version: version) else {
      return MirrorProbe(address: address, traffic: .content, result: .failure(.versionUnknown), measure: Measure())
    }
    var limits = timing.file
    limits.bodyBytes = 64 << 10
    let outcome = await client.fetch(HTTPRequest(url, headers: [("Range", "bytes=0-0")], limits: limits))
    return note(address, .content, judge(outcome), outcome)
  }

  private func judge(_ outcome: HTTPOutcome) -> Result<Version?, FetchFailure> {
    switch outcome.result {
    case .success(let response):
      // Feeds begin as pages do.
      let isPage = !provider.isFeed && response.body.first { $0 > 0x20 } == UInt8(ascii: "<")
      return isPage ? .failure(.rejected(.html)) : .success(Version(inAddress: response.url))
    // A part was asked for, and either it came or the server began to send the whole.
    case .failure(.status(206, _, _)), .failure(.tooLarge), .failure(.bomb): return .success(nil)
    case .failure(let error): return .failure(.transport(error))
    }
  }

  private func excuse(_ address: String, _ traffic: Traffic) -> MirrorProbe? {
    let (origin, now) = (Origin(address) ?? .nowhere, health.now)
    switch health.withBook({ $0.obstacle(to: origin, traffic, at: now) }) {
    case .busy(let until):
      return MirrorProbe(
        address: address, traffic: traffic, result: .failure(.leftAlone(.busy(until: until))), measure: Measure())
    case .refusing(let until, let sentence):
      let reason = Plan.Reason.refusing(until: until, sentence: sentence)
      return MirrorProbe(address: address, traffic: traffic, result: .failure(.leftAlone(reason)), measure: Measure())
    default: return nil
    }
  }

  private func note(
    _ address: String, _ traffic: Traffic, _ result: Result<Version?, FetchFailure>, _ outcome: HTTPOutcome
  ) -> MirrorProbe {
    let measure = outcome.measure
    let (origin, now) = (Origin(address) ?? .nowhere, health.now)
    health.withBook { book in
      switch result {
      case .success(let version):
        book.note(Observation(origin, traffic, .success, measure, provider: provider.name), at: now)
        if let version { book.note(version, from: origin, at: now) }
      case .failure(.transport(.cancelled)): break
      case .failure(let failure):
        book.note(Observation(origin, traffic, .failure(failure.fault), measure, provider: provider.name), at: now)
      }
    }
    return MirrorProbe(
      address: address, traffic: traffic, result: result, measure: measure, serverDate: outcome.timings.serverDate)
  }
}
