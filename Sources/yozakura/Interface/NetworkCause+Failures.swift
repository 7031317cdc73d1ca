internal import Anime
internal import App
internal import HTTP
internal import Mirrors
internal import Providers

extension NetworkCause {
  /// What the failures of all mirrors have in common; where they have nothing, no mirror could be reached.
  init?(_ failures: [MirrorFailure]) {
    // What was never asked for want of a version says nothing about the network.
    let causes = failures.compactMap { Self.cause(of: $0.reason) }
    guard let first = causes.first else { return nil }
    // An answer says more than silence: somebody was reached.
    let answer = causes.first { !$0.isOutage }
    self = answer ?? (causes.allSatisfy { $0 == first } ? first : .unreachable)
  }

  private static func cause(of failure: FetchFailure) -> NetworkCause? {
    switch failure {
    case .rejected(.guarded(let missing, _)): .setAside(missing: missing)
    case .leftAlone(.busy(let until)): .busy(until: Instant(until))
    case .leftAlone(.refusing(_, let sentence)): .refusing(sentence: sentence)
    case .leftAlone(.distrusted): .lying
    case .versionUnknown, .leftAlone(.resting), .leftAlone(.budget), .transport(.cancelled): nil
    case .transport(.badAddress), .transport(.libraryMissing): .other(failure.sentence)
    case .transport, .rejected, .notFeed, .noVersionInAnswer, .versionOutsidePin, .tooLate:
      NetworkCause(fault: failure.fault)
    }
  }
}
