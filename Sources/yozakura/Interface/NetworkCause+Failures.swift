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
    case .transport, .rejected, .noVersionInAnswer, .versionOutsidePin, .tooLate: NetworkCause(failure.fault)
    }
  }

  /// What a fault of one mirror is called on screen; `until` is when its pause ends.
  init(_ fault: Fault, until: Duration? = nil) {
    self =
      switch fault.code {
      case .nameUnknown: .noName
      case .nameTimeout: .nameTimeout
      case .refused: .refused
      case .unreachable: .unreachable
      case .connectTimeout: .timedOut
      case .clock: .notYetValid
      case .certificate: .insecure
      case .reset: .reset
      case .stalled: .stalled
      case .tooSlow: .tooSlow
      case .truncated: .truncated
      case .busy: .busy(until: until.map { Instant($0) })
      case .refusing: .refusing(sentence: fault.sentence)
      case .missing: .missing
      case .serverError: .status(fault.status ?? 500)
      case .invalid, .page: .badAnswer
      case .lying: .lying
      case .tooBig: .tooBig
      }
  }
}
