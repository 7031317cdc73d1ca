public import Anime

/// Why nothing could be fetched, of one mirror or of all: facts, for which `Strings` has the words.
public enum NetworkCause: Hashable, Sendable {
  // Nobody answered.
  /// No name server knows the host.
  case noName
  /// The name servers are silent.
  case nameTimeout
  /// Nothing listens there.
  case refused
  /// There is no way there; also what is said of mirrors that failed in different ways.
  case unreachable
  /// No answer came in time.
  case timedOut
  /// The certificate begins in the future: perhaps the clock here is behind.
  case notYetValid
  /// The certificate was not good, or there was no secure connection.
  case insecure

  // The answer did not come whole.
  /// The connection broke.
  case reset
  /// Nothing comes any more.
  case stalled
  /// Bytes come too slowly.
  case tooSlow
  /// The answer ended early.
  case truncated

  // There was an answer, and it was no.
  /// The service wants to be left alone, until a moment where it names one.
  case busy(until: Instant?)
  /// The service says no, in its own words where it has some.
  case refusing(sentence: String?)
  /// The service does not have it.
  case missing
  /// The service answered with another error.
  case status(Int)

  // What came was of no use.
  /// It was no catalogue.
  case badAnswer
  /// Its bytes were proven wrong.
  case lying
  /// It was larger than we take.
  case tooBig
  /// It lacked too many shows and was set aside.
  case setAside(missing: Int)
  /// Mirrors give different bytes for one version.
  case disputed

  // Nothing was asked.
  /// Too little room is left on the disk for anything new.
  case noRoom
  /// The user wants no network.
  case offline

  // The fault is on this side, and no mirror's.
  /// This machine has no way to any network.
  case noRoute
  /// No name can be resolved.
  case noDNS
  /// A login page answers for everybody.
  case portal
  /// The clock here is wrong.
  case wrongClock
  /// Something between here and the mirrors changes what they send.
  case tampering
  /// All mirrors fail at once, so it is none of them.
  case everythingFails

  /// Something else, in English.
  case other(String)
}

extension NetworkCause {
  /// Its name in JSON and in the manual.
  public var code: String { name.rawValue }

  /// Every code, in the order of the manual.
  public static let allCodes = Name.allCases.map(\.rawValue)

  /// Whether the fault is on this side, so that no mirror is blamed.
  public var isLocalFault: Bool {
    switch self {
    case .noRoute, .noDNS, .portal, .wrongClock, .tampering, .everythingFails: true
    default: false
    }
  }

  /// Whether nobody answered: only then it is right to call it being offline.
  public var isOutage: Bool {
    switch self {
    case .noName, .nameTimeout, .refused, .unreachable, .timedOut, .notYetValid, .insecure, .reset, .stalled, .tooSlow,
      .truncated:
      true
    default: isLocalFault
    }
  }

  /// What the service itself says; nil where it says nothing.
  var sentence: String? {
    if case .refusing(let sentence?) = self, !sentence.isEmpty { sentence } else { nil }
  }

  /// The cases without what they carry.
  private enum Name: String, CaseIterable {
    case noName, nameTimeout, refused, unreachable, timedOut, notYetValid, insecure
    case reset, stalled, tooSlow, truncated
    case busy, refusing, missing, status
    case badAnswer, lying, tooBig, setAside, disputed
    case noRoom, offline
    case noRoute, noDNS, portal, wrongClock, tampering, everythingFails
    case other
  }

  private var name: Name {
    switch self {
    case .noName: .noName
    case .nameTimeout: .nameTimeout
    case .refused: .refused
    case .unreachable: .unreachable
    case .timedOut: .timedOut
    case .notYetValid: .notYetValid
    case .insecure: .insecure
    case .reset: .reset
    case .stalled: .stalled
    case .tooSlow: .tooSlow
    case .truncated: .truncated
    case .busy: .busy
    case .refusing: .refusing
    case .missing: .missing
    case .status: .status
    case .badAnswer: .badAnswer
    case .lying: .lying
    case .tooBig: .tooBig
    case .setAside: .setAside
    case .disputed: .disputed
    case .noRoom: .noRoom
    case .offline: .offline
    case .noRoute: .noRoute
    case .noDNS: .noDNS
    case .portal: .portal
    case .wrongClock: .wrongClock
    case .tampering: .tampering
    case .everythingFails: .everythingFails
    case .other: .other
    }
  }
}
