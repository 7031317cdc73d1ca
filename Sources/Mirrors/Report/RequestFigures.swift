/// What the requests of a report sum up to.
public struct RequestFigures: Equatable, Sendable {
  /// Usable answers.
  public private(set) var good = 0
  /// Requests without one.
  public private(set) var failed = 0
  /// Failures for which a fault on this side was the cause; they count for nobody.
  public private(set) var excused = 0
  /// Requests that were given up because another was faster; they count for nobody.
  public private(set) var abandoned = 0
  /// The bytes that came.
  public private(set) var bytes = 0
  /// How often what went wrong; excused failures are not in it.
  public private(set) var causes: [Fault.Code: Int] = [:]
  /// The time until the first byte of good answers, in milliseconds.
  public var firstByte: Quantiles { Quantiles(latencies) }
  /// The times in which nothing but failures came.
  public private(set) var outages = Outages()
  private var latencies: [Double] = []

  /// Good answers among those that count; nil where none does.
  public var availability: Double? {
    good + failed == 0 ? nil : Double(good) / Double(good + failed)
  }

  /// The causes, the most frequent first.
  public var rankedCauses: [(code: Fault.Code, count: Int)] {
    causes.sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }.map { ($0.key, $0.value) }
  }

  mutating func add(_ request: MirrorRecord.Request, at moment: Duration, isExcused: Bool) {
    bytes += request.measure.bytes
    switch request.outcome {
    case .good:
      good += 1
      if let firstByte = request.measure.firstByte { latencies.append(firstByte / .milliseconds(1)) }
      outages.note(isGood: true, at: moment)
    case .abandoned:
      abandoned += 1
    case .failed where isExcused:
      excused += 1
    case .failed(let code):
      failed += 1
      causes[code, default: 0] += 1
      outages.note(isGood: false, at: moment)
    }
  }
}
