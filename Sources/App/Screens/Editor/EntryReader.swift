import Anime

/// Reads what the user types into the fields of the list, and writes them so that they can be typed.
struct EntryReader {
  /// The scale of scores.
  let scale: ScoreScale
  let today: CivilDate

  /// What a text makes of what is kept about a show.
  typealias Reading = (ListEntry) -> Change

  /// `field` of `entry` as the user would type it; "" where nothing is kept.
  func text(of field: Change.Field, in entry: ListEntry) -> String {
    switch field {
    case .progress: String(entry.progress)
    case .rewatches: String(entry.rewatches)
    case .score: entry.score.map(scale.typed) ?? ""
    case .started: entry.started?.description ?? ""
    case .finished: entry.finished?.description ?? ""
    case .note: entry.note
    case .tags: entry.tags.joined(separator: ", ")
    case .delays: entry.delays.map(\.description).joined(separator: ", ")
    case .episodeOffset: entry.episodeOffset.map { String($0 + 1) } ?? ""
    case .followed, .status, .priority, .pinned, .offsets, .foreign, .played, .skips: ""
    }
  }

  /// Reads `text` for `field`. With `isWhole` it stands for all of a field of several values, as the tags are;
  /// else it is put to those that each show has.
  func read(_ text: String, _ field: Change.Field, isWhole: Bool) throws(EntryProblem) -> Reading {
    let text = text.trimmed
    switch field {
    case .progress: return try count(text, ListEntry.progressRange, \.progress) { .progress($0) }
    case .rewatches: return try count(text, ListEntry.rewatchRange, \.rewatches) { .rewatches($0) }
    case .score: return constant(.score(try score(text)))
    case .started: return constant(.started(try day(text)))
    case .finished: return constant(.finished(try day(text)))
    case .note: return constant(.note(try note(text)))
    case .tags: return tags(text, isWhole: isWhole)
    case .delays: return try delays(text, isWhole: isWhole)
    case .episodeOffset: return constant(.episodeOffset(try episodeOffset(text)))
    case .followed, .status, .priority, .pinned, .offsets, .foreign, .played, .skips:
      preconditionFailure("\(field) is chosen, not typed")
    }
  }

  private func constant(_ change: Change) -> Reading {
    { _ in change }
  }

  /// `7`, or `+1` and `-1` from where each show is, within `range`.
  private func count(
    _ text: String, _ range: ClosedRange<Int>, _ value: @escaping (ListEntry) -> Int,
    _ change: @escaping (Int) -> Change
  ) throws(EntryProblem) -> Reading {
    if text.isEmpty || text == "none" { return constant(change(range.lowerBound)) }
    guard let number = Int(text), number.magnitude <= range.upperBound else { throw .noCount(text, range) }
    guard let sign = text.first, sign == "+" || sign == "-" else { return constant(change(number)) }
    return { entry in change(min(max(value(entry) + number, range.lowerBound), range.upperBound)) }
  }

  private func score(_ text: String) throws(EntryProblem) -> Int? {
    if text.isEmpty || text == "none" { return nil }
    guard let score = scale.read(text) else { throw .noScore(text, scale) }
    return score
  }

  private func day(_ text: String) throws(EntryProblem) -> CivilDate? {
    if text.isEmpty { return nil }
    guard let typed = TypedDay(text, today: today) else { throw .noDay(text) }
    return typed.day
  }

  private func note(_ text: String) throws(EntryProblem) -> String {
    guard text.unicodeScalars.count <= Sanitiser.maximumLength else { throw .tooLong(Sanitiser.maximumLength) }
    return Sanitiser.clean(text)
  }

  /// `iyashikei, +2026, -old`: a word with a minus takes a tag off, any other puts one to the rest.
  private func tags(_ text: String, isWhole: Bool) -> Reading {
    if text == "none" { return constant(.tags([])) }
    let words = text.split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty }
    return { entry in
      var base = entry
      var (added, removed): ([String], [String]) = ([], [])
      var isSaid = false
      for word in words {
        if entry.tags.contains(word) || !word.hasSign {
          isSaid = true
          added.append(word)
        } else if word.first == "+" {
          added.append(String(word.dropFirst()))
        } else {
          removed.append(String(word.dropFirst()))
        }
      }
      // Only signs change the tags that are there; words by themselves are all of them.
      if isWhole, isSaid || words.isEmpty { base.tags = [] }
      return base.tagging(adding: added, removing: removed)
    }
  }

  private func delays(_ text: String, isWhole: Bool) throws(EntryProblem) -> Reading {
    if text == "none" { return constant(.delays([])) }
    var delays: [Delay] = []
    for word in text.split(separator: ",").map({ String($0).trimmed }) where !word.isEmpty {
      guard let delay = Delay(word) else { throw .noDelay(word) }
      delays.append(delay)
    }
    let read = delays
    return isWhole ? constant(.delays(Delay.sorted(read))) : { $0.delaying(read) }
  }

  private func episodeOffset(_ text: String) throws(EntryProblem) -> Int? {
    if text.isEmpty || text == "none" { return nil }
    let before = Int(text)?.subtractingReportingOverflow(1)
    guard let before, !before.overflow, ListEntry.episodeOffsetRange.contains(before.partialValue) else {
      throw .noEpisode(text)
    }
    return before.partialValue
  }
}

extension String {
  /// The text without the blanks around it.
  fileprivate var trimmed: String {
    let start = drop { $0 == " " || $0 == "\u{3000}" }
    return String(start.reversed().drop { $0 == " " || $0 == "\u{3000}" }.reversed())
  }

  /// Whether it begins with a sign, and has something behind it.
  fileprivate var hasSign: Bool { count > 1 && (first == "+" || first == "-") }
}
