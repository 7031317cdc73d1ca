internal import Anime
internal import Library
internal import Mirrors
internal import Providers

/// What other mirrors say about the version that is here.
struct SecondOpinion: Sendable {
  /// What became of it.
  enum Verdict: String, Sendable {
    /// Another mirror gives the same, or a third sides with what is here.
    case agreed
    /// Two others give the same, which is not what was here: theirs is applied.
    case corrected
    /// Two others give the same, and what they give could not be applied.
    case refuted
    /// No two are of one opinion: what is here stays, the other is kept beside it.
    case disputed
    /// Nobody else could be asked.
    case unconfirmed
  }

  /// Whose version it is.
  var provider: String
  /// The version.
  var version: String
  /// What became of it.
  var verdict: Verdict
  /// The hosts of those who give what is here, or what is here now.
  var agreeing: [String]
  /// The hosts of those who give something else.
  var differing: [String]
  /// The hosts of those who gave nothing.
  var silent: [String]
}

extension Synchroniser {
  /// Whether no other mirror was asked yet about what is here from `provider`.
  func isUnconfirmed(_ provider: ProviderConfiguration) -> Bool {
    guard let present = present(provider), present.version != nil, provider.mirrors.contains(present.mirror) else {
      return false
    }
    return memory.content(of: present)?.isCompared == false
  }

  /// Asks other mirrors for the version that is here, and acts on what they say; nil where nothing can be compared.
  func compare(_ provider: ProviderConfiguration) async throws -> SecondOpinion? {
    guard let present = present(provider), let version = present.version else { return nil }
    let library = library
    let report = try await compareMirrors(
      of: provider, with: TakenVersion(version: version, mirror: present.mirror, digest: present.digest),
      client: client, health: health.health, digest: ProviderState.digest,
      accept: { bytes throws(Rejection) in try library.check(BangumiData.decode(bytes), from: provider.name) })
    guard let report else { return nil }
    health.save()
    let verdict = try act(on: report, of: provider)
    if verdict != .unconfirmed, let now = self.present(provider) { memory.rememberComparison(of: now, at: clock()) }
    return SecondOpinion(report, verdict, of: provider, version: version, present: self.present(provider)?.digest)
  }

  private func act(
    on report: MirrorComparisonReport, of provider: ProviderConfiguration
  ) throws -> SecondOpinion.Verdict {
    switch report.verdict {
    case .agreed, .otherLies:
      try library.settleDispute(about: provider.name)
      return .agreed
    case .unconfirmed: return .unconfirmed
    case .firstLies(let majority):
      guard let file = majority.compactMap({ report.files[$0] }).first else { return .refuted }
      let received = ReceivedFile(file, of: provider, at: clock())
      if case .updated = try library.install(received, BangumiData.decode(file.bytes)) { return .corrected }
      return .refuted
    case .disputed:
      let others = report.files.sorted { $0.key < $1.key }.map(\.value)
      if let file = others.first(where: { $0.mirror != provider.mirrors[report.first] }) {
        try library.dispute(ReceivedFile(file, of: provider, at: clock()), BangumiData.decode(file.bytes))
      }
      return .disputed
    }
  }
}

extension SecondOpinion {
  /// `present` names the bytes that are here after it.
  fileprivate init(
    _ report: MirrorComparisonReport, _ verdict: Verdict, of provider: ProviderConfiguration, version: String,
    present: String?
  ) {
    self.init(
      provider: provider.name, version: version, verdict: verdict, agreeing: [], differing: [],
      silent: report.failures.map { Address.host($0.mirror) })
    let isFirstRight = verdict != .corrected
    for (place, mirror) in provider.mirrors.enumerated() {
      let host = Address.host(mirror)
      if place == report.first {
        isFirstRight ? agreeing.append(host) : differing.append(host)
      } else if let file = report.files[place] {
        ProviderState.digest(of: file.bytes) == present ? agreeing.append(host) : differing.append(host)
      }
    }
  }
}
