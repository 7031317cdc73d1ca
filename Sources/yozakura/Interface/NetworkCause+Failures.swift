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
    case .transport(let error): Self.cause(of: error)
    case .rejected(.guarded(let missing, _)): .setAside(missing: missing)
    case .rejected, .noVersionInAnswer, .versionOutsidePin: .badAnswer
    case .tooLate: .stalled
    case .leftAlone(.busy(let until)): .busy(until: Instant(until))
    case .leftAlone(.refusing(_, let sentence)): .refusing(sentence: sentence)
    case .leftAlone(.distrusted): .lying
    case .versionUnknown, .leftAlone(.resting), .leftAlone(.budget): nil
    }
  }

  private static func cause(of error: HTTPError) -> NetworkCause? {
    switch error {
    case .hostUnknown: .noName
    case .refused: .refused
    case .unreachable: .unreachable
    case .connectTimeout: .timedOut
    case .tls: .insecure
    case .reset: .reset
    case .stalled(let rate): rate > 0 ? .tooSlow : .stalled
    case .truncated: .truncated
    case .tooLong, .tooLarge, .bomb, .tooManyHeaders: .tooBig
    case .tooManyRedirects, .forbiddenRedirect, .badEncoding, .malformed: .badAnswer
    case .status(let code, let sentence): answer(code, sentence: sentence)
    case .cancelled: nil
    case .badAddress, .libraryMissing: .other(error.sentence)
    }
  }

  /// What a status other than 200 means.
  private static func answer(_ code: Int, sentence: String?) -> NetworkCause {
    switch code {
    case 401, 403, 451: .refusing(sentence: sentence)
    case 404, 410: .missing
    case 429, 503: .busy(until: nil)
    default: .status(code)
    }
  }
}
