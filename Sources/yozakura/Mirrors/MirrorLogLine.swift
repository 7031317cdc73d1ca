internal import Anime
internal import Mirrors

/// A line of the mirror log, as yozakura(1) describes it: columns between tabs, empty where there is nothing to say.
enum MirrorLogLine {
  /// The columns, in their order.
  private enum Column: String, CaseIterable {
    case time, provider, origin, traffic, outcome, attempt
    case connect = "connect_ms"
    case firstByte = "first_byte_ms"
    case total = "total_ms"
    case bytes, version
    case age = "age_s"
    case cause
  }

  private typealias Cells = [Column: String]

  /// The word in the column of the traffic that tells a sync.
  private static let sync = "sync"
  /// What the cause begins with where it was on this side.
  private static let local = "local:"

  /// The line that every file begins with.
  static let header = Column.allCases.map(\.rawValue).joined(separator: "\t") + "\n"

  /// `record` as a line.
  static func text(_ record: MirrorRecord) -> String {
    var cells =
      switch record.event {
      case .request(let request): cells(of: request)
      case .sync(let result): cells(of: result)
      }
    cells[.time] = Instant(record.at).iso8601
    cells[.provider] = record.provider
    cells[.origin] = record.origin?.description
    cells[.version] = record.version?.description
    let causes = [record.localCause.map { local + $0.rawValue }, record.cause].compactMap(\.self)
    cells[.cause] = String(causes.joined(separator: " ").prefix(300))
    return Column.allCases.map { Page.cleaned(cells[$0] ?? "") }.joined(separator: "\t") + "\n"
  }

  private static func cells(of request: MirrorRecord.Request) -> Cells {
    var cells: Cells = [.traffic: request.traffic.rawValue, .outcome: word(for: request.outcome)]
    cells[.attempt] = "\(request.attempt)"
    cells[.connect] = request.measure.connect.map(milliseconds)
    cells[.firstByte] = request.measure.firstByte.map(milliseconds)
    cells[.total] = milliseconds(request.measure.total)
    cells[.bytes] = "\(request.measure.bytes)"
    return cells
  }

  private static func cells(of result: MirrorRecord.Sync) -> Cells {
    var cells: Cells = [.traffic: sync, .outcome: result.outcome.rawValue, .total: milliseconds(result.took)]
    cells[.age] = result.age.map { "\($0.components.seconds)" }
    return cells
  }

  /// What `line` says; nil where it makes no sense.
  static func record(_ line: String) -> MirrorRecord? {
    // Without its end a line was cut off, maybe in the middle of a number.
    guard line.hasSuffix("\n") else { return nil }
    let texts = line.dropLast().split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard texts.count == Column.allCases.count else { return nil }
    let cells = Cells(uniqueKeysWithValues: zip(Column.allCases, texts)).filter { !$0.value.isEmpty }
    guard let time = cells[.time].flatMap({ Instant(iso8601: $0) }), let event = event(cells) else { return nil }
    var cause = cells[.cause] ?? ""
    let localCause = localCause(taking: &cause)
    return MirrorRecord(
      at: .milliseconds(time.milliseconds), provider: cells[.provider] ?? "",
      origin: cells[.origin].flatMap { Origin($0) }, event: event, version: cells[.version].flatMap { Version($0) },
      localCause: localCause, cause: cause.isEmpty ? nil : cause)
  }

  private static func event(_ cells: Cells) -> MirrorRecord.Event? {
    guard let traffic = cells[.traffic], let word = cells[.outcome], let total = cells[.total].flatMap(duration)
    else { return nil }
    if traffic == sync {
      let age = cells[.age].flatMap { Int64($0) }.map { Duration.seconds($0) }
      return MirrorRecord.Sync.Outcome(rawValue: word).map { .sync(.init($0, took: total, age: age)) }
    }
    guard let traffic = Traffic(rawValue: traffic), let outcome = outcome(word),
      let attempt = cells[.attempt].flatMap({ Int($0) }), let bytes = cells[.bytes].flatMap({ Int($0) })
    else { return nil }
    let measure = Measure(
      connect: cells[.connect].flatMap(duration), firstByte: cells[.firstByte].flatMap(duration), total: total,
      bytes: bytes)
    return .request(.init(traffic, outcome, attempt: attempt, measure: measure))
  }

  private static func localCause(taking cause: inout String) -> LocalFault.Cause? {
    guard cause.hasPrefix(local) else { return nil }
    let word = cause.dropFirst(local.count).prefix { $0 != " " }
    cause = String(cause.dropFirst(local.count + word.count + 1))
    return LocalFault.Cause(rawValue: String(word))
  }

  private static func word(for outcome: MirrorRecord.Request.Outcome) -> String {
    switch outcome {
    case .good: "ok"
    case .abandoned: "abandoned"
    case .failed(let code): code.rawValue
    }
  }

  private static func outcome(_ word: String) -> MirrorRecord.Request.Outcome? {
    switch word {
    case "ok": .good
    case "abandoned": .abandoned
    default: Fault.Code(rawValue: word).map { .failed($0) }
    }
  }

  private static func milliseconds(_ duration: Duration) -> String {
    "\(Int((duration / .milliseconds(1)).rounded()))"
  }

  /// Nothing negative, and nothing that would not fit.
  private static func duration(_ text: String) -> Duration? {
    Int(text).flatMap { (0...1_000_000_000).contains($0) ? .milliseconds($0) : nil }
  }
}
