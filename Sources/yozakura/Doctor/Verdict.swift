internal import Mirrors
internal import Providers

/// Is it broken, or is it me?
struct Verdict {
  /// On which side the fault is; a word of JSON output.
  enum Side: String {
    case here, there, none, unknown
  }

  /// On which side the fault is.
  let side: Side
  /// The answer.
  let sentence: String

  /// The verdict on what `checks` and, where anybody was asked, a survey have found.
  init(_ checks: [Check], _ survey: NetworkSurvey?) {
    let bad = checks.filter { $0.state == .bad }.map(\.name)
    if !bad.isEmpty {
      (side, sentence) = (.here, "It is this machine: \(bad.joined(separator: ", ")) to be mended.")
    } else if let survey {
      (side, sentence) = Self.judge(survey)
    } else {
      (side, sentence) = (.unknown, "Nobody was asked; what is here is well.")
    }
  }

  var json: JSON { .object([("side", .string(side.rawValue)), ("sentence", .string(sentence))]) }

  private static func judge(_ survey: NetworkSurvey) -> (Side, String) {
    if let cause = survey.facts.cause { return (.here, "It is this machine: \(words(for: cause, survey)).") }
    if let proxy = survey.deadProxy { return (.here, "It is this machine: the proxy \(proxy) does not answer.") }
    if let error = survey.facts.clockError { return (.here, "It is this machine: \(error.clockSentence).") }
    let ill = survey.patients.filter { !$0.isServed }
    guard ill.isEmpty else {
      return (.there, "It is \(ill.map(\.complaint).joined(separator: ", ")); your side is well.")
    }
    let (all, good) = (survey.probes.count, survey.probes.count(where: \.isGood))
    guard good < all else { return (.none, all == 0 ? "All is well; no provider is enabled." : "All is well.") }
    return (.none, "All is well: \(good) of \(all) mirrors and sources answer, and stand in for the others.")
  }

  private static func words(for cause: LocalFault.Cause, _ survey: NetworkSurvey) -> String {
    switch cause {
    case .noRoute: "no route out"
    case .noDNS: "no name can be resolved"
    case .portal: "a login page or a proxy answers in the mirrors' place"
    case .wrongClock: survey.facts.clockError?.clockSentence ?? "its clock is wrong"
    case .tampering: "something on the way changes what mirrors send"
    case .everythingFails: "everything fails"
    }
  }
}

extension NetworkSurvey {
  /// The proxy that keeps everybody away, where it is that.
  fileprivate var deadProxy: String? {
    let silences: Set<Fault.Code> = [.refused, .connectTimeout, .unreachable, .nameUnknown, .nameTimeout]
    let asked = probes.filter { !$0.wasSpared }
    let used = Set(asked.map { Origin($0.address).flatMap { proxies.proxy(for: $0) } })
    guard asked.allSatisfy({ $0.fault.map(silences.contains) == true }), used.count == 1 else { return nil }
    return used.first.flatMap { $0 }.map(Address.host)
  }
}

extension NetworkSurvey.Patient {
  private var mirrors: [MirrorProbe] { probes.filter { $0.traffic == .content } }

  /// Whether a sync would bring what is the newest.
  fileprivate var isServed: Bool { mirrors.contains(where: \.isGood) }

  /// `bangumi-data's mirrors: 3 of 3 refuse`
  fileprivate var complaint: String {
    let ill = mirrors.filter { !$0.isGood }
    let asked = ill.filter { !$0.wasSpared }
    let faults = Set(asked.compactMap(\.fault))
    let verb: String =
      switch faults.count == 1 ? faults.first : nil {
      case .refused?, .refusing?: "refuse"
      case .connectTimeout?, .stalled?: "say nothing"
      case .busy?: "ask for a pause"
      default: asked.isEmpty ? "could not be asked" : "fail"
      }
    return "\(provider.name)'s mirrors: \(ill.count) of \(mirrors.count) \(verb)"
  }
}
