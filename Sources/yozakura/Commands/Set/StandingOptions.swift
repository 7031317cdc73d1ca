internal import Anime
internal import ArgumentParser

/// What `set` can say of where a show stands: status, progress, score and days.
struct StandingOptions: ParsableArguments {
  @Option(
    help: .init(
      "\(WatchStatus.allCases.map(\.rawValue).joined(separator: ", ")), or none to take it off.", valueName: "status"),
    completion: .list(WatchStatus.allCases.map(\.rawValue) + ["none"]),
    transform: { try Emptiable($0, of: "status") })
  var status: Emptiable<WatchStatus>?
  @Option(help: .init("How many episodes you have watched.", valueName: "count"))
  var progress: Int?
  @Option(help: .init("How often you have watched it again.", valueName: "count"))
  var rewatches: Int?
  @Option(help: .init("In the scale of score.scale, or none to take it off.", valueName: "score"))
  var score: String?
  @Option(help: .init("The day on which you began: 2026-07-04, today, yesterday or none.", valueName: "day"))
  var started: String?
  @Option(help: .init("The day on which you finished: 2026-07-04, today, yesterday or none.", valueName: "day"))
  var finished: String?
  @Option(
    help: .init("\(Priority.allCases.map(\.rawValue).joined(separator: ", ")), or none.", valueName: "priority"),
    completion: .list(Priority.allCases.map(\.rawValue) + ["none"]),
    transform: { try Emptiable($0, of: "priority") })
  var priority: Emptiable<Priority>?

  /// Whether nothing of all that is said.
  var isEmpty: Bool {
    status == nil && progress == nil && rewatches == nil && score == nil && started == nil && finished == nil
      && priority == nil
  }

  func validate() throws {
    if let progress, !ListEntry.progressRange.contains(progress) {
      throw ValidationError("--progress wants a whole number from 0.")
    }
    if let rewatches, !ListEntry.rewatchRange.contains(rewatches) {
      throw ValidationError("--rewatches wants a whole number from 0.")
    }
  }

  /// What is said, with the score as it is typed in `scale`.
  func changes(in scale: ScoreScale, today: CivilDate) throws(Failure) -> [Change] {
    var changes: [Change] = []
    if let status { changes.append(.status(status.value)) }
    if let progress { changes.append(.progress(progress)) }
    if let rewatches { changes.append(.rewatches(rewatches)) }
    if let score { changes.append(.score(try Self.score(score, in: scale))) }
    if let started { changes.append(.started(try Self.day(started, today: today))) }
    if let finished { changes.append(.finished(try Self.day(finished, today: today))) }
    if let priority { changes.append(.priority(priority.value)) }
    return changes
  }

  private static func score(_ text: String, in scale: ScoreScale) throws(Failure) -> Int? {
    if text == "none" { return nil }
    if let score = scale.read(text) { return score }
    throw .usage("“\(text)” is no score: \(scale.range), or none. The scale is score.scale of config.toml.")
  }

  private static func day(_ text: String, today: CivilDate) throws(Failure) -> CivilDate? {
    if let typed = TypedDay(text, today: today) { return typed.day }
    throw .usage("“\(text)” is no day such as 2026-07-04, nor today, yesterday or none.")
  }
}

/// One of a few words, or none.
struct Emptiable<Word: RawRepresentable & CaseIterable & Sendable>: Sendable where Word.RawValue == String {
  var value: Word?

  /// Reads `text`; `thing` is what it should be, for people.
  init(_ text: String, of thing: String) throws {
    value = Word(rawValue: text)
    guard value == nil, text != "none" else { return }
    let words = Word.allCases.map(\.rawValue) + ["none"]
    throw ValidationError(
      "“\(text)” is no \(thing).\(words.suggestion(for: text)) There are: \(words.joined(separator: ", ")).")
  }
}
