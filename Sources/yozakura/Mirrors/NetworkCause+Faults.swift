internal import Anime
internal import App
internal import Mirrors

extension NetworkCause {
  /// What the book of health knows about a failure, in the interface's terms; a pause that was asked for lasts `until`.
  init(fault: Fault, until: Instant? = nil) {
    switch fault.code {
    case .nameUnknown: self = .noName
    case .nameTimeout: self = .nameTimeout
    case .refused: self = .refused
    case .unreachable: self = .unreachable
    case .connectTimeout: self = .timedOut
    case .clock: self = .notYetValid
    case .certificate: self = .insecure
    case .reset: self = .reset
    case .stalled: self = .stalled
    case .tooSlow: self = .tooSlow
    case .truncated: self = .truncated
    case .busy: self = .busy(until: until)
    case .refusing: self = .refusing(sentence: fault.sentence)
    case .missing: self = .missing
    case .serverError: self = fault.status.map { .status($0) } ?? .badAnswer
    case .invalid, .page: self = .badAnswer
    case .lying: self = .lying
    case .tooBig: self = .tooBig
    }
  }

  /// What is wrong on this side.
  init(fault: LocalFault.Cause) {
    self =
      switch fault {
      case .everythingFails: .everythingFails
      case .noRoute: .noRoute
      case .noDNS: .noDNS
      case .portal: .portal
      case .wrongClock: .wrongClock
      case .tampering: .tampering
      }
  }
}
