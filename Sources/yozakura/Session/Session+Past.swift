internal import Anime
internal import Capsule
internal import Library

extension Session {
  /// What is looked up in: the present, or the moment that `--as-of` names.
  func snapshot(_ reading: ReadingOptions) throws -> Snapshot {
    guard let text = reading.asOf else { return try library.snapshot() }
    let past = try past(text)
    self.past = past
    return past.snapshot
  }

  /// What the library knew at the moment that `text` names.
  func past(_ text: String) throws -> PastSnapshot {
    try library.past(moment(text))
  }

  /// The commit that `text` names, or the one that answers for the moment that it names; nil is the starter catalogue.
  func commit(_ text: String) throws -> CommitSummary? {
    switch try moment(text) {
    case .instant(let instant): try library.past(at: instant).commit
    case .commit("0"): nil
    case .commit(let name): try library.commit(named: name)
    }
  }

  private func moment(_ text: String) throws -> MomentReference {
    if let moment = MomentReference(text, zone: zone) { return moment }
    let begin =
      try library.beginning().map { " The capsule begins at \($0.iso8601)." } ?? " The capsule is empty so far."
    throw Failure.usage(
      "“\(text)” is no day of the calendar, no instant such as 2026-03-22T13:00:00Z, and no commit.\(begin)")
  }

  /// Which commit answered, for people; nil where the present did.
  var pastHint: String? {
    guard let past else { return nil }
    var text = "as of \(past.moment.iso8601): "
    text += past.commit.map { "commit \($0.sequence) of \($0.time.iso8601)" } ?? "the starter catalogue"
    if let givenUp = past.givenUp {
      text += "; what commit \(givenUp.sequence) of \(givenUp.time.iso8601) said was given up by a collection"
    }
    return text
  }

  /// Which commit answered, as JSON; nothing where the present did.
  var pastFields: [JSON.Field] {
    guard let past else { return [] }
    let answer = JSON.object([
      ("moment", .string(past.moment.iso8601)),
      ("commit", .string(orNull: past.commit?.id.description)),
      ("sequence", .number(past.commit?.sequence ?? 0)),
      ("observed", .string(orNull: past.commit?.time.iso8601)),
      ("givenUp", .string(orNull: past.givenUp?.id.description)),
    ])
    return [("asOf", answer)]
  }
}
