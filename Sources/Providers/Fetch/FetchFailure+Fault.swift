import Anime
import Formats
import HTTP
public import Mirrors

extension FetchFailure {
  /// What it means for the choice of mirrors.
  public var fault: Fault {
    switch self {
    case .transport(let error): error.fault
    case .rejected(let rejection): Fault(rejection == .html ? .page : .invalid)
    case .notFeed(let error): Fault(error == .webPage ? .page : .invalid)
    case .noVersionInAnswer, .versionOutsidePin: Fault(.invalid)
    case .versionUnknown, .leftAlone: Fault(.missing)
    case .tooLate: Fault(.stalled)
    }
  }
}

extension HTTPError {
  /// What it means for the choice of mirrors.
  var fault: Fault {
    switch self {
    case .hostUnknown: Fault(.nameUnknown)
    case .nameTimeout: Fault(.nameTimeout)
    case .refused: Fault(.refused)
    case .unreachable, .badAddress, .libraryMissing: Fault(.unreachable)
    case .connectTimeout: Fault(.connectTimeout)
    case .tls(.notYetValid, _), .tls(.expired, _): Fault(.clock)
    case .tls: Fault(.certificate)
    case .reset: Fault(.reset)
    case .stalled(let speed): Fault(speed == 0 ? .stalled : .tooSlow)
    case .truncated: Fault(.truncated)
    case .tooLarge, .bomb, .tooManyHeaders, .tooLong: Fault(.tooBig)
    case .tooManyRedirects, .forbiddenRedirect, .forbiddenAddress, .badEncoding, .malformed: Fault(.invalid)
    case .status(let status, let sentence, let pause): Fault(status: status, sentence: sentence, retryAfter: pause)
    // Neither is anything that a mirror did; a fetch of a catalogue never meets the second.
    case .cancelled, .sinkRefused: Fault(.stalled)
    }
  }
}

extension Fault {
  /// What a status means that is no answer.
  ///
  /// 503 without a Retry-After is a server that is ill; with one it is a server that is well and asks for a pause.
  init(status: Int, sentence: String?, retryAfter: Duration?) {
    let code: Code =
      switch status {
      case 429: .busy
      case 503 where retryAfter != nil: .busy
      case 401, 403, 451: .refusing
      case 404, 410: .missing
      case 511: .page
      default: .serverError
      }
    self.init(code, status: status, retryAfter: retryAfter, sentence: sentence)
  }
}
