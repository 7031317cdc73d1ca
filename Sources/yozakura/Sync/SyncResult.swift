internal import Mirrors
internal import Providers

/// What became of one provider in a sync.
struct SyncResult: Sendable {
  /// The provider's name.
  var provider: String
  /// How many mirrors it has.
  var mirrorCount: Int
  /// What became of it.
  var state: State
  /// The addresses that failed, also where another one did well.
  var failures: [MirrorFailure]
  /// When the first of those who asked to be left alone may be asked again, where nobody else could be asked.
  var notBefore: Duration? {
    let reasons = failures.map(\.reason).filter { $0 != .versionUnknown }
    let moments = reasons.compactMap { if case .leftAlone(let reason) = $0 { reason.until } else { nil } }
    return isBad && moments.count == reasons.count ? moments.min() : nil
  }

  enum State: Sendable {
    case updated(added: Int, changed: Int, removed: Int, mirror: String, version: String?)
    case unchanged(version: String?)
    case setAside(missing: Int, present: Int, mirror: String, version: String?)
    /// Nothing came, or what came could not be kept: then the failure says why.
    case failed(Failure?)
  }

  /// How it ended, as the mirror log has it.
  var outcome: MirrorRecord.Sync.Outcome {
    switch state {
    case .updated: .updated
    case .unchanged: .unchanged
    case .setAside: .setAside
    case .failed: .failed
    }
  }

  /// The word of JSON output.
  var word: String { outcome.rawValue }

  /// Who gave the file; nil where none came.
  var giver: Origin? {
    switch state {
    case .updated(_, _, _, let mirror, _), .setAside(_, _, let mirror, _): Origin(mirror)
    case .unchanged, .failed: nil
    }
  }

  /// The version that was given or told.
  var version: String? {
    switch state {
    case .updated(_, _, _, _, let version), .setAside(_, _, _, let version), .unchanged(let version): version
    case .failed: nil
    }
  }

  /// Whether nothing new could be fetched or applied.
  var isBad: Bool {
    switch state {
    case .updated, .unchanged: false
    case .setAside, .failed: true
    }
  }

  /// Why nothing new is here, one sentence for each address that failed; nothing where all is well.
  var causes: [String] {
    switch state {
    case .updated, .unchanged: []
    case .setAside(let missing, let present, _, _):
      ["the answer lacks \(missing) of \(present) shows; it is kept beside the catalogue and not applied"]
    case .failed(let failure?): [failure.message]
    case .failed(nil): failures.map(\.sentence)
    }
  }

  /// Why nothing new is here, in one piece; nil where all is well.
  var cause: String? {
    isBad ? causes.joined(separator: "; ") : nil
  }
}

extension [SyncResult] {
  /// When the first of these providers may be asked again; nil where one of them may be at any time.
  var notBefore: Duration? {
    let moments = compactMap(\.notBefore)
    return moments.count == count ? moments.min() : nil
  }
}

extension MirrorFailure {
  /// Where, and why.
  var sentence: String { "\(host): \(reason.sentence)" }

  /// The host of the address, or the address itself.
  var host: String { Address.host(mirror) }
}

/// Addresses as people read them.
enum Address {
  /// The host and the port of `address`, or all of it where there is none.
  static func host(_ address: String) -> String {
    guard let start = address.firstRange(of: "://") else { return address }
    let host = address[start.upperBound...].prefix { !"/?#".contains($0) }
    return host.isEmpty ? address : String(host.split(separator: "@").last ?? host)
  }
}
