public import Formats
public import HTTP
public import Mirrors

/// What a server said of a feed, to be asked with the next time.
public struct FeedValidators: Hashable, Sendable {
  /// The address that said it.
  public var url: String
  /// Its mark of the content.
  public var entityTag: String?
  /// When the content was last another, in the server's words.
  public var modified: String?

  /// What the server at `url` said.
  public init(url: String, entityTag: String? = nil, modified: String? = nil) {
    self.url = url
    self.entityTag = entityTag
    self.modified = modified
  }

  fileprivate init(_ response: HTTPResponse, from url: String) {
    let plain = { (name: String) in
      response.header(name).flatMap { value in
        (1...256).contains(value.utf8.count) && value.utf8.allSatisfy { 0x20..<0x7F ~= $0 } ? value : nil
      }
    }
    self.init(url: url, entityTag: plain("ETag"), modified: plain("Last-Modified"))
  }

  fileprivate var headers: [(name: String, value: String)] {
    [("If-None-Match", entityTag), ("If-Modified-Since", modified)].compactMap { name, value in
      value.map { (name: name, value: $0) }
    }
  }
}

/// How the fetch of a feed ended.
public struct FeedReport: Sendable {
  /// The end of it.
  public enum Outcome: Sendable {
    /// A feed that can be read, the mirror that gave it, and what that said of it.
    case fetched(FeedFile, mirror: String, FeedValidators)
    /// It is still the one that was asked about.
    case unchanged
    /// No address gave a feed.
    case failed
  }

  /// How it ended.
  public let outcome: Outcome
  /// Every address that failed.
  public let failures: [MirrorFailure]
}

/// Fetches the feed of `provider`, whose addresses are asked one after the other until one gives it.
///
/// It is small, and nobody waits long for it: nothing is asked twice or side by side. Whoever asked to be left alone,
/// is, and in the background also those that keep failing. What is learnt of servers is noted in `health`.
public func fetchFeed(
  from provider: ProviderConfiguration, unless known: FeedValidators?, for purpose: Purpose, client: HTTPClient,
  health: MirrorHealth
) async throws(CancellationError) -> FeedReport {
  health.withBook { provider.enroll(in: &$0) }
  let fetch = FeedFetch(provider: provider, known: known, purpose: purpose, client: client, health: health)
  var failures: [MirrorFailure] = []
  for mirror in provider.mirrors.sorted(by: { left, right in left == provider.pinned && right != left }) {
    do throws(FetchFailure) {
      return FeedReport(outcome: try await fetch.ask(mirror), failures: failures)
    } catch {
      if error == .transport(.cancelled) { throw CancellationError() }
      failures.append(MirrorFailure(mirror: mirror, reason: error))
    }
  }
  return FeedReport(outcome: .failed, failures: failures)
}

/// What the questions of one fetch share.
private struct FeedFetch: Sendable {
  let provider: ProviderConfiguration
  let known: FeedValidators?
  let purpose: Purpose
  let client: HTTPClient
  let health: MirrorHealth

  func ask(_ mirror: String) async throws(FetchFailure) -> FeedReport.Outcome {
    if let reason = obstacle(to: mirror) { throw .leftAlone(reason) }
    let condition = known.flatMap { $0.url == mirror ? $0.headers : nil } ?? []
    let limits = HTTPLimits(bodyBytes: FeedLimits().bytes)
    let outcome = await client.fetch(HTTPRequest(mirror, headers: condition, limits: limits))
    do throws(FetchFailure) {
      let read = try Self.read(outcome.result, of: mirror)
      note(mirror, .success, outcome)
      return read
    } catch {
      if error != .transport(.cancelled) { note(mirror, .failure(error.fault), outcome) }
      throw error
    }
  }

  private static func read(
    _ result: Result<HTTPResponse, HTTPError>, of mirror: String
  ) throws(FetchFailure) -> FeedReport.Outcome {
    let response: HTTPResponse
    do throws(HTTPError) {
      response = try result.get()
    } catch {
      throw .transport(error)
    }
    guard response.status != 304 else { return .unchanged }
    do throws(FeedError) {
      let file = try FeedFile(reading: response.body, from: response.url)
      return .fetched(file, mirror: mirror, FeedValidators(response, from: mirror))
    } catch {
      throw .notFeed(error)
    }
  }

  private func obstacle(to mirror: String) -> Plan.Reason? {
    let (origin, now) = (Origin(mirror) ?? .nowhere, health.now)
    guard let reason = health.withBook({ $0.obstacle(to: origin, .content, at: now) }) else { return nil }
    switch reason {
    case .busy, .refusing: return reason
    default: return purpose == .background ? reason : nil
    }
  }

  private func note(_ mirror: String, _ result: Observation.Outcome, _ outcome: HTTPOutcome) {
    let (origin, now) = (Origin(mirror) ?? .nowhere, health.now)
    health.withBook {
      $0.note(Observation(origin, .content, result, outcome.measure, provider: provider.name), at: now)
    }
  }
}
