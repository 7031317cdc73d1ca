internal import Anime
internal import ArgumentParser
internal import Mirrors

/// `report`
struct Report: Command {
  /// The forms of a report.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case markdown, json
  }

  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Tell how the mirrors did in a month.",
    discussion: """
      It is made from the log that every sync and every check leaves; nobody is asked. Failures that a fault on this \
      side explains count for nobody.
      """)
  static let lists = ["mirrors", "providers"]

  @Option(help: .init("The month of UTC; the present one where none is named.", valueName: "2026-11"))
  var month: String?
  @Option(help: "The form: markdown or json.")
  var format = Format.markdown
  @Option(help: "Tell of this provider alone.", completion: .providers)
  var provider: String?
  @OptionGroup var options: GlobalOptions

  /// `--format json` is `--json` by another name.
  var global: GlobalOptions {
    var global = options
    global.json = global.json || format == .json
    return global
  }

  func answer(_ session: Session) throws -> Answer {
    let log = MirrorLog(state: session.folders.state)
    let month = try wantedMonth(session.now)
    let reader = log.month(month)
    guard reader != nil || month <= LogMonth(session.now) else { throw Self.future(month, log.months) }
    let records = (reader.map(Array.init) ?? []).filter { provider == nil || $0.provider == provider }
    if let provider, records.isEmpty, reader != nil { throw Self.unknown(provider, month, log) }
    let written = WrittenReport(
      month: month, report: MirrorReport(records), damagedLines: reader?.damagedLines ?? 0)
    return Answer(fields: { written.fields }, say: { page in page.verbatim(written.markdown) })
  }

  private func wantedMonth(_ now: Instant) throws -> LogMonth {
    guard let month else { return LogMonth(now) }
    guard let wanted = LogMonth(month) else {
      throw Failure.usage("“\(month)” is no month; write year and month, such as \(LogMonth(now)).")
    }
    return wanted
  }

  private static func future(_ month: LogMonth, _ known: [LogMonth]) -> Failure {
    let names = known.isEmpty ? "none yet" : known.map(\.description).joined(separator: ", ")
    return .notFound("\(month) has not come yet. The months that can be told of: \(names).")
  }

  private static func unknown(_ provider: String, _ month: LogMonth, _ log: MirrorLog) -> Failure {
    let names = Set((log.month(month).map(Array.init) ?? []).map(\.provider)).filter { !$0.isEmpty }.sorted()
    return .notFound("The log of \(month) has no provider `\(provider)`.\(names.suggestion(for: provider))")
  }
}
