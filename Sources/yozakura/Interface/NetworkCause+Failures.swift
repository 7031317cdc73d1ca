internal import Anime
internal import App
internal import HTTP
internal import Providers

extension NetworkCause {
  /// What the failures of all mirrors have in common; where they have nothing, no mirror could be reached.
  init?(_ failures: [MirrorFailure]) {
    // What was never asked for want of a version says nothing about the network.
    let causes = failures.compactMap { Self.cause(of: $0.reason) }
    guard let first = causes.first else { return nil }
    // An answer says more than silence: somebody was reached.
    let answer = causes.first { cause in
      switch cause {
      case .badAnswer, .status, .setAside: true
      default: false
      }
    }
    self = answer ?? (causes.allSatisfy { $0 == first } ? first : .unreachable)
  }

  private static func cause(of failure: FetchFailure) -> NetworkCause? {
    switch failure {
    case .transport(let error): Self.cause(of: error)
    case .rejected(.guarded(let missing, _)): .setAside(missing: missing)
    case .rejected, .noVersionInAnswer, .versionOutsidePin: .badAnswer
    case .tooLate: .stalled
    case .versionUnknown, .leftAlone: nil
    }
  }

  private static func cause(of error: HTTPError) -> NetworkCause? {
    switch error {
    case .hostUnknown: .noName
    case .refused: .refused
    case .unreachable, .reset, .badAddress: .unreachable
    case .connectTimeout: .timedOut
    case .tls: .insecure
    case .stalled: .stalled
    case .status(let code, _): .status(code)
    case .truncated, .tooLong, .tooLarge, .bomb, .tooManyHeaders, .tooManyRedirects, .forbiddenRedirect, .badEncoding,
      .malformed:
      .badAnswer
    case .cancelled: nil
    case .libraryMissing(let reason): .other("libcurl: \(reason)")
    }
  }
}
