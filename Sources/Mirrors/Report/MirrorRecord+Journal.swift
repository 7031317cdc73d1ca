extension MirrorRecord {
  /// What a health book has noted, as lines of a log.
  ///
  /// `localFault` is what the book said was wrong on this side when its journal was taken: failures since it began
  /// are marked with it, so that a report can leave them out.
  public static func records(of journal: [HealthBook.Entry], localFault: LocalFault?) -> [MirrorRecord] {
    var records: [MirrorRecord] = []
    for entry in journal {
      switch entry.note {
      case .observation(let observation):
        records.append(MirrorRecord(observation, at: entry.at, localFault))
      case .version(let version, let origin):
        // It is noted after the answer that told it.
        if let place = records.lastIndex(where: { $0.isGood && $0.origin == origin }) {
          records[place].version = version
        }
      // The failures tell it themselves, by way of the fault.
      case .localCause: break
      }
    }
    return records
  }

  private init(_ observation: Observation, at moment: Duration, _ localFault: LocalFault?) {
    self.init(
      at: moment, provider: observation.provider, origin: observation.origin,
      event: .request(Request(observation)))
    guard case .failure(let fault) = observation.outcome else { return }
    cause = fault.words
    if let localFault, localFault.since <= moment, fault.code.mayBeLocal { localCause = localFault.cause }
  }

  private var isGood: Bool {
    if case .request(let request) = event { request.outcome == .good } else { false }
  }
}

extension MirrorRecord.Request {
  fileprivate init(_ observation: Observation) {
    let outcome: Outcome =
      switch observation.outcome {
      case .success: .good
      case .failure(let fault): .failed(fault.code)
      case .abandoned: .abandoned
      }
    self.init(observation.traffic, outcome, attempt: observation.attempt, measure: observation.measure)
  }
}

extension Fault {
  /// What the service said: its status, its sentence.
  fileprivate var words: String? {
    let parts = [status.map { "HTTP \($0)" }, sentence.map { "“\($0)”" }].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }
}
